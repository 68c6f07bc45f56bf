package org.vitrine.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;

/** What a report is checked against: the order's lines and how they are made. */
record Plan(OrderId order, List<Line> lines, Map<String, Routing> routings) {

  Optional<Line> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }

  Routing routingOf(Line line) {
    return routings.get(line.routing());
  }
}
