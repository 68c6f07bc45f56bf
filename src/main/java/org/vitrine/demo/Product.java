package org.vitrine.demo;

import java.util.List;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;

/**
 * A model from the plant's catalogue, with what its customers demand of it.
 *
 * @param routing the code of the routing it is made by
 */
record Product(String code, LocalizedText description, String routing, List<Check> checks) {

  Line line(int number, int quantity) {
    return line(number, quantity, checks.stream().map(Check::requirement).toList());
  }

  /** One of which nothing is demanded. */
  Line undemanding(int number, int quantity) {
    return line(number, quantity, List.of());
  }

  private Line line(int number, int quantity, List<Requirement> requirements) {
    return new Line(
        number,
        LocalizedText.of(code),
        description,
        Amount.of(quantity),
        null,
        routing,
        requirements,
        null,
        null,
        null);
  }

  List<Check> checksAt(String stage) {
    return checks.stream().filter(check -> check.requirement().stage().equals(stage)).toList();
  }
}
