package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.Promise;
import org.vitrine.orders.Promise.Revision;
import org.vitrine.orders.Promises;

/** From which day silence is counted. */
class AgreedDayTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 6);
  private static final Instant AT = Instant.parse("2026-10-01T08:00:00Z");

  private static Revision said(int hour, int daysLater, String offer) {
    return new Revision(
        Optional.of(FIRST.plusDays(daysLater)),
        null,
        "Li",
        AT.plusSeconds(3600L * hour),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(offer));
  }

  private static Promises ofOrder(Revision... revisions) {
    return new Promises(Optional.of(new Promise(said(0, 0, null), List.of(revisions))), Map.of());
  }

  @Test
  void what_the_house_says_by_itself_does_not_move_it() {
    assertThat(AgreedDay.of(ofOrder(said(1, 25, null), said(2, 50, null)), 1)).contains(FIRST);
    Promises own =
        new Promises(
            Optional.of(new Promise(said(0, 0, null), List.of())),
            Map.of(1, new Promise(said(1, 25, null), List.of())));
    assertThat(AgreedDay.of(own, 1)).as("a line of its own").contains(FIRST);
  }

  @Test
  void what_the_customer_agreed_to_moves_it() {
    assertThat(AgreedDay.of(ofOrder(said(1, 9, "a"), said(2, 50, null)), 1))
        .contains(FIRST.plusDays(9));
    assertThat(AgreedDay.of(new Promises(Optional.empty(), Map.of()), 1)).isEmpty();
  }
}
