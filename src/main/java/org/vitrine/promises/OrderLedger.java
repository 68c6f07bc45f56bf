package org.vitrine.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.platform.json.Json;
import org.vitrine.promises.LedgerEntry.WordMarks;

/**
 * Everything that was said of the dates of an order.
 *
 * @param upTo the newest entry: what whoever has all of it on the screen says they read; 0 where
 *     nothing was said
 * @param entries by the version of the order that each made
 */
record OrderLedger(String order, long upTo, Map<Long, LedgerEntry> entries) {
  private static final int ORDER = 0;
  private static final String CHOSEN = "risk-chosen";

  /**
   * What a customer reads of what was asked and answered; a field that is not named is the house's.
   */
  private static final Set<String> READ_BY_CUSTOMERS =
      Set.of(
          "line",
          "lines",
          "date",
          "toBeConfirmed",
          "reason",
          "cause",
          "side",
          "askedBy",
          "offer",
          "kind",
          "because",
          "remedies",
          "remedy",
          "answerBy",
          "answer",
          "silence",
          "silent",
          "part",
          "nextWordBy",
          "words");

  /**
   * @param steps in their order
   * @param marks by the version of the word
   * @param rests likewise
   * @param forStaff whether whoever reads it works here
   */
  static OrderLedger of(
      String order,
      List<PromiseStep> steps,
      Map<Long, WordMarks> marks,
      Map<Long, JsonNode> rests,
      boolean forStaff) {
    Map<Long, DateMove> moves = moves(steps);
    Map<Long, LedgerEntry> entries = new TreeMap<>();
    for (PromiseStep step : steps) {
      if (forStaff || !step.kind().equals(CHOSEN)) {
        entries.put(
            step.version(),
            new LedgerEntry(
                step.kind(),
                step.at(),
                Optional.ofNullable(moves.get(step.version())),
                Optional.of(step.by()).filter(name -> forStaff),
                forStaff ? step.body() : readable(step.body()),
                marks.getOrDefault(step.version(), WordMarks.NONE),
                Optional.ofNullable(rests.get(step.version()))));
      }
    }
    return new OrderLedger(
        order, steps.isEmpty() ? 0 : steps.getLast().version(), Map.copyOf(entries));
  }

  private static JsonNode readable(JsonNode body) {
    ObjectNode read = Json.object();
    body.properties().stream()
        .filter(field -> READ_BY_CUSTOMERS.contains(field.getKey()))
        .forEach(field -> read.set(field.getKey(), field.getValue()));
    return read;
  }

  /** What each word did; a line goes by the order's until something is said of the line itself. */
  static Map<Long, DateMove> moves(List<PromiseStep> steps) {
    Map<Integer, List<PromiseStep>> said = new HashMap<>();
    Map<Long, DateMove> moves = new HashMap<>();
    for (PromiseStep step : steps) {
      if (step.isWord()) {
        int subject = step.line().orElse(ORDER);
        List<PromiseStep> own = said.get(subject);
        boolean goesByTheOrder = own == null && step.kind().equals("promise-revised");
        List<PromiseStep> before =
            goesByTheOrder ? said.getOrDefault(ORDER, List.of()) : own == null ? List.of() : own;
        moves.put(
            step.version(),
            DateMove.between(
                before.isEmpty() ? Optional.empty() : Optional.of(before.getLast()),
                before.stream().anyMatch(one -> one.date().isPresent()),
                step));
        List<PromiseStep> after = new ArrayList<>(before);
        after.add(step);
        said.put(subject, after);
      }
    }
    return moves;
  }

  /** Which words hold where this was the newest: the last of the order, and of each line. */
  static Set<Long> holding(List<PromiseStep> steps, long upTo) {
    return steps.stream()
        .filter(step -> step.isWord() && step.version() <= upTo)
        .collect(
            Collectors.toMap(
                step -> step.line().orElse(ORDER), PromiseStep::version, (one, later) -> later))
        .values()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** When each word was said. */
  static Map<Long, Instant> said(List<PromiseStep> steps) {
    return steps.stream()
        .filter(PromiseStep::isWord)
        .collect(Collectors.toMap(PromiseStep::version, PromiseStep::at));
  }
}
