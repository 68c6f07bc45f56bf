package org.vitrine.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * Makes minutes final by themselves once their days are over. Each node looks; one at a time takes
 * a meeting (FOR NO KEY UPDATE SKIP LOCKED), and mails are queued in the transaction in which its
 * minutes become final, so that happens once whatever node dies.
 */
public final class MinutesClockWork {
  private static final Logger LOG = LoggerFactory.getLogger(MinutesClockWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Database database;
  private final MeetingDesk desk;
  private final Afterwards afterwards;
  private final AmendmentDays days;
  private final Clock clock;
  private final AfterwardsRepository repository = new AfterwardsRepository();

  MinutesClockWork(
      Database database, MeetingDesk desk, Afterwards afterwards, AmendmentDays days, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.afterwards = afterwards;
    this.days = days;
    this.clock = clock;
  }

  Chore chore() {
    return new Chore("minutes of meetings", PAUSE, this::round);
  }

  /** What cannot be finished now holds up no others. */
  public void round() {
    Instant now = clock.instant();
    for (MeetingNumber meeting : repository.prepared(database, days.longestAgo(now))) {
      try {
        database.inTransaction(
            transaction -> {
              repository
                  .takePrepared(transaction, meeting)
                  .filter(prepared -> !now.isBefore(days.end(prepared)))
                  .filter(prepared -> afterwards.isDecided(transaction, meeting))
                  .ifPresent(
                      prepared ->
                          desk.act(
                              transaction,
                              meeting,
                              Optional.empty(),
                              turn -> {
                                afterwards.close(turn);
                                return null;
                              }));
              return null;
            });
      } catch (Rejection.Unavailable away) {
        throw away;
      } catch (RuntimeException fault) {
        LOG.error("The minutes of meeting {} could not be made final", meeting, fault);
      }
    }
  }
}
