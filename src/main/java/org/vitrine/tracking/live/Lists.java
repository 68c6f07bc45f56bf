package org.vitrine.tracking.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.Standings;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.View;

/**
 * What a list shows, and how it changes: an object of rows by order number, so that a patch stays
 * small.
 */
final class Lists {
  private static final int ROWS_AT_MOST = 2_000;

  private final Tracking tracking;
  private final Standings standings;

  Lists(Tracking tracking, Standings standings) {
    this.tracking = tracking;
    this.standings = standings;
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
    orders.addAll(standings.behind());
    return orders;
  }

  ObjectNode page(Topic.Rows list, List<View> views) {
    ObjectNode page = Json.object();
    ObjectNode stages = page.putObject("stages");
    ObjectNode rows = page.putObject("rows");
    List<View> own = views.stream().filter(view -> belongs(list, view)).toList();
    for (View view : own.subList(0, Math.min(own.size(), ROWS_AT_MOST))) {
      rows.set(view.number(), view.row(list.audience()));
      view.stages().forEach((code, head) -> stages.set(code, Json.tree(head)));
    }
    if (own.size() > ROWS_AT_MOST) {
      page.put("truncated", true);
    }
    return page;
  }

  /** Changes the page in place; returns the patch, if there is anything to tell. */
  Optional<ObjectNode> patch(Topic.Rows list, ObjectNode page, List<View> changed) {
    ObjectNode rowPatches = Json.object();
    ObjectNode stagePatches = Json.object();
    ObjectNode rows = (ObjectNode) page.get("rows");
    ObjectNode stages = (ObjectNode) page.get("stages");
    for (View view : changed) {
      ObjectNode before = (ObjectNode) rows.get(view.number());
      if (!belongs(list, view)) {
        if (before != null) {
          rows.remove(view.number());
          rowPatches.putNull(view.number());
        }
        continue;
      }
      ObjectNode after = view.row(list.audience());
      ObjectNode patch = before == null ? after : MergePatch.between(before, after);
      if (!patch.isEmpty()) {
        rows.set(view.number(), after);
        rowPatches.set(view.number(), patch);
      }
      view.stages()
          .forEach(
              (code, head) -> {
                JsonNode now = Json.tree(head);
                if (!now.equals(stages.get(code))) {
                  stages.set(code, now);
                  stagePatches.set(code, now);
                }
              });
    }
    ObjectNode patch = Json.object();
    if (!stagePatches.isEmpty()) {
      patch.set("stages", stagePatches);
    }
    if (!rowPatches.isEmpty()) {
      patch.set("rows", rowPatches);
    }
    return patch.isEmpty() ? Optional.empty() : Optional.of(patch);
  }

  /**
   * Patches that put these rows in the place of whatever the client has for them: a merge patch
   * only adds to a row, so each is taken away first.
   */
  List<ObjectNode> anew(ObjectNode page, List<String> numbers) {
    ObjectNode away = Json.object();
    ObjectNode back = Json.object();
    for (String number : numbers) {
      away.putNull(number);
      if (page.get("rows").has(number)) {
        back.set(number, page.get("rows").get(number));
      }
    }
    ObjectNode first = Json.object();
    first.set("rows", away);
    ObjectNode second = Json.object();
    second.set("stages", page.get("stages"));
    second.set("rows", back);
    return List.of(first, second);
  }

  private static boolean belongs(Topic.Rows list, View view) {
    return list.mayHold(view.company()) && (view.inFlight() || !list.inFlightOnly());
  }
}
