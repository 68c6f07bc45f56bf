package org.vitrine.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.actions.Action.ActionClosing;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.actions.Action.ActionRhythm;
import org.vitrine.actions.Action.DueMove;
import org.vitrine.actions.ActionEvent.ActionEventKind;
import org.vitrine.platform.Rejection;

/** What can be done with an action as it stands; what no longer fits is a conflict. Asks nobody. */
record ActionActs(Action action, Actor by, Instant now, ActionTimes times) {

  /**
   * @param owner who has it from now on; absent for whoever has it
   */
  ActionTurn edit(ActionEdit wanted, Optional<ActionOwner> owner) {
    requireOpen();
    if (wanted.version().filter(seen -> seen != action.version()).isPresent()) {
      throw new Rejection.Conflict(
          "Somebody has changed it since: read version %d of it".formatted(action.version()));
    }
    Action after = action;
    List<ActionEvent> events = new ArrayList<>();
    if (wanted.text().filter(text -> !text.equals(action.text())).isPresent()) {
      after = after.worded(wanted.text().get());
      events.add(changed(ActionEventKind.REWORDED, action.text(), after.text()));
    }
    if (owner.filter(other -> other.id() != action.owner().id()).isPresent()) {
      after = after.owned(owner.get());
      events.add(changed(ActionEventKind.HANDED_ON, action.owner().name(), after.owner().name()));
    }
    if (wanted.due().filter(due -> !due.equals(action.due())).isPresent()) {
      LocalDate due = times.require(wanted.due().get(), now);
      String reason =
          wanted
              .reason()
              .orElseThrow(
                  () ->
                      new Rejection.Invalid(
                          "reason", "Give the reason for the new date, which customers read"));
      after = after.due(due, new DueMove(action.due(), reason), times.from(due, now));
      events.add(changed(ActionEventKind.MOVED, action.due(), due).with("reason", reason));
    }
    return new ActionTurn(after, events);
  }

  private ActionEvent changed(ActionEventKind kind, Object from, Object to) {
    return event(kind).with("from", from).with("to", to);
  }

  /**
   * @param askAfter in so many weeks those who raised the matter are asked whether it worked
   */
  ActionTurn done(String word, int askAfter) {
    requireOpen();
    Optional<Instant> asking =
        Optional.of(times.asking(now, askAfter)).filter(any -> !action.raisedBy().isEmpty());
    return ActionTurn.of(
        closed(ActionState.DONE, word, asking), event(ActionEventKind.DONE).with("text", word));
  }

  ActionTurn withdraw(String reason) {
    requireOpen();
    return ActionTurn.of(
        closed(ActionState.WITHDRAWN, reason, Optional.empty()),
        event(ActionEventKind.WITHDRAWN).with("reason", reason));
  }

  private Action closed(ActionState state, String text, Optional<Instant> next) {
    return action.standing(
        state,
        Optional.of(new ActionClosing(now, by.name(), text)),
        new ActionRhythm(action.rhythm().step(), next, Optional.empty()));
  }

  /** It worked; that several say so changes nothing more. */
  ActionTurn worked(Optional<String> word, Optional<String> company) {
    requireJudged();
    return ActionTurn.of(
        action.standing(ActionState.WORKED, action.closing(), action.rhythm()),
        said(ActionEventKind.WORKED, word, company));
  }

  /** It did not work: open again, and due in time for somebody to do something. */
  ActionTurn reopen(String word, Optional<String> company) {
    requireJudged();
    LocalDate due = times.dueAgain(action.due(), now);
    Action open =
        action.standing(ActionState.REOPENED, Optional.empty(), times.from(due, now)).dueAgain(due);
    return ActionTurn.of(
        open, said(ActionEventKind.REOPENED, Optional.of(word), company).with("due", due));
  }

  private ActionEvent said(ActionEventKind kind, Optional<String> word, Optional<String> company) {
    ActionEvent event = event(kind);
    event = word.isPresent() ? event.with("text", word.get()) : event;
    return company.isPresent() ? event.with("company", company.get()) : event;
  }

  private ActionEvent event(ActionEventKind kind) {
    return ActionEvent.of(now, kind, by);
  }

  private void requireOpen() {
    if (!action.state().isOpen()) {
      throw new Rejection.Conflict("This is not open any more: " + standing());
    }
  }

  private void requireJudged() {
    if (!action.state().isJudged()) {
      throw new Rejection.Conflict(
          "There is nothing to say yet about whether it worked: " + standing());
    }
  }

  private String standing() {
    String closed =
        action
            .closing()
            .map(one -> " by %s on %s".formatted(one.by(), times.today(one.at())))
            .orElse("");
    return switch (action.state()) {
      case OPEN -> "it is open";
      case REOPENED -> "it is open again";
      case DONE, WORKED -> "it was done" + closed;
      case WITHDRAWN -> "it was withdrawn" + closed;
    };
  }
}
