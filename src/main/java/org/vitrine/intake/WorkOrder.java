package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.Unit;

/**
 * An order as its rows tell of it.
 *
 * <ul>
 *   <li>A row that says nothing of the part or the quantity contradicts nobody.
 *   <li>Where rows contradict each other, what most of them say is taken; among equals the smaller.
 *   <li>Where a row stands in the file never matters.
 * </ul>
 *
 * @param part absent where no row says, as are {@code quantity} and {@code unit}
 * @param contradictions sentences on what rows said differently
 */
record WorkOrder(
    OrderNumber number,
    Optional<LocalizedText> part,
    Optional<Amount> quantity,
    Optional<Unit> unit,
    List<String> contradictions) {

  static WorkOrder derivedFrom(OrderNumber number, Collection<PlantLogRow> rows) {
    List<String> contradictions = new ArrayList<>();
    return new WorkOrder(
        number,
        agreed(number, "part", rows, PlantLogRow::part, contradictions),
        agreed(number, "quantity", rows, PlantLogRow::quantity, contradictions),
        agreed(number, "unit", rows, WorkOrder::unit, contradictions).map(Unit::new),
        contradictions);
  }

  PlaceOrder asPlaced(String company, String routing) {
    return new PlaceOrder(
        company,
        null,
        null,
        null,
        List.of(
            new Line(
                1,
                part.orElse(null),
                null,
                quantity.orElse(null),
                unit.orElse(null),
                routing,
                List.of(),
                null,
                null,
                null)),
        null);
  }

  /** The same, counted in this. */
  WorkOrder in(Unit known) {
    return new WorkOrder(number, part, quantity, Optional.of(known), contradictions);
  }

  private static String unit(PlantLogRow row) {
    return row.unit() == null ? null : row.unit().code();
  }

  private static <T extends Comparable<T>> Optional<T> agreed(
      OrderNumber number,
      String column,
      Collection<PlantLogRow> rows,
      Function<PlantLogRow, T> said,
      List<String> contradictions) {
    Map<T, Long> votes =
        rows.stream()
            .map(said)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    Optional<T> taken =
        votes.entrySet().stream()
            .max(
                Map.Entry.<T, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey);
    if (votes.size() > 1) {
      contradictions.add(
          "%s: %s %s; %s was used"
              .formatted(
                  number,
                  column,
                  votes.entrySet().stream()
                      .map(vote -> "“" + vote.getKey() + "” in " + rows(vote.getValue()))
                      .collect(Collectors.joining(", ")),
                  taken.orElseThrow()));
    }
    return taken;
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
