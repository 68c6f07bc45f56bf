package org.vitrine.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.json.Json;

/**
 * What was promised: of an order, and of those of its lines that have a date of their own. A line
 * goes by the order's until something else is said of it.
 *
 * @param ofLines by the line's number
 */
public record Promises(Optional<Promise> ofOrder, Map<Integer, Promise> ofLines) {
  public Promises {
    ofLines = Map.copyOf(ofLines);
  }

  /** From the history of an order, in its order. */
  public static Promises of(List<Event> events) {
    Promise ofOrder = null;
    Map<Integer, Promise> ofLines = new HashMap<>();
    for (Event event : events) {
      if (event.kind() != EventKind.PROMISED && event.kind() != EventKind.PROMISE_REVISED) {
        continue;
      }
      PromiseWord word = Json.read(event.body(), PromiseWord.class);
      Promise.Revision said = word.saidIn(event);
      if (word.line() == null) {
        ofOrder = with(ofOrder, said);
      } else {
        Promise own = ofLines.get(word.line());
        boolean revised = event.kind() == EventKind.PROMISE_REVISED;
        ofLines.put(word.line(), with(own == null && revised ? ofOrder : own, said));
      }
    }
    return new Promises(Optional.ofNullable(ofOrder), ofLines);
  }

  private static Promise with(Promise before, Promise.Revision said) {
    return before == null ? new Promise(said, List.of()) : before.revisedBy(said);
  }

  /** What a line goes by. */
  public Optional<Promise> of(int line) {
    return Optional.ofNullable(ofLines.get(line)).or(() -> ofOrder);
  }

  /** How many words there are. */
  public int words() {
    return ofOrder.map(Promises::words).orElse(0)
        + ofLines.values().stream().mapToInt(Promises::words).sum();
  }

  private static int words(Promise promise) {
    return 1 + promise.revisions().size();
  }
}
