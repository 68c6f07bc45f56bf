package org.vitrine.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.access.Actor;
import org.vitrine.actions.Action.ActionMade;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.actions.ActionEvent.ActionEventKind;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Where all writing about actions passes: the row is locked, the act sees what it is by then, and
 * its events, what follows from them and the changes are written in one transaction.
 */
final class ActionDesk {
  private final Changes changes;
  private final ActionTimes times;
  private final Clock clock;
  private final ActionRepository repository = new ActionRepository();
  private final ActionCompanyRepository companies = new ActionCompanyRepository();
  private final ActionQuestionRepository questions = new ActionQuestionRepository();

  ActionDesk(Changes changes, ActionTimes times, Clock clock) {
    this.changes = changes;
    this.times = times;
    this.clock = clock;
  }

  Instant now() {
    return Json.asRead(clock.instant());
  }

  Action make(Queries transaction, NewAction wanted, Colleague owner, Actor by) {
    Instant now = now();
    times.require(wanted.due(), now);
    long number =
        RandomNumbers.draw(
            drawn -> repository.make(transaction, fresh(drawn, wanted, owner, by, now)));
    Action action = fresh(number, wanted, owner, by, now);
    companies.raise(transaction, action);
    ActionEvent made =
        ActionEvent.of(now, ActionEventKind.MADE, by)
            .with("text", action.text())
            .with("owner", owner.name())
            .with("due", action.due());
    return write(transaction, ActionTurn.of(action, made));
  }

  private Action fresh(long number, NewAction wanted, Colleague owner, Actor by, Instant now) {
    return new Action(
        new ActionNumber(number),
        wanted.text(),
        new ActionOwner(owner.id(), owner.name()),
        wanted.due(),
        ActionState.OPEN,
        wanted.source(),
        List.copyOf(wanted.raisedBy()),
        0,
        new ActionMade(now, by.name()),
        Optional.empty(),
        Optional.empty(),
        times.from(wanted.due(), now));
  }

  Action lock(Queries transaction, ActionNumber number) {
    return repository.lock(transaction, number).orElseThrow(ActionDesk::nothing);
  }

  static Rejection nothing() {
    return new Rejection.NotFound("There is no such action");
  }

  /** Does something with an action as it is by now, and returns what it is then. */
  Action act(
      Queries transaction, ActionNumber number, Actor by, Function<ActionActs, ActionTurn> act) {
    Action action = lock(transaction, number);
    return write(transaction, act.apply(new ActionActs(action, by, now(), times)));
  }

  /** What was asked and told before says nothing about what is open again, or not done at all. */
  Action write(Queries transaction, ActionTurn turn) {
    if (turn.isNothing()) {
      return turn.action();
    }
    Action action = turn.action().grown(turn.events().size());
    int sequence = turn.action().version();
    for (ActionEvent event : turn.events()) {
      repository.append(transaction, action.number(), ++sequence, event);
    }
    repository.save(transaction, action);
    companies.show(transaction, action);
    if (turn.has(ActionEventKind.REOPENED) || turn.has(ActionEventKind.WITHDRAWN)) {
      companies.forgetAnswers(transaction, action.number());
      questions.end(transaction, action.number());
    }
    changes.record(transaction, ActionChange.of(new ActionTurn(action, turn.events())));
    return action;
  }
}
