package org.vitrine.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.actions.Action.ActionRhythm;
import org.vitrine.actions.ActionEvent.ActionEventKind;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;

/**
 * What the clock does about actions: it reminds their owners, tells of overdue ones, and asks
 * whether what was done worked. Each node looks; one at a time takes an action (FOR UPDATE SKIP
 * LOCKED), and what it does is written in the transaction in which it was found to be due, so it is
 * done once whatever node dies.
 */
public final class ActionClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final DueWork<ActionNumber> due;
  private final ActionDesk desk;
  private final ActionTimes times;
  private final ActionMails mails;
  private final ActionRepository repository = new ActionRepository();
  private final ActionCompanyRepository companies = new ActionCompanyRepository();

  ActionClockWork(
      Database database, ActionDesk desk, ActionTimes times, ActionMails mails, Clock clock) {
    this.desk = desk;
    this.times = times;
    this.mails = mails;
    this.due =
        new DueWork<>(
            "actions",
            database,
            clock,
            (transaction, now) -> repository.lockDue(transaction, now).map(Action::number),
            this::act,
            (number, later) -> repository.rest(database, number, later));
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of actions", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  public void round() {
    due.doAll();
  }

  private void act(Queries transaction, ActionNumber number) {
    Action action = desk.lock(transaction, number);
    Instant now = desk.now();
    if (action.state().isOpen()) {
      remind(transaction, action, now);
    } else if (action.state().isJudged() && action.rhythm().askedAt().isEmpty()) {
      ask(transaction, action, now);
    } else {
      repository.save(transaction, action.minded(resting(action, action.rhythm().askedAt())));
    }
  }

  private void remind(Queries transaction, Action action, Instant now) {
    int step = times.newest(action.due(), action.rhythm().step(), now);
    boolean overdue = ActionTimes.isOverdue(step);
    ActionEvent event =
        event(now, overdue ? ActionEventKind.ESCALATED : ActionEventKind.REMINDED)
            .with("due", action.due());
    Action after = action.minded(times.after(action.due(), step));
    desk.write(transaction, ActionTurn.of(after, event));
    if (overdue) {
      mails.overdue(transaction, action);
    } else {
      mails.remind(transaction, action, step);
    }
  }

  private void ask(Queries transaction, Action action, Instant now) {
    int asked = 0;
    for (CompanyId company : companies.unanswered(transaction, action.number())) {
      asked += mails.ask(transaction, action, company, now);
    }
    Action after = action.minded(resting(action, Optional.of(now)));
    desk.write(
        transaction, ActionTurn.of(after, event(now, ActionEventKind.ASKED).with("people", asked)));
  }

  /** The clock has nothing more to do about it, as it stands. */
  private static ActionRhythm resting(Action action, Optional<Instant> askedAt) {
    return new ActionRhythm(action.rhythm().step(), Optional.empty(), askedAt);
  }

  private static ActionEvent event(Instant now, ActionEventKind kind) {
    return ActionEvent.of(now, kind, ActionEvent.CLOCK);
  }
}
