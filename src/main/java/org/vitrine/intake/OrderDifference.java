package org.vitrine.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.vitrine.orders.Line;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Requirement;

/** In what an order differs from what it was, as its reader wants to see it: field by field. */
final class OrderDifference {
  private static final String TO_BE_CONFIRMED = "TBC";

  private final List<FieldChange> changes = new ArrayList<>();

  private final GivenPromise ofOrder;

  /**
   * @param ofOrder by which date lines go that have none of their own
   */
  private OrderDifference(GivenPromise ofOrder) {
    this.ofOrder = ofOrder;
  }

  /** What is not said of dates stays: it is no difference. */
  static List<FieldChange> between(PlaceOrder before, PlaceOrder after) {
    OrderDifference found =
        new OrderDifference(after.promise() == null ? before.promise() : after.promise());
    found.differ("customer_reference", before.customerReference(), after.customerReference());
    found.differ("placed_on", before.placedOn(), after.placedOn());
    found.promised(null, before.promise(), after.promise());
    found.differ("cancelled", before.cancelled(), after.cancelled());
    found.lines(byNumber(before), byNumber(after));
    return List.copyOf(found.changes);
  }

  private static Map<Integer, Line> byNumber(PlaceOrder order) {
    return by(order.lines(), Line::number);
  }

  private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
    Map<K, V> found = new LinkedHashMap<>();
    all.forEach(one -> found.put(key.apply(one), one));
    return found;
  }

  private void lines(Map<Integer, Line> before, Map<Integer, Line> after) {
    before.forEach(
        (number, line) -> {
          if (!after.containsKey(number)) {
            add("line", number, null, line.product(), null);
          }
        });
    after.forEach(
        (number, line) -> {
          if (before.containsKey(number)) {
            line(before.get(number), line);
          } else {
            add("line", number, null, null, line.product());
          }
        });
  }

  private void line(Line before, Line after) {
    int line = after.number();
    differ("product", line, before.product(), after.product());
    differ("description", line, before.description(), after.description());
    differ("quantity", line, before.quantity(), after.quantity());
    differ("line_unit", line, before.unit(), after.unit());
    differ("routing", line, before.routing(), after.routing());
    differ("line_cancelled", line, before.cancelled(), after.cancelled());
    differ("work_order", line, before.workOrders(), after.workOrders());
    GivenPromise known = before.promise() == null ? ofOrder : before.promise();
    promised(line, known, after.promise());
    requirements(
        line,
        by(before.requirements(), Requirement::code),
        by(after.requirements(), Requirement::code));
  }

  private void requirements(
      int line, Map<String, Requirement> before, Map<String, Requirement> after) {
    before.forEach(
        (code, one) -> {
          if (!after.containsKey(code)) {
            add("requirement", line, code, one.name(), null);
          }
        });
    after.forEach(
        (code, one) -> {
          if (before.containsKey(code)) {
            requirement(line, before.get(code), one);
          } else {
            add("requirement", line, code, null, one.name());
          }
        });
  }

  private void requirement(int line, Requirement before, Requirement after) {
    String code = after.code();
    differ("stage", line, code, before.stage(), after.stage());
    differ("name", line, code, before.name(), after.name());
    differ("ordered", line, code, before.ordered(), after.ordered());
    differ("unit", line, code, before.unit(), after.unit());
    differ("minimum", line, code, before.minimum(), after.minimum());
    differ("maximum", line, code, before.maximum(), after.maximum());
    differ("mandatory", line, code, before.mandatory(), after.mandatory());
    differ("sample", line, code, before.sample(), after.sample());
    differ("photo", line, code, before.photo(), after.photo());
    differ("waiver", line, code, before.waiver(), after.waiver());
  }

  private void promised(Integer line, GivenPromise before, GivenPromise after) {
    if (after != null) {
      Object was = before == null ? null : day(before);
      differ("promised_on", line, was, day(after));
    }
  }

  private static Object day(GivenPromise promise) {
    return promise.date() == null ? TO_BE_CONFIRMED : promise.date();
  }

  private void differ(String column, Object before, Object after) {
    differ(column, null, null, before, after);
  }

  private void differ(String column, Integer line, Object before, Object after) {
    differ(column, line, null, before, after);
  }

  private void differ(
      String column, Integer line, String requirement, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      add(column, line, requirement, before, after);
    }
  }

  private void add(String column, Integer line, String requirement, Object before, Object after) {
    changes.add(new FieldChange(column, line, requirement, before, after));
  }
}
