package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Stage;
import org.vitrine.tracking.Tracking;

/** What goes with a line through the plant on paper: each step that it takes, with its code. */
final class TravellerSheets {
  private final Tracking tracking;
  private final OrderSnapshots snapshots;
  private final Supplier<Collection<StationEntry>> stations;
  private final Supplier<URI> house;

  TravellerSheets(
      Tracking tracking,
      OrderSnapshots snapshots,
      Supplier<Collection<StationEntry>> stations,
      Supplier<URI> house) {
    this.tracking = tracking;
    this.snapshots = snapshots;
    this.stations = stations;
    this.house = house;
  }

  /** One line on paper. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TravellerSheet(String order, int line, SheetOrdered ordered, List<SheetStep> steps) {}

  /** What was bought. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SheetOrdered(
      LocalizedText product,
      LocalizedText description,
      String customer,
      Amount quantity,
      String unit,
      LocalDate promised,
      List<String> workOrders) {}

  /**
   * A step of its way.
   *
   * @param operation absent where the stage is worked on as a whole
   * @param text what its code says
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SheetStep(String stage, Wording stageName, String operation, String text) {}

  /** Of the lines that are being made; throws {@link Rejection.Invalid} naming a wrong number. */
  List<TravellerSheet> of(List<OrderNumber> orders) {
    List<OrderId> ids =
        orders.stream()
            .map(number -> tracking.find(number, Optional.empty()).orElseThrow(() -> no(number)))
            .distinct()
            .toList();
    return snapshots.read(Optional.empty(), ids).stream()
        .flatMap(order -> FloorLine.of(order, List.of()).stream())
        .map(this::sheet)
        .toList();
  }

  private static Rejection no(OrderNumber number) {
    return new Rejection.Invalid("orders", "There is no order " + number);
  }

  private TravellerSheet sheet(FloorLine line) {
    return new TravellerSheet(
        line.order().value(),
        line.line().number(),
        new SheetOrdered(
            line.line().product(),
            line.line().description(),
            line.customer().name(),
            line.line().quantity(),
            Unit.name(line.line().unit()),
            line.promised().orElse(null),
            line.line().workOrders().stream().map(Object::toString).toList()),
        line.routing().stages().stream().flatMap(stage -> steps(line, stage).stream()).toList());
  }

  /** By what stations do there; where none does, by what the routing names; else as a whole. */
  private List<SheetStep> steps(FloorLine line, Stage stage) {
    Map<String, String> operations = new LinkedHashMap<>();
    stations.get().stream()
        .flatMap(station -> station.operations().stream())
        .sorted()
        .filter(operation -> line.routing().stagesOf(operation).contains(stage))
        .forEach(operation -> operations.putIfAbsent(OrderNumber.key(operation), operation));
    if (operations.isEmpty()) {
      stage.operations().stream()
          .filter(pattern -> pattern.matches("[^*?|]+"))
          .forEach(named -> operations.putIfAbsent(OrderNumber.key(named), named));
    }
    List<SheetStep> steps = new ArrayList<>();
    operations.values().forEach(operation -> steps.add(step(line, stage, operation)));
    return steps.isEmpty() ? List.of(step(line, stage, null)) : steps;
  }

  private SheetStep step(FloorLine line, Stage stage, String operation) {
    Traveller code =
        new Traveller(
            house.get().toString(),
            line.order().value(),
            line.line().number(),
            operation == null ? stage.code() : operation);
    return new SheetStep(stage.code(), stage.name(), operation, code.text());
  }
}
