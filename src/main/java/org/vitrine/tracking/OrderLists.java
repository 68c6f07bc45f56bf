package org.vitrine.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.live.MergePatch;
import org.vitrine.live.TopicPage;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.OrderTopic.OrderList;

/**
 * What a list shows, and how it changes: an object of rows by order number, so that a patch stays
 * small.
 */
final class OrderLists {
  private static final int ROWS_AT_MOST = 2_000;
  private static final Set<String> ENDED = Set.of("completed", "completed-short", "cancelled");

  /** What leaves first where there are too many: what ended longest ago, then what is oldest. */
  private static final Comparator<Map.Entry<String, JsonNode>> LEAVES_FIRST =
      Comparator.<Map.Entry<String, JsonNode>, Boolean>comparing(row -> !hasEnded(row.getValue()))
          .thenComparing(row -> age(row.getValue()))
          .thenComparing(Map.Entry::getKey);

  private final Tracking tracking;
  private final OrderSummaries summaries;
  private final int rowsAtMost;

  OrderLists(Tracking tracking, OrderSummaries summaries) {
    this(tracking, summaries, ROWS_AT_MOST);
  }

  OrderLists(Tracking tracking, OrderSummaries summaries, int rowsAtMost) {
    this.tracking = tracking;
    this.summaries = summaries;
    this.rowsAtMost = rowsAtMost;
  }

  /**
   * The orders of a list, and those of which it is not written down yet whether they belong to it:
   * asked for first, since they are written down meanwhile.
   */
  Set<OrderId> orders(OrderList list) {
    Set<OrderId> behind = summaries.behind();
    Set<OrderId> orders =
        new LinkedHashSet<>(
            list.inFlightOnly()
                ? tracking.inFlight(rowsAtMost + 1)
                : tracking.newest(list.owner(), rowsAtMost + 1));
    orders.addAll(behind);
    return orders;
  }

  /** The list of these orders, as far as they belong to it. */
  ObjectNode page(OrderList list, List<OrderView> views) {
    ObjectNode page = Json.object();
    ObjectNode stages = page.putObject("stages");
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    for (OrderView view : views.stream().filter(view -> belongs(list, view)).toList()) {
      view.shown(one -> one.row(list.audience()))
          .ifPresent(
              row -> {
                rows.set(view.number(), row);
                view.stages(list.audience())
                    .forEach((code, head) -> stages.set(code, Json.tree(head)));
              });
    }
    List<String> tooMany = tooMany(rows.properties());
    if (!tooMany.isEmpty()) {
      rows.remove(tooMany);
      page.put(TopicPage.TRUNCATED, true);
    }
    return page;
  }

  /** The rows that a list has no room for. */
  private List<String> tooMany(Collection<Map.Entry<String, JsonNode>> rows) {
    return rows.stream()
        .sorted(LEAVES_FIRST)
        .limit(Math.max(0, rows.size() - rowsAtMost))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasEnded(JsonNode row) {
    return ENDED.contains(row.path("state").asText());
  }

  private static String age(JsonNode row) {
    return row.path(hasEnded(row) ? "heardAt" : "placedOn").asText();
  }

  /** What these orders change of a page; empty where there is nothing to tell. */
  ObjectNode patch(OrderList list, ObjectNode page, Collection<OrderView> changed) {
    ObjectNode stagePatches = Json.object();
    ObjectNode rowPatches = Json.object();
    Map<String, ObjectNode> newRows = new LinkedHashMap<>();
    ObjectNode rows = (ObjectNode) page.get(TopicPage.ROWS);
    for (OrderView view : changed) {
      ObjectNode before = (ObjectNode) rows.get(view.number());
      if (belongs(list, view)) {
        view.shown(one -> one.row(list.audience()))
            .ifPresent(
                row -> {
                  addNewStages(list, view, page.get("stages"), stagePatches);
                  ObjectNode patch = before == null ? row : MergePatch.between(before, row);
                  if (!patch.isEmpty()) {
                    newRows.put(view.number(), row);
                    rowPatches.set(view.number(), patch);
                  }
                });
      } else if (before != null) {
        rowPatches.putNull(view.number());
      }
    }
    boolean truncated = makeRoom(rows, rowPatches, newRows);
    ObjectNode patch = Json.object();
    if (!stagePatches.isEmpty()) {
      patch.set("stages", stagePatches);
    }
    if (!rowPatches.isEmpty()) {
      patch.set(TopicPage.ROWS, rowPatches);
    }
    if (truncated && !page.has(TopicPage.TRUNCATED)) {
      patch.put(TopicPage.TRUNCATED, true);
    }
    return patch;
  }

  /**
   * A list that is watched for weeks must not grow for weeks. Returns whether something had to
   * leave.
   */
  private boolean makeRoom(
      ObjectNode rows, ObjectNode rowPatches, Map<String, ObjectNode> newRows) {
    long added = newRows.keySet().stream().filter(number -> !rows.has(number)).count();
    if (rows.size() + added <= rowsAtMost) {
      return false;
    }
    ObjectNode after = Json.object();
    after.setAll(rows);
    newRows.forEach(after::set);
    rowPatches.properties().stream()
        .filter(row -> row.getValue().isNull())
        .forEach(row -> after.remove(row.getKey()));
    List<String> leaving = tooMany(after.properties());
    for (String number : leaving) {
      if (rows.has(number)) {
        rowPatches.putNull(number);
      } else {
        rowPatches.remove(number);
      }
    }
    return !leaving.isEmpty();
  }

  private static void addNewStages(
      OrderList list, OrderView view, JsonNode stages, ObjectNode stagePatches) {
    view.stages(list.audience())
        .forEach(
            (code, head) -> {
              JsonNode now = Json.tree(head);
              if (!now.equals(stages.get(code))) {
                stagePatches.set(code, now);
              }
            });
  }

  private static boolean belongs(OrderList list, OrderView view) {
    return list.mayHold(Optional.of(view.company().value()))
        && (view.inFlight() || !list.inFlightOnly());
  }
}
