package org.vitrine.visits;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;

/**
 * What the clock does about visits: what passed without a word is not noted, and what nobody of the
 * company corrected in its days is confirmed.
 */
public final class VisitClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final VisitDesk desk;
  private final ConfirmDesk confirming;
  private final VisitClockRepository clocked = new VisitClockRepository();
  private final VisitRepository visits = new VisitRepository();
  private final DueWork<VisitNumber> due;

  VisitClockWork(Database database, VisitDesk desk, ConfirmDesk confirming, Clock clock) {
    this.desk = desk;
    this.confirming = confirming;
    this.due =
        new DueWork<>(
            "visits",
            database,
            clock,
            clocked::lockDue,
            this::act,
            (number, later) -> clocked.rest(database, number, Optional.of(later)));
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of visits", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  public void round() {
    due.doAll();
  }

  private void act(Queries transaction, VisitNumber number) {
    Visit visit = visits.lock(transaction, number).orElseThrow();
    switch (visit.state()) {
      case PLANNED -> desk.passed(transaction, visit);
      case MADE -> {
        confirming.confirmBySilence(transaction, visit);
        clocked.rest(transaction, number, Optional.empty());
      }
      default -> clocked.rest(transaction, number, Optional.empty());
    }
  }
}
