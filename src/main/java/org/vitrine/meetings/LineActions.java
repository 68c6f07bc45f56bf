package org.vitrine.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionEdit;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.WrittenLine.LineDeed;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Rejection;

/**
 * Lines of the minutes as actions: raised in the transaction in which the line becomes one, and
 * withdrawn in that in which it is words again. The companies that raised what is talked about, and
 * whoever suggested it, read what becomes of it.
 */
final class LineActions {
  /** What actions of meetings name as their source. */
  static final String SOURCE = "meeting";

  private final Actions actions;
  private final Colleagues colleagues = new Colleagues();
  private final LineRepository repository = new LineRepository();

  LineActions(Actions actions) {
    this.actions = actions;
  }

  /**
   * Who does it, and until when.
   *
   * @param owner by e-mail address
   */
  record AssignedDeed(String owner, LocalDate due) {}

  ActionNumber make(MeetingTurn turn, WrittenLine line, AssignedDeed deed, Actor by) {
    line.deed()
        .ifPresent(
            known -> {
              throw new Rejection.Conflict("It is action %d already".formatted(known.number()));
            });
    Colleague owner =
        colleagues.require(turn.transaction(), "owner", List.of(deed.owner())).getFirst();
    ActionSource source =
        new ActionSource(SOURCE, turn.meeting().number().value(), turn.meeting().title());
    ActionNumber number =
        actions.raise(
            turn.transaction(),
            new NewAction(
                line.text(),
                owner.id(),
                deed.due(),
                Optional.of(source),
                repository.raisedBy(turn.transaction(), line.id())),
            by);
    repository.become(
        turn.transaction(),
        line.id(),
        owner.id(),
        new LineDeed(number.value(), owner.name(), deed.due()));
    return number;
  }

  void takeBack(MeetingTurn turn, WrittenLine line, String reason, Actor by) {
    LineDeed deed = line.deed().orElseThrow(() -> new Rejection.Conflict("This line is no action"));
    actions.withdraw(turn.transaction(), new ActionNumber(deed.number()), reason, by);
    repository.becomeWords(turn.transaction(), line.id());
  }

  /** The same as long as there is something to do. */
  void followWhileOpen(MeetingTurn turn, WrittenLine line, String text, Actor by) {
    List<ActionNumber> number =
        line.deed().map(deed -> new ActionNumber(deed.number())).stream().toList();
    if (actions.find(turn.transaction(), number).stream().anyMatch(one -> one.state().isOpen())) {
      follow(turn, line, text, by);
    }
  }

  /** An action reads as its line does. */
  void follow(MeetingTurn turn, WrittenLine line, String text, Actor by) {
    line.deed()
        .ifPresent(
            deed ->
                actions.edit(
                    turn.transaction(),
                    new ActionNumber(deed.number()),
                    new ActionEdit(
                        Optional.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    by));
  }
}
