package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.vitrine.platform.database.Database;

/**
 * Looks for all durable readers of this node at once whether there is anything for them, when
 * something was committed elsewhere and once a second anyway, and wakes those that are concerned: a
 * reader that minds little costs little, however much happens.
 */
final class SubscriberWatch {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(250);

  private final Database database;
  private final List<SubscriberLoop> loops;
  private final List<String> names;
  private final Clock clock;
  private final SubscriberRepository repository = new SubscriberRepository();
  private final WokenThread thread =
      new WokenThread("the watch over subscribers", POLL.minus(REST), this::look);

  SubscriberWatch(Database database, List<SubscriberLoop> loops, Clock clock) {
    this.database = database;
    this.loops = loops;
    this.names = loops.stream().map(SubscriberLoop::name).toList();
    this.clock = clock;
  }

  void start() {
    thread.start();
    thread.wake();
  }

  void wake() {
    thread.wake();
  }

  private void look() {
    Map<String, Standing> standings = repository.standings(database, names, clock.instant());
    LongStream begins = standings.values().stream().mapToLong(Standing::xmin);
    FeedNews news = repository.newsSince(database, begins.min().orElse(0));
    for (SubscriberLoop loop : loops) {
      Standing standing = standings.get(loop.name());
      if (standing == null) {
        loop.enrol(); // Another database answers than the one in which it began.
      } else {
        loop.look(standing, news);
      }
    }
    thread.rest(REST);
  }

  void stop() {
    thread.stop();
  }

  void join() {
    thread.join();
  }
}
