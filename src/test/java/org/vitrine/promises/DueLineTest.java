package org.vitrine.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vitrine.promises.DueLine.CameOn;
import org.vitrine.promises.DueLine.OrderedPart;
import org.vitrine.promises.DueWords.MovedDay;

/** What became of a line against what was promised. */
class DueLineTest {
  private static final LocalDate COUNTED_ON = LocalDate.of(2026, 11, 5);

  private static LocalDate october(int day) {
    return LocalDate.of(2026, 10, day);
  }

  /** Told on the day on which it was said. */
  private static DueWord word(int version, Integer line, int said, Integer promised) {
    return word(version, line, said, promised, said);
  }

  private static DueWord word(int version, Integer line, int said, Integer promised, Integer told) {
    return new DueWord(
        version,
        Optional.ofNullable(line),
        october(said),
        Optional.ofNullable(promised).map(DueLineTest::october),
        Optional.ofNullable(told).map(DueLineTest::october),
        DueConsent.NONE,
        false);
  }

  private static DueWord accepted(int version, int said, int promised) {
    return offered(version, said, promised, DueConsent.ANSWERED, null);
  }

  private static DueWord offered(
      int version, int said, Integer promised, DueConsent consent, Integer told) {
    return new DueWord(
        version,
        Optional.empty(),
        october(said),
        Optional.ofNullable(promised).map(DueLineTest::october),
        Optional.ofNullable(told).map(DueLineTest::october),
        consent,
        false);
  }

  private static CameOn came(int day, int quantity) {
    return new CameOn(october(day), BigDecimal.valueOf(quantity));
  }

  private static OrderedPart part(Integer quantity, boolean closedShort) {
    return new OrderedPart(
        1, 2, "split-ac", Optional.ofNullable(quantity).map(BigDecimal::valueOf), closedShort);
  }

  private static DueLine line(List<DueWord> words, CameOn... came) {
    return DueLine.of(part(10, false), words, Arrays.asList(came), Optional.empty());
  }

  @Test
  void the_first_day_stays_and_the_agreed_one_follows_what_is_said_in_time() {
    DueLine line =
        line(List.of(word(1, null, 1, 10), word(2, null, 10, 15), word(3, null, 12, 14)));

    assertThat(line.first()).contains(october(10));
    assertThat(line.agreed()).contains(october(14));
  }

  @Test
  void a_day_that_is_moved_once_it_has_passed_moves_nothing() {
    assertThat(line(List.of(word(1, null, 1, 10), word(2, null, 11, 20))).agreed())
        .contains(october(10));
    assertThat(
            line(List.of(word(1, null, 1, 10), word(2, null, 11, 20), word(3, null, 12, 25)))
                .agreed())
        .contains(october(10));
  }

  @Test
  void what_is_to_be_confirmed_is_no_day_until_one_is_named() {
    DueLine line = line(List.of(word(1, null, 1, null), word(4, null, 5, 20)));
    assertThat(line.first()).contains(october(20));
    assertThat(line.agreed()).contains(october(20));
  }

  @Test
  void a_line_goes_by_the_order_until_something_is_said_of_the_line() {
    List<DueWord> words =
        List.of(word(1, null, 1, 10), word(2, 2, 2, 12), word(3, null, 3, 20), word(4, 7, 3, 28));

    assertThat(line(words).first()).contains(october(10));
    assertThat(line(words).agreed()).contains(october(12));
  }

  @Test
  void it_is_full_on_the_day_on_which_all_had_come() {
    DueLine line = line(List.of(word(1, null, 1, 10)), came(9, 4), came(11, 6), came(8, 0));

    assertThat(line.full()).contains(october(11));
    assertThat(line.endedBy(october(10))).isFalse();
    assertThat(line.daysLate(october(10), COUNTED_ON)).isEqualTo(1);
    assertThat(line(List.of(), came(9, 4)).ended()).as("some of it").isEmpty();
  }

