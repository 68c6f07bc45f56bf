package org.vitrine.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;

/**
 * What an order as it is sent says of its dates, held against what was promised before.
 *
 * <ul>
 *   <li>A date that moves or is withdrawn without a reason is refused: the customer would see it
 *       move and not know why. One that is set after it was to be confirmed needs none.
 *   <li>One that moves or is withdrawn without a cause moves for another cause, and by our doing.
 *   <li>A line that is told what it goes by anyway has no date of its own.
 *   <li>The first date of its own that a line gets is a revision where the line went by another
 *       until then, and else the first word on it.
 * </ul>
 */
final class PromiseRevisions {
  /** Under this number stands what is said of the whole order. */
  static final int ORDER = 0;

  private final Map<Integer, PromiseWord> before;
  private final Set<Integer> linesBefore;
  private final List<PromiseRevision> revisions = new ArrayList<>();

  private PromiseRevisions(Map<Integer, PromiseWord> before, Set<Integer> linesBefore) {
    this.before = before;
    this.linesBefore = linesBefore;
  }

  /** What the history is to say. */
  record PromiseRevision(EventKind kind, PromiseWord word) {
    PromiseRevision agreedBy(Optional<String> offer) {
      return offer.map(accepted -> new PromiseRevision(kind, word.agreedBy(accepted))).orElse(this);
    }
  }

  /**
   * @param before the newest word by the line of which it was said
   * @param linesBefore the numbers of the lines that were there
   */
  static List<PromiseRevision> between(
      Map<Integer, PromiseWord> before, Set<Integer> linesBefore, PlaceOrder wanted) {
    PromiseRevisions found = new PromiseRevisions(before, linesBefore);
    found.ofOrder(wanted.promise());
    for (int at = 0; at < wanted.lines().size(); at++) {
      Line line = wanted.lines().get(at);
      if (line.promise() != null) {
        found.ofLine("lines[%d].promise.reason".formatted(at), line, wanted.promise());
      }
    }
    return List.copyOf(found.revisions);
  }

  private void ofOrder(GivenPromise given) {
    PromiseWord known = before.get(ORDER);
    if (given != null && (known == null || !known.says(given))) {
      add("promise.reason", null, given, known);
    }
  }

  private void ofLine(String field, Line line, GivenPromise ofOrder) {
    GivenPromise given = line.promise();
    PromiseWord own = before.get(line.number());
    PromiseWord byOrder = ofOrder == null ? before.get(ORDER) : PromiseWord.of(null, ofOrder);
    PromiseWord said = own == null ? byOrder : own;
    if (said != null && said.says(given)) {
      return;
    }
    boolean wasThere = own != null || linesBefore.contains(line.number());
    PromiseWord known = own == null ? before.get(ORDER) : own;
    boolean moves = wasThere && known != null && !known.says(given);
    add(field, line.number(), given, moves ? known : null);
  }

  private void add(String field, Integer line, GivenPromise given, PromiseWord known) {
    boolean slips = known != null && known.date() != null;
    if (slips && given.isWithoutReason()) {
      throw new Rejection.Invalid(field, move(line, given, known) + ": give a reason");
    }
    revisions.add(
        new PromiseRevision(
            known == null ? EventKind.PROMISED : EventKind.PROMISE_REVISED,
            slips ? PromiseWord.ofSlip(line, given) : PromiseWord.of(line, given)));
  }

  private static String move(Integer line, GivenPromise given, PromiseWord known) {
    String promise = line == null ? "The promise" : "The promise of line " + line;
    return given.date() == null
        ? "%s for %s is withdrawn".formatted(promise, known.date())
        : "%s moves from %s to %s".formatted(promise, known.date(), given.date());
  }
}
