package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.ShippedItem;

class OrderArrivalTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final List<Line> LINES = List.of(line(1, 10), line(2, 5));

  @Test
  void an_order_has_arrived_when_the_last_of_it_was_delivered() {
    assertThat(OrderArrival.of(LINES, List.of(left(1, 10, MONDAY), left(2, 5, MONDAY.plusDays(3)))))
        .contains(MONDAY.plusDays(3));
  }

  @Test
  void it_has_not_while_something_is_still_to_leave() {
    assertThat(OrderArrival.of(LINES, List.of(left(1, 10, MONDAY), left(2, 4, MONDAY)))).isEmpty();
    assertThat(OrderArrival.of(LINES, List.of(left(1, 10, MONDAY)))).isEmpty();
    assertThat(OrderArrival.of(LINES, List.of())).isEmpty();
  }

  @Test
  void where_nobody_says_that_it_was_delivered_it_is_taken_to_be_after_two_weeks() {
    assertThat(OrderArrival.of(List.of(line(1, 10)), List.of(left(1, 10, null))))
        .contains(MONDAY.plusDays(14));
  }

  @Test
  void of_a_line_whose_quantity_nobody_says_something_has_to_have_left() {
    assertThat(OrderArrival.of(List.of(line(1, null)), List.of(left(1, 1, MONDAY))))
        .contains(MONDAY);
  }

  private static Line line(int number, Integer quantity) {
    return new Line(number, "P", null, quantity, "r", List.of());
  }

  private static Shipment left(int line, int quantity, LocalDate delivered) {
    return new Shipment(
        new ShipmentNumber("S-" + line),
        MONDAY,
        null,
        null,
        null,
        delivered,
        List.of(new ShippedItem(line, Amount.of(quantity))),
        null);
  }
}
