package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;

/** One line, number 2, in an order that was there before; words are days, TBC or nothing. */
class PromiseRevisionsTest {
  private static final Set<Integer> THERE = Set.of(2);

  @ParameterizedTest
  @CsvSource({
    // known: order, line; sent: order, line, reason; what the history is to say
    "          ,           , 2026-12-04,           ,      , promised 2026-12-04",
    "2026-12-04,           , 2026-12-04,           ,      , ''",
    "2026-12-04,           , 2026-12-31,           , late , promise-revised 2026-12-31",
    "2026-12-04,           , 2026-12-01,           , early, promise-revised 2026-12-01",
    "2026-12-04,           , TBC,                  , late , promise-revised TBC",
    "TBC,                  , TBC,                  , again, ''",
    "TBC,                  , 2026-12-18,           ,      , promise-revised 2026-12-18",
    "          ,           , TBC,                  ,      , promised TBC",
    "          ,           ,           , 2026-12-04,      , promised 2 2026-12-04",
    "2026-12-04,           ,           , 2026-12-04,      , ''",
    "2026-12-04,           ,           , 2026-12-18, late , promise-revised 2 2026-12-18",
    "2026-12-04,           ,           , TBC,        late , promise-revised 2 TBC",
    "2026-12-04, 2026-12-18,           , 2026-12-18,      , ''",
    "2026-12-04, 2026-12-18,           , 2027-01-31, late , promise-revised 2 2027-01-31",
    "2026-12-04, 2026-12-18, 2026-12-05,           , late , promise-revised 2026-12-05",
    "2026-12-04, TBC,                  , 2027-02-28,      , promise-revised 2 2027-02-28",
    "2026-12-04,           , 2026-12-18, 2026-12-18, late , promise-revised 2026-12-18",
    "2026-12-04,           , 2026-12-18, 2026-12-04, late , promise-revised 2026-12-18|promised 2 2026-12-04",
    "2026-12-04, 2026-12-18, 2026-12-24, 2026-12-24, late , promise-revised 2026-12-24|promise-revised 2 2026-12-24"
  })
  void what_moved_is_told_and_what_did_not_is_not(
      String order, String line, String sentOrder, String sentLine, String reason, String told) {
    assertThat(String.join("|", told(order, line, THERE, sent(sentOrder, sentLine, reason))))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-04,           , 2026-12-05,           , promise.reason,          moves from 2026-12-04 to 2026-12-05",
    "2026-12-04,           , 2026-12-03,           , promise.reason,          moves from 2026-12-04 to 2026-12-03",
    "2026-12-31,           , TBC,                  , promise.reason,          The promise for 2026-12-31 is withdrawn",
    "2026-12-04,           ,           , 2027-02-28, lines[0].promise.reason, The promise of line 2 moves from 2026-12-04",
    "2026-12-04, 2028-02-29,           , 2028-03-01, lines[0].promise.reason, moves from 2028-02-29 to 2028-03-01",
    "          , 2026-12-04,           , TBC,        lines[0].promise.reason, The promise of line 2 for 2026-12-04 is withdrawn"
  })
  void what_slips_without_a_reason_is_refused(
      String order, String line, String sentOrder, String sentLine, String field, String why) {
    for (String blank : new String[] {null, " "}) {
      assertThatThrownBy(() -> told(order, line, THERE, sent(sentOrder, sentLine, blank)))
          .isInstanceOfSatisfying(
              Rejection.Invalid.class, no -> assertThat(no.field()).isEqualTo(field))
          .hasMessageContaining(why)
          .hasMessageEndingWith(": give a reason");
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-12-18", "2026-12-01", "TBC", "2027-02-28", "2028-02-29"})
  void the_first_word_on_a_line_that_is_new_needs_no_reason(String day) {
    assertThat(told("2026-12-04", null, Set.of(), sent(null, day, null)))
        .containsExactly("promised 2 " + day);
  }

  private static List<String> told(
      String order, String line, Set<Integer> there, PlaceOrder wanted) {
    Map<Integer, PromiseWord> known = new HashMap<>();
    if (order != null) {
      known.put(PromiseRevisions.ORDER, PromiseWord.of(null, given(order, null)));
    }
    if (line != null) {
      known.put(2, PromiseWord.of(2, given(line, null)));
    }
    List<String> told = new ArrayList<>();
    PromiseRevisions.between(known, there, wanted)
        .forEach(one -> told.add(one.kind().code() + " " + text(one.word())));
    return told;
  }

  private static String text(PromiseWord word) {
    String day = word.date() == null ? "TBC" : word.date().toString();
    return word.line() == null ? day : word.line() + " " + day;
  }

  private static PlaceOrder sent(String order, String line, String reason) {
    Line one =
        new Line(
            2,
            LocalizedText.of("Pump"),
            null,
            Amount.of(10),
            null,
            "r",
            List.of(),
            null,
            line == null ? null : given(line, reason),
            null);
    return new PlaceOrder(
        "acme", null, null, order == null ? null : given(order, reason), List.of(one), null);
  }

  private static GivenPromise given(String day, String reason) {
    return day.equals("TBC")
        ? GivenPromise.toBeConfirmed(LocalizedText.of(reason))
        : new GivenPromise(LocalDate.parse(day), LocalizedText.of(reason));
  }
}