  @Test
  void what_is_finished_with_fewer_has_ended_and_is_not_full() {
    DueLine closed =
        DueLine.of(part(10, true), List.of(), List.of(came(9, 4), came(7, 5)), Optional.empty());
    assertThat(closed.ended()).contains(october(9));
    assertThat(closed.full()).isEmpty();
    DueLine unknown =
        DueLine.of(part(null, false), List.of(), List.of(came(9, 4)), Optional.empty());
    assertThat(unknown.ended()).contains(october(9));
    assertThat(unknown.isCounted()).isFalse();
  }

  @Test
  void where_nothing_is_said_of_shipments_it_ends_when_it_is_made() {
    DueLine made = DueLine.of(part(10, false), List.of(), List.of(), Optional.of(october(9)));
    assertThat(made.ended()).contains(october(9));
    assertThat(made.full()).contains(october(9));
  }

  @Test
  void what_is_open_is_late_until_the_day_of_counting() {
    DueLine open = line(List.of(word(1, null, 1, 31)));
    assertThat(open.daysLate(october(31), COUNTED_ON)).isEqualTo(5);
  }

  @Test
  void the_order_of_what_is_known_does_not_matter() {
    assertThat(line(List.of(word(2, null, 3, 12), word(1, null, 1, 10)), came(9, 4), came(8, 6)))
        .isEqualTo(
            line(List.of(word(1, null, 1, 10), word(2, null, 3, 12)), came(8, 6), came(9, 4)));
  }

