package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;

/**
 * What may be wrong with an order and was not settled yet, from its history. A doubt that names no
 * stage, or one that its line does not have, is of the stage where the line is: it is never lost.
 */
record OpenDoubts(List<OpenDoubt> doubts) {
  static final OpenDoubts NONE = new OpenDoubts(List.of());

  /**
   * @param line absent where it is of all lines
   */
  record OpenDoubt(Optional<Integer> line, Optional<String> stage, Instant since) {}

  /** From the history of an order, in its order. */
  static OpenDoubts of(List<Event> events) {
    Map<JsonNode, OpenDoubt> open = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.kind() == EventKind.DOUBTED) {
        open.putIfAbsent(event.body(), doubt(event));
      } else if (event.kind() == EventKind.DOUBT_SETTLED) {
        open.remove(event.body());
      }
    }
    return open.isEmpty() ? NONE : new OpenDoubts(List.copyOf(open.values()));
  }

  private static OpenDoubt doubt(Event event) {
    JsonNode line = event.body().path("line");
    return new OpenDoubt(
        line.isInt() ? Optional.of(line.intValue()) : Optional.empty(),
        Optional.ofNullable(event.body().path("stage").textValue()),
        event.happenedAt());
  }

  /** Those of one line. */
  OpenDoubts onLine(int number) {
    return doubts.isEmpty()
        ? NONE
        : new OpenDoubts(
            doubts.stream()
                .filter(doubt -> doubt.line().filter(line -> line != number).isEmpty())
                .toList());
  }

  /** The stages of a line with those in doubt that are; what they are otherwise stands beside. */
  List<StageProgress> on(List<StageProgress> stages, Optional<StageProgress> current) {
    if (doubts.isEmpty()) {
      return stages;
    }
    List<StageProgress> all = new ArrayList<>(stages);
    for (OpenDoubt doubt : doubts) {
      int at = position(doubt, stages, current);
      all.set(at, all.get(at).doubtedSince(doubt.since()));
    }
    return List.copyOf(all);
  }

  private static int position(
      OpenDoubt doubt, List<StageProgress> stages, Optional<StageProgress> current) {
    for (int at = 0; at < stages.size(); at++) {
      if (doubt.stage().filter(stages.get(at).stage().code()::equals).isPresent()) {
        return at;
      }
    }
    return current.map(stages::indexOf).orElse(0);
  }
}
