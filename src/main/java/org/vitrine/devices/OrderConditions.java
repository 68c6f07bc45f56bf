package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vitrine.access.Caller;
import org.vitrine.devices.SeenOrders.SeenOrder;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;

/**
 * What it was like in the stages of an order, as somebody may see it: staff with the places and the
 * machines that made it, its customer what of these stages is shown to them.
 */
final class OrderConditions {
  private static final int FEW_POINTS = 48;

  private final SeenOrders orders;
  private final Conditions conditions;
  private final Machines machines;

  OrderConditions(SeenOrders orders, Conditions conditions, Machines machines) {
    this.orders = orders;
    this.conditions = conditions;
    this.machines = machines;
  }

  /**
   * One stage of one line.
   *
   * @param machines that reported there; nothing is said of them to customers
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StageConditions(
      int line,
      String stage,
      Instant from,
      Instant until,
      List<ConditionSeries> series,
      List<MachineCard> machines) {}

  /**
   * What there is to see of an order.
   *
   * @param charts whether every measured value is shown to whoever asks
   */
  record SeenConditions(List<StageConditions> stages, boolean charts) {}

  /** Those stages of which anything is known, each in few points. */
  SeenConditions all(Caller caller, OrderNumber number) {
    SeenOrder seen = orders.require(caller, number);
    List<ConditionWindow> windows = windows(seen, any -> true);
    Map<Integer, List<ConditionSeries>> series =
        conditions.byHour(windows, seen.isStaff(), FEW_POINTS);
    List<StageConditions> all = new ArrayList<>();
    for (int at = 0; at < windows.size(); at++) {
      StageConditions one = page(seen, windows.get(at), series.getOrDefault(at, List.of()));
      if (!one.series().isEmpty() || !one.machines().isEmpty()) {
        all.add(one);
      }
    }
    return new SeenConditions(all, seen.showsCharts());
  }

  /** One stage in full; throws {@link Rejection.NotFound} where it is not there, or not shown. */
  StageConditions one(Caller caller, OrderNumber number, int line, String stage) {
    SeenOrder seen = orders.require(caller, number);
    ConditionWindow window =
        windows(seen, one -> one.line() == line && one.stage().equals(stage)).stream()
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("Nothing is known of this stage"));
    return page(seen, window, conditions.in(window, seen.isStaff()));
  }

  private StageConditions page(
      SeenOrder seen, ConditionWindow window, List<ConditionSeries> series) {
    return new StageConditions(
        window.line(),
        window.stage(),
        window.from(),
        window.until(),
        series,
        seen.isStaff() ? machines.named(window.places().keySet()) : List.of());
  }

  private List<ConditionWindow> windows(SeenOrder seen, Predicate<ConditionWindow> which) {
    List<ConditionWindow> windows = new ArrayList<>();
    seen.order()
        .progress()
        .forEach(
            (number, progress) -> {
              Line line = seen.line(number).orElseThrow();
              progress.stages().stream()
                  .filter(seen::shows)
                  .flatMap(stage -> conditions.window(seen.order(), line, progress, stage).stream())
                  .filter(which)
                  .forEach(windows::add);
            });
    return windows;
  }
}
