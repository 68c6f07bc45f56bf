package org.vitrine.connectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.connectors.SourceFault.FaultKind;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.secrets.Secrets;

/**
 * Pulls what is due: each connector by one node at a time, which says again and again that it is
 * still at it, and few at once.
 */
final class ConnectorWork {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorWork.class);
  private static final int AT_ONCE = 4;
  private static final Duration HELD = Duration.ofMinutes(10);

  /** When few are at work; spread, so that not all compare at the same moment. */
  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  private static final int NIGHT_MINUTES = 120;
  private static final int APART = 7;

  private final PullGround ground;
  private final ConnectorRepository repository;
  private final SourceAsking asking;
  private final ZoneId plant;
  private final RandomGenerator chance;
  private final Semaphore places = new Semaphore(AT_ONCE);

  ConnectorWork(
      PullGround ground,
      ConnectorRepository repository,
      SourceAsking asking,
      ZoneId plant,
      RandomGenerator chance) {
    this.ground = ground;
    this.repository = repository;
    this.asking = asking;
    this.plant = plant;
    this.chance = chance;
  }

  /** Somebody else has it by now. */
  private static final class LostConnector extends RuntimeException {
    private static final long serialVersionUID = 1;

    private LostConnector() {
      super("Another node pulls it", null, false, false);
    }
  }

  /** Begins what is due, as far as there are places, each on a thread of its own. */
  void begin() {
    while (places.tryAcquire()) {
      UUID by = UUID.randomUUID();
      Optional<Connector> due = take(by);
      if (due.isEmpty()) {
        places.release();
        return;
      }
      Thread.ofVirtual()
          .name("connector " + due.get().code())
          .start(
              () -> {
                try {
                  pull(due.get(), by);
                } finally {
                  places.release();
                }
              });
    }
  }

  /** Does one that is due, here and now; false where there is none. */
  boolean doOne() {
    UUID by = UUID.randomUUID();
    Optional<Connector> due = take(by);
    due.ifPresent(one -> pull(one, by));
    return due.isPresent();
  }

  private Optional<Connector> take(UUID by) {
    Instant now = ground.clock().instant();
    return repository.takeDue(ground.database(), now, by, now.plus(HELD));
  }

  private void pull(Connector one, UUID by) {
    Instant began = ground.clock().instant();
    SourceReader reader;
    try {
      reader = asking.reader(one);
    } catch (Secrets.SecretUnreadable | Rejection.Invalid unfit) {
      fail(one, by, new SourceFault(FaultKind.DENIED, unfit.getMessage(), Optional.empty()));
      return;
    }
    boolean isComparison = !one.health().compareAt().isAfter(began);
    boolean isWhole = isComparison || !reader.dialect().tellsChanges();
    long run =
        repository.beginRun(
            ground.database(), one, isWhole ? PullScope.EVERYTHING : PullScope.CHANGES, began);
    Pull pull = new Pull(ground, one, reader, cursor -> keep(one, by, cursor));
    Optional<PullFault> fault = Optional.empty();
    try {
      PullCursor cursor =
          isWhole
              ? pull.everything(run, isComparison ? Optional.empty() : one.cursor().etag())
              : pull.changes();
      succeed(one, by, cursor, isWhole);
    } catch (LostConnector lost) {
      LOG.info("Connector {} is pulled by another node", one.code());
    } catch (SourceFault told) {
      fault = Optional.of(fail(one, by, told));
    } catch (Rejection.Invalid unfit) {
      fault =
          Optional.of(
              fail(
                  one,
                  by,
                  new SourceFault(FaultKind.MAPPING, unfit.getMessage(), Optional.empty())));
    } catch (RuntimeException ours) {
      LOG.error("Connector {} broke off", one.code(), ours);
      fault =
          Optional.of(
              fail(
                  one,
                  by,
                  new SourceFault(
                      FaultKind.AWAY, "Vitrine itself could not go on", Optional.empty())));
    }
    repository.endRun(ground.database(), run, ground.clock().instant(), pull.counts(), fault);
  }

  private void keep(Connector one, UUID by, PullCursor cursor) {
    Instant until = ground.clock().instant().plus(HELD);
    if (!repository.keep(ground.database(), one, by, until, cursor)) {
      throw new LostConnector();
    }
  }

  private void succeed(Connector one, UUID by, PullCursor cursor, boolean isWhole) {
    Instant now = ground.clock().instant();
    Instant night = nextNight(one.id(), now);
    Instant compareAt = isWhole ? night : one.health().compareAt();
    // What changed behind a run that was broken off lies in the next window.
    boolean goesOn = !isWhole && one.cursor().behind().isPresent();
    Instant next = goesOn ? now : now.plus(one.said().rules().every());
    repository.done(
        ground.database(),
        one,
        by,
        cursor,
        next.isBefore(compareAt) ? next : compareAt,
        now,
        isWhole ? Optional.of(night) : Optional.empty());
  }

  /** When a connector compares everything next. */
  Instant nextNight(long id, Instant now) {
    ZonedDateTime today = now.atZone(plant).with(NIGHT).plusMinutes(id * APART % NIGHT_MINUTES);
    return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
  }

  private PullFault fail(Connector one, UUID by, SourceFault told) {
    Instant now = ground.clock().instant();
    Duration rest = Backoff.USUAL.after(one.health().failures() + 1, told.retryAfter(), chance);
    PullFault fault = PullFault.of(told);
    repository.failed(ground.database(), one, by, fault, now, now.plus(rest));
    return fault;
  }
}
