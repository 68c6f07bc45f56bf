package org.vitrine.platform.changes;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.vitrine.platform.database.Database;

/** Runs the durable readers of this node. Other nodes run them too; one at a time has each. */
public final class Subscribers implements AutoCloseable {
  private final List<SubscriberLoop> loops;
  private final SubscriberWatch watch;

  public Subscribers(Database database, List<Subscriber> subscribers, Clock clock) {
    this.loops =
        subscribers.stream()
            .map(subscriber -> new SubscriberLoop(database, subscriber, clock))
            .toList();
    this.watch = new SubscriberWatch(database, loops, clock);
  }

  /** Whoever is new begins here; then each goes on from where it stood. */
  public void start() {
    loops.forEach(SubscriberLoop::start);
    watch.start();
  }

  /** These were committed here. */
  public void wake(Collection<Change> changes) {
    loops.forEach(loop -> loop.wake(changes));
  }

  /** Something was committed elsewhere. */
  public void wake() {
    watch.wake();
  }

  /** On how many changes some reader fails for now. */
  public long failing() {
    return sum(SubscriberLoop::failing);
  }

  /** How many changes some reader has set aside. */
  public long setAside() {
    return sum(SubscriberLoop::setAside);
  }

  private long sum(ToLongFunction<SubscriberLoop> of) {
    return loops.stream().mapToLong(of).sum();
  }

  /** Lets what is under way end. */
  @Override
  public void close() {
    watch.stop();
    loops.forEach(SubscriberLoop::stop);
    watch.join();
    loops.forEach(SubscriberLoop::join);
  }
}
