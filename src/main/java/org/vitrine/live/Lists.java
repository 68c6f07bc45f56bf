package org.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.OrderView;
import org.vitrine.tracking.Tracking;

/**
 * What a list shows, and how it changes: an object of rows by order number, so that a patch stays
 * small.
 */
final class Lists {
  private static final int ROWS_AT_MOST = 2_000;
  private static final Set<String> ENDED = Set.of("completed", "cancelled");

  private final Tracking tracking;
  private final OrderSummaries summaries;

  Lists(Tracking tracking, OrderSummaries summaries) {
    this.tracking = tracking;
    this.summaries = summaries;
  }

  /**
   * The orders of a list, and those of which it is not written down yet whether they belong to it.
   */
  Set<OrderId> orders(Topic.Rows list) {
    Set<OrderId> orders =
        new LinkedHashSet<>(
            list.inFlightOnly()
                ? tracking.inFlight(ROWS_AT_MOST + 1)
                : tracking.newest(list.company(), ROWS_AT_MOST + 1));
    orders.addAll(summaries.behind());
    return orders;
  }

  ObjectNode page(Topic.Rows list, List<OrderView> views) {
    ObjectNode page = Json.object();
    ObjectNode stages = page.putObject("stages");
    ObjectNode rows = page.putObject("rows");
    List<OrderView> own = views.stream().filter(view -> belongs(list, view)).toList();
    for (OrderView view : own.subList(0, Math.min(own.size(), ROWS_AT_MOST))) {
      view.shown(one -> one.row(list.audience()))
          .ifPresent(
              row -> {
                rows.set(view.number(), row);
                view.stages().forEach((code, head) -> stages.set(code, Json.tree(head)));
              });
    }
    if (own.size() > ROWS_AT_MOST) {
      page.put("truncated", true);
    }
    return page;
  }

  /** A patch, and the page that it leads to, which takes the place of the one before. */
  record ListChange(ObjectNode patch, Supplier<ObjectNode> apply) {
    ObjectNode applied() {
      return apply.get();
    }
  }

  /**
   * What becomes of a page by these orders, if there is anything to tell; the page stays as it is.
   */
  Optional<ListChange> change(Topic.Rows list, ObjectNode page, List<OrderView> changed) {
    ObjectNode rowPatches = Json.object();
    ObjectNode stagePatches = Json.object();
    Map<String, ObjectNode> newRows = new LinkedHashMap<>();
    ObjectNode rows = (ObjectNode) page.get("rows");
    JsonNode stages = page.get("stages");
    for (OrderView view : changed) {
      ObjectNode before = (ObjectNode) rows.get(view.number());
      if (belongs(list, view)) {
        ObjectNode after = view.shown(one -> one.row(list.audience())).orElse(before);
        if (after == null) {
          continue;
        }
        ObjectNode patch = before == null ? after : MergePatch.between(before, after);
        if (!patch.isEmpty()) {
          newRows.put(view.number(), after);
          rowPatches.set(view.number(), patch);
        }
        addNewStages(view, stages, stagePatches);
      } else if (before != null) {
        rowPatches.putNull(view.number());
      }
    }
    long added = newRows.keySet().stream().filter(number -> !rows.has(number)).count();
    oldestCompleted(rows, rows.size() + added - ROWS_AT_MOST)
        .forEach(number -> rowPatches.putIfAbsent(number, NullNode.getInstance()));
    ObjectNode patch = Json.object();
    if (!stagePatches.isEmpty()) {
      patch.set("stages", stagePatches);
    }
    if (!rowPatches.isEmpty()) {
      patch.set("rows", rowPatches);
    }
    return patch.isEmpty()
        ? Optional.empty()
        : Optional.of(new ListChange(patch, () -> apply(page, stagePatches, rowPatches, newRows)));
  }

  private static void addNewStages(OrderView view, JsonNode stages, ObjectNode stagePatches) {
    view.stages()
        .forEach(
            (code, head) -> {
              JsonNode now = Json.tree(head);
              if (!now.equals(stages.get(code))) {
                stagePatches.set(code, now);
              }
            });
  }

  private static ObjectNode apply(
      ObjectNode page,
      ObjectNode stagePatches,
      ObjectNode rowPatches,
      Map<String, ObjectNode> newRows) {
    ((ObjectNode) page.get("stages")).setAll(stagePatches);
    ObjectNode rows = (ObjectNode) page.get("rows");
    rowPatches
        .fieldNames()
        .forEachRemaining(
            number -> {
              if (rowPatches.get(number).isNull()) {
                rows.remove(number);
              }
            });
    newRows.forEach(rows::set);
    return page;
  }

  /**
   * A list that is watched for weeks must not grow for weeks: what ended longest ago makes room.
   */
  private static List<String> oldestCompleted(ObjectNode rows, long tooMany) {
    if (tooMany <= 0) {
      return List.of();
    }
    return rows.properties().stream()
        .filter(row -> ENDED.contains(row.getValue().path("state").asText()))
        .sorted(Comparator.comparing(row -> row.getValue().path("heardAt").asText()))
        .limit(tooMany)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Takes these rows away, so that {@link #anew} does not add to whatever the client has for them.
   */
  ObjectNode without(List<String> numbers) {
    ObjectNode patch = Json.object();
    ObjectNode rows = patch.putObject("rows");
    numbers.forEach(rows::putNull);
    return patch;
  }

  /** Puts these rows back as they are now. */
  ObjectNode anew(ObjectNode page, List<String> numbers) {
    ObjectNode patch = Json.object();
    patch.set("stages", page.get("stages"));
    ObjectNode rows = patch.putObject("rows");
    numbers.stream()
        .filter(page.get("rows")::has)
        .forEach(number -> rows.set(number, page.get("rows").get(number)));
    return patch;
  }

  private static boolean belongs(Topic.Rows list, OrderView view) {
    return list.mayHold(view.company()) && (view.inFlight() || !list.inFlightOnly());
  }
}
