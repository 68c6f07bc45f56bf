package org.vitrine.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/**
 * What the clock has to do about things of one kind, whichever node does it: one after the other,
 * each done in the transaction in which it was found to be due and is held. One that cannot be
 * dealt with is put off and holds up no others.
 *
 * @param <T> what names a thing
 */
public final class DueWork<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

  private final String kind;
  private final Database database;
  private final Clock clock;
  private final BiFunction<Queries, Instant, Optional<T>> lockDue;
  private final BiConsumer<Queries, T> act;
  private final BiConsumer<T, Instant> putOff;

  /**
   * @param kind of what, for the log
   * @param lockDue takes one that is due by then, and passes over what another node has (SKIP
   *     LOCKED)
   * @param putOff says when one that failed is due again
   */
  public DueWork(
      String kind,
      Database database,
      Clock clock,
      BiFunction<Queries, Instant, Optional<T>> lockDue,
      BiConsumer<Queries, T> act,
      BiConsumer<T, Instant> putOff) {
    this.kind = kind;
    this.database = database;
    this.clock = clock;
    this.lockDue = lockDue;
    this.act = act;
    this.putOff = putOff;
  }

  /** Does all that is due now. Throws {@link Rejection.Unavailable} where the database is away. */
  public void doAll() {
    while (doOne()) {
      // One after the other, each in a transaction of its own.
    }
  }

  private boolean doOne() {
    List<T> taken = new ArrayList<>();
    try {
      database.inTransaction(
          transaction -> {
            lockDue.apply(transaction, clock.instant()).ifPresent(taken::add);
            taken.forEach(one -> act.accept(transaction, one));
            return null;
          });
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("What is due of {} {} could not be done", kind, taken, fault);
      Instant later = clock.instant().plus(AFTER_A_FAULT);
      taken.forEach(one -> putOff.accept(one, later));
    }
    return !taken.isEmpty();
  }
}
