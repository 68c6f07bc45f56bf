package org.vitrine.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What happens next in the plant. It keeps the orders in flight and nothing of those delivered. */
final class Schedule {
  private final Plant plant;
  private final PriorityQueue<Telling> inFlight =
      new PriorityQueue<>(
          Comparator.comparing(Telling::at).thenComparing(telling -> telling.order));
  private int nextOrder;

  /** A happening that is due, and whose. */
  record Due(Story story, Happening happening) {}

  Schedule(Plant plant) {
    this.plant = plant;
  }

  /**
   * Goes on with an order of which so much was said already; returns when, by the plant's clock,
   * the last of it happened.
   */
  Instant resume(int order, int told) {
    nextOrder = Math.max(nextOrder, order + 1);
    Story story = plant.story(order);
    int index = 0;
    for (int at = 0; at < story.happenings().size(); at++) {
      if (story.happenings().get(at) instanceof Happening.ReportTold said
          && said.sequence() <= told) {
        index = at;
      }
    }
    if (index + 1 < story.happenings().size()) {
      inFlight.add(new Telling(order, story, index + 1));
    }
    return story.happenings().get(index).at();
  }

  /** Everything until then that was not taken yet, in the order in which it happens. */
  List<Due> take(Instant until) {
    while (!plant.placedAt(nextOrder).isAfter(until)) {
      inFlight.add(new Telling(nextOrder, plant.story(nextOrder), 0));
      nextOrder++;
    }
    List<Due> due = new ArrayList<>();
    while (!inFlight.isEmpty() && !inFlight.peek().at().isAfter(until)) {
      Telling telling = inFlight.poll();
      due.add(new Due(telling.story, telling.happening()));
      if (telling.index + 1 < telling.story.happenings().size()) {
        inFlight.add(new Telling(telling.order, telling.story, telling.index + 1));
      }
    }
    return due;
  }

  int inFlight() {
    return inFlight.size();
  }

  /** An order and what happens to it next. */
  private record Telling(int order, Story story, int index) {
    Happening happening() {
      return story.happenings().get(index);
    }

    Instant at() {
      return happening().at();
    }
  }
}
