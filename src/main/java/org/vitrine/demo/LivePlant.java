package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.Schedule.Due;
import org.vitrine.demo.Teller.Stamped;

/**
 * The plant at work, on a virtual thread: tells what is due a few times a second. While the
 * database does not answer the plant stands still, and then goes on with what it was about to say.
 */
final class LivePlant implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LivePlant.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_TICK = Duration.ofSeconds(2);

  private final Schedule schedule;
  private final Teller teller;
  private final PlantTime time;
  private final PlantClock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Instant before;
  private Thread worker;
  private List<Stamped> untold = List.of();
  private boolean troubled;

  LivePlant(Schedule schedule, Teller teller, PlantTime time, PlantClock clock) {
    this.schedule = schedule;
    this.teller = teller;
    this.time = time;
    this.clock = clock;
    this.before = now();
  }

  void start() {
    worker = Thread.ofVirtual().name("plant").start(this::work);
  }

  private void work() {
    try {
      while (!closing.await((troubled ? PATIENCE : TICK).toMillis(), TimeUnit.MILLISECONDS)) {
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what became due since the tick before. */
  void tick() {
    Instant now = now();
    if (untold.isEmpty()) {
      Duration passed = Duration.between(before, now);
      // A computer that slept for hours does not make the plant rush through them.
      boolean slept = passed.isNegative() || passed.compareTo(LONGEST_TICK) > 0;
      Instant until = time.pass(slept ? TICK : passed);
      untold = schedule.take(until).stream().map(due -> stamp(due, now)).toList();
    }
    before = now;
    if (!untold.isEmpty()) {
      tell();
    }
  }

  /** Happened now, and took as long as it seemed to us. */
  private Stamped stamp(Due due, Instant now) {
    Duration took =
        due.happening() instanceof ReportTold told
            ? time.real(Duration.between(told.began(), told.at()))
            : Duration.ZERO;
    return new Stamped(
        due.story(), due.happening(), now.minus(took).truncatedTo(ChronoUnit.MILLIS), now);
  }

  private void tell() {
    try {
      teller.tell(untold, happened -> {});
      untold = List.of();
      if (troubled) {
        LOG.info("The demo plant goes on");
      }
      troubled = false;
    } catch (RuntimeException fault) {
      if (!troubled && closing.getCount() > 0) {
        LOG.warn("The demo plant waits for the database: {}", fault.getMessage());
      }
      troubled = true;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      worker.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
