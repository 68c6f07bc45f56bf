package org.vitrine.forecasts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders as far as they are known at a night, as nights go by. */
final class KnownPast {
  private final WorkClock clock;
  private final List<PastOrder> toBegin;
  private int finished;
  private final List<PastOrder> open = new ArrayList<>();
  private final HeardMoments finishedMoments;

  KnownPast(List<PastOrder> history, WorkClock clock) {
    this.clock = clock;
    this.finishedMoments = HeardMoments.none();
    this.toBegin = new ArrayList<>(history);
    toBegin.sort(
        Comparator.comparing((PastOrder order) -> order.heard().getFirst().at()).reversed());
  }

  /** A night has come; returns those that were finished since the one before. */
  List<PastOrder> passTo(Instant night) {
    while (!toBegin.isEmpty() && toBegin.getLast().heard().getFirst().at().isBefore(night)) {
      open.add(toBegin.removeLast());
    }
    List<PastOrder> done =
        open.stream().filter(order -> order.finished().filter(night::isAfter).isPresent()).toList();
    open.removeAll(done);
    finished += done.size();
    done.forEach(order -> finishedMoments.add(order, night, clock));
    return done;
  }

  HeardMoments moments(Instant night) {
    HeardMoments moments = finishedMoments.copy();
    open.forEach(order -> moments.add(order, night, clock));
    return moments;
  }

  List<PastOrder> open() {
    return open;
  }

  int finished() {
    return finished;
  }

  WorkClock clock() {
    return clock;
  }
}