  @Test
  void a_day_that_the_customer_never_heard_of_was_never_agreed() {
    DueLine line = line(List.of(word(1, null, 1, 10), word(2, null, 5, 20, null)), came(18, 10));
    assertThat(line.agreed()).contains(october(10));
    assertThat(line.endedBy(line.agreed().orElseThrow())).isFalse();
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 5, 20, 11))).isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 5, 20, 10))).isEqualTo(20);
  }

  @Test
  void what_the_customer_accepted_in_time_is_agreed_and_what_they_accepted_late_is_not() {
    assertThat(agreed(word(1, null, 1, 10), accepted(2, 10, 20))).isEqualTo(20);
    assertThat(agreed(word(1, null, 1, 10), accepted(2, 11, 20))).isEqualTo(10);
  }

  @Test
  void a_day_that_is_withdrawn_holds_until_another_is_agreed() {
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 9, null, null), word(3, null, 12, 20)))
        .isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 9, null)))
        .as("told, and still neither kept nor forgotten")
        .isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 3, 12), word(3, null, 9, null)))
        .isEqualTo(12);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 5, null), word(3, null, 12, 20)))
        .as("named once it had passed")
        .isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 5, null), word(3, null, 9, 20)))
        .isEqualTo(20);
    assertThat(agreed(word(1, null, 1, 10), word(2, null, 5, null), word(3, null, 9, 20, null)))
        .isEqualTo(10);
  }

  @Test
  void an_open_day_that_the_customer_accepts_lets_go_of_the_one_before() {
    DueWord open = offered(2, 5, null, DueConsent.ANSWERED, null);
    assertThat(agreed(word(1, null, 1, 10), open)).isNull();
    assertThat(agreed(word(1, null, 1, 10), open, word(3, null, 12, 20, 13))).isEqualTo(20);
    assertThat(agreed(word(1, null, 1, 10), open, word(3, null, 12, 20, null)))
        .as("nobody knew of the next")
        .isNull();
    assertThat(agreed(word(1, null, 1, 10), offered(2, 11, null, DueConsent.ANSWERED, null)))
        .as("accepted once it had passed")
        .isEqualTo(10);
  }

  @Test
  void consent_to_an_open_day_that_is_taken_back_lets_go_of_nothing() {
    DueWord open = offered(2, 5, null, DueConsent.TAKEN_BACK, 5);
    assertThat(agreed(word(1, null, 1, 10), open, word(3, null, 12, 10))).isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), open, word(3, null, 6, 10))).isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), open, word(3, null, 12, 20))).isEqualTo(10);
  }

  @Test
  void silence_is_no_proof_that_the_customer_knew() {
    assertThat(agreed(word(1, null, 1, 10), offered(2, 5, 20, DueConsent.SILENT, null)))
        .isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), offered(2, 5, 20, DueConsent.SILENT, 11)))
        .isEqualTo(10);
    assertThat(agreed(word(1, null, 1, 10), offered(2, 5, 20, DueConsent.SILENT, 10)))
        .isEqualTo(20);
  }

  @Test
  void the_first_day_needs_no_telling() {
    assertThat(agreed(word(1, null, 1, 10, null))).isEqualTo(10);
    assertThat(agreed(word(1, null, 1, null, null), word(2, null, 3, 10, null))).isEqualTo(10);
  }

  private static Integer agreed(DueWord... words) {
    return line(List.of(words)).agreed().map(LocalDate::getDayOfMonth).orElse(null);
  }

  @Test
  void a_day_that_moves_is_late_on_the_day_itself() {
    DueWords words =
        new DueWords(
            List.of(
                word(1, null, 1, 10),
                word(2, null, 10, 12),
                word(3, null, 11, 14),
                word(4, null, 15, null)));
    assertThat(words.moves()).extracting(MovedDay::isLate).containsExactly(true, false, true);
    assertThat(words.moves()).extracting(MovedDay::isAfter).containsExactly(false, false, true);
    assertThat(words.moves()).extracting(MovedDay::isWithdrawn).containsExactly(false, false, true);
  }

  /** No path to what was kept leads through a day that the customer never knew of. */
  @Property
  void what_nobody_knew_of_changes_nothing(@ForAll("histories") List<DueWord> words) {
    long first = new DueWords(words).first().map(DueWord::version).orElse(Long.MAX_VALUE);
    List<DueWord> known =
        words.stream().filter(word -> word.version() <= first || isSeen(word)).toList();
    assertThat(new DueWords(words).agreed()).isEqualTo(new DueWords(known).agreed());
  }

  /** Kept is only what is kept by the first day, or by one that the customer saw or answered to. */
  @Property
  void what_is_agreed_was_seen(@ForAll("histories") List<DueWord> words) {
    Optional<DueWord> first = new DueWords(words).first();
    Optional<LocalDate> agreed = new DueWords(words).agreed();
    assertThat(agreed)
        .satisfies(
            day ->
                assertThat(
                        day.isEmpty()
                            || day.equals(first.flatMap(DueWord::promised))
                            || words.stream()
                                .anyMatch(word -> word.promised().equals(day) && isSeen(word)))
                    .isTrue());
  }

  private static boolean isSeen(DueWord word) {
    return word.told().isPresent()
        || word.consent() == DueConsent.ANSWERED
        || word.consent() == DueConsent.TAKEN_BACK;
  }

  /** Whatever the house says, a line of which a day was named is counted. */
  @Property
  void only_a_customer_lets_go_of_a_day(@ForAll("histories") List<DueWord> words) {
    boolean letGo =
        words.stream()
            .anyMatch(word -> word.promised().isEmpty() && word.consent() == DueConsent.ANSWERED);
    DueWords said = new DueWords(words);
    assertThat(said.agreed().isPresent() || said.first().isEmpty() || letGo).isTrue();
  }

  @Provide
  Arbitrary<List<DueWord>> histories() {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 28);
    Arbitrary<DueWord> word =
        Combinators.combine(
                days, days.injectNull(0.2), days.injectNull(0.4), Arbitraries.of(DueConsent.class))
            .as(
                (said, promised, told, consent) ->
                    new DueWord(
                        said,
                        Optional.empty(),
                        october(said),
                        Optional.ofNullable(promised).map(DueLineTest::october),
                        Optional.ofNullable(told).map(DueLineTest::october),
                        consent,
                        false));
    return word.list()
        .ofMaxSize(8)
        .map(words -> words.stream().sorted(Comparator.comparing(DueWord::said)).toList());
  }
}
