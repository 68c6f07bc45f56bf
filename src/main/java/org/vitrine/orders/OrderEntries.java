package org.vitrine.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.orders.PromiseRevisions.PromiseRevision;

/**
 * What the history is to say of an order that became another. What a reader wants to know by itself
 * (a date, what was cancelled, what was waived) has its own entry, with its reason.
 */
final class OrderEntries {
  private final Instant now;
  private final String source;
  private final String actor;
  private final List<NewEvent> entries = new ArrayList<>();

  OrderEntries(Instant now, String source, String actor) {
    this.now = now;
    this.source = source;
    this.actor = actor;
  }

  /** Whether anything of it is another that has no entry of its own. */
  static boolean differs(Order before, PlaceOrder wanted) {
    return !Objects.equals(before.customerReference(), wanted.customerReference())
        || !Objects.equals(before.placedOn(), wanted.placedOn())
        || !plain(before.lines()).equals(plain(kept(wanted.lines())));
  }

  /** Whether anything of it is another, whatever entry says so. */
  static boolean isAnother(Order before, PlaceOrder wanted) {
    return differs(before, wanted) || !before.lines().equals(kept(wanted.lines()));
  }

  /** The lines as they are kept, by their number. */
  static List<Line> kept(List<Line> lines) {
    return lines.stream()
        .map(Line::withoutPromise)
        .sorted(Comparator.comparing(Line::number))
        .toList();
  }

  private static List<Line> plain(List<Line> lines) {
    return lines.stream()
        .map(line -> line.cancelledFor(null).closedShortFor(null).withoutWaivers())
        .toList();
  }

  void add(EventKind kind, Object body) {
    entries.add(new NewEvent(kind, now, source, actor, body));
  }

  /** What was cancelled, taken up again and waived, which is not said of an order that is new. */
  List<NewEvent> and(Order before, PlaceOrder wanted, List<PromiseRevision> revisions) {
    boolean whole = entries.stream().anyMatch(entry -> entry.kind() == EventKind.PLACED);
    revisions.forEach(revision -> add(revision.kind(), revision.word()));
    addCancellation(
        Map.of(),
        before.cancelReason(),
        wanted.cancelled(),
        EventKind.CANCELLED,
        EventKind.REINSTATED);
    for (Line line : whole ? List.<Line>of() : kept(wanted.lines())) {
      before.line(line.number()).ifPresent(known -> addOfLine(known, line));
    }
    return List.copyOf(entries);
  }

  private void addOfLine(Line before, Line after) {
    addCancellation(
        Map.of("line", after.number()),
        before.cancelled(),
        after.cancelled(),
        EventKind.LINE_CANCELLED,
        EventKind.LINE_REINSTATED);
    addCancellation(
        Map.of("line", after.number()),
        before.closedShort(),
        after.closedShort(),
        EventKind.LINE_CLOSED_SHORT,
        EventKind.LINE_REOPENED);
    for (Requirement one : after.requirements()) {
      Optional<Requirement> known = before.requirement(one.code());
      if (known.isPresent() && !Objects.equals(known.get().waiver(), one.waiver())) {
        Map<String, Object> about = new HashMap<>();
        about.put("line", after.number());
        about.put("stage", one.stage());
        about.put("requirement", one.code());
        addWithReason(
            about,
            one.waiver(),
            one.waiver() == null ? EventKind.WAIVER_WITHDRAWN : EventKind.WAIVED);
      }
    }
  }

  private void addCancellation(
      Map<String, Object> about,
      LocalizedText before,
      LocalizedText after,
      EventKind cancelled,
      EventKind reinstated) {
    if (!Objects.equals(before, after)) {
      addWithReason(about, after, after == null ? reinstated : cancelled);
    }
  }

  private void addWithReason(Map<String, Object> about, LocalizedText reason, EventKind kind) {
    Map<String, Object> body = new HashMap<>(about);
    if (reason != null) {
      body.put("reason", reason);
    }
    add(kind, body);
  }
}
