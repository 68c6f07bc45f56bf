package org.vitrine.delays;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.profiles.AgreedPromises;

/** Orders as offers about them need to know them. */
final class OfferedOrders {
  private final DelayGround ground;
  private final ZoneId zone;
  private final Clock clock;

  OfferedOrders(DelayGround ground, ZoneId zone, Clock clock) {
    this.ground = ground;
    this.zone = zone;
    this.clock = clock;
  }

  /** Which day it is where the plant is. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  WorkingDays workingDays(Queries queries) {
    return WorkingDays.held(queries, ground.calendars(), zone);
  }

  OrderSnapshot require(Queries queries, OrderId order) {
    return read(queries, List.of(order)).stream()
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  List<OrderSnapshot> read(Queries queries, Collection<OrderId> orders) {
    return ground.snapshots().within(queries, orders);
  }

  OrderSummary summary(OrderSnapshot snapshot) {
    return OrderSummary.of(snapshot, zone);
  }

  /** What was agreed with a company for dates at risk, as it counts today. */
  AgreedPromises agreed(Queries queries, CompanyId company) {
    return ground.profiles().agreed(queries, company, today()).promises().value();
  }

  /** The lines of which something is still to be made. */
  static Set<Integer> open(OrderSummary summary) {
    return summary.state().inFlight() ? linesIn(summary, LineState::isOpen) : Set.of();
  }

  /** Those that were not cancelled. */
  static Set<Integer> standing(OrderSummary summary) {
    return linesIn(summary, state -> state != LineState.CANCELLED);
  }

  private static Set<Integer> linesIn(OrderSummary summary, Predicate<LineState> which) {
    return summary.due().lines().entrySet().stream()
        .filter(line -> which.test(line.getValue().state()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether anything of these lines has left. */
  static boolean hasLeft(OrderSnapshot order, Collection<Integer> lines) {
    return order.shipments().stream()
        .filter(shipment -> shipment.stands())
        .flatMap(shipment -> shipment.items().stream())
        .anyMatch(item -> lines.contains(item.line()));
  }
}
