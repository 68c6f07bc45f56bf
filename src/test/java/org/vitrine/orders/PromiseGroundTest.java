package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.PromiseRevisions.PromiseRevision;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

class PromiseGroundTest {
  private static final String DAY = "\"date\": \"2027-01-15\", \"reason\": \"late\"";

  @ParameterizedTest
  @CsvSource({
    "capacity,                       , ours",
    "machine,                        , ours",
    "staff,                          , ours",
    "planning,                       , ours",
    "quality,                        , ours",
    "supplier-late,                  , supplier",
    "supplier-quality,               , supplier",
    "customer-change,                , customer",
    "customer-approval,              , customer",
    "force-majeure,                  , force-majeure",
    "transport,                      , ours",
    "other,                          , ours",
    "transport,              supplier, supplier",
    "customer-change,            ours, ours",
    "quality,           force-majeure, force-majeure",
  })
  void a_side_follows_from_the_cause_unless_another_is_said(String cause, String side, String is) {
    GivenPromise given = sent(cause, side, null);
    assertThat(given.side().code()).isEqualTo(is);
    assertThat(revised(given).word().side().code()).isEqualTo(is);
    assertThat(revised(given).word().cause().code()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "capacity,         customer,       , side",
    "supplier-late,    customer,       , side",
    "other,            customer,       , side",
    "                , customer,       , side",
    "customer-asked,           ,       , askedBy",
    "customer-asked,           , '  '  , askedBy",
    "capacity,                 , Carol , askedBy",
    "                ,         , Carol , askedBy",
    "weather,                  ,       , cause",
    "Capacity,                 ,       , cause",
    "other,            theirs  ,       , side"
  })
  void what_does_not_go_together_is_refused(
      String cause, String side, String askedBy, String field) {
    assertThatThrownBy(() -> sent(cause, side, askedBy))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, no -> assertThat(no.field()).isEqualTo(field));
  }

  @Test
  void an_unknown_cause_is_answered_with_those_there_are() {
    assertThatThrownBy(() -> sent("weather", null, null))
        .hasMessage(
            "“weather” is not one of: capacity, machine, staff, planning, quality, supplier-late,"
                + " supplier-quality, customer-asked, customer-change, customer-approval,"
                + " force-majeure, transport, other");
  }

  @Test
  void a_name_of_more_than_200_characters_is_refused() {
    assertThat(sent("customer-asked", null, "名".repeat(200)).askedBy()).hasSize(200);
    assertThatThrownBy(() -> sent("customer-asked", null, "名".repeat(201)))
        .isInstanceOf(Rejection.Invalid.class);
  }

  @Test
  void a_slip_without_a_cause_is_never_in_the_favour_of_the_house() {
    PromiseWord word = revised(sent(null, null, null)).word();
    assertThat(word.cause()).isEqualTo(PromiseCause.OTHER);
    assertThat(word.side()).isEqualTo(PromiseSide.OURS);
  }

  @Test
  void the_same_date_for_another_cause_says_nothing_new() {
    PromiseWord known = PromiseWord.of(null, sent("machine", null, null));
    assertThat(between(known, sent("customer-change", null, null))).isEmpty();
    assertThat(known.isRepeatedBy(sent("customer-change", null, null))).isTrue();
  }

  @Test
  void what_was_said_before_there_were_causes_is_read_without_one() {
    PromiseWord old =
        Json.read("{\"date\": \"2026-12-15\", \"reason\": \"late\"}", PromiseWord.class);
    assertThat(old.cause()).isNull();
    assertThat(old.side()).isNull();
  }

  private static PromiseRevision revised(GivenPromise given) {
    return between(
            PromiseWord.of(null, new GivenPromise(LocalDate.parse("2026-12-15"), null)), given)
        .getFirst();
  }

  private static List<PromiseRevision> between(PromiseWord known, GivenPromise given) {
    Line line = new Line(1, "Pump", null, 10, "r", List.of());
    return PromiseRevisions.between(
        Map.of(PromiseRevisions.ORDER, known),
        Set.of(1),
        new PlaceOrder("acme", null, null, given, List.of(line), null));
  }

  private static GivenPromise sent(String cause, String side, String askedBy) {
    return Json.read(
        "{" + DAY + text("cause", cause) + text("side", side) + text("askedBy", askedBy) + "}",
        GivenPromise.class);
  }

  private static String text(String field, String value) {
    return value == null ? "" : ", \"%s\": \"%s\"".formatted(field, value);
  }
}
