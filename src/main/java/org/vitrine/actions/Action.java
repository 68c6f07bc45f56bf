package org.vitrine.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * What somebody of the house does until a day.
 *
 * @param due the last day, where the plant is
 * @param version how many events it has
 * @param closing what was done, or why it was withdrawn; absent while it is open
 * @param moved how its due date was moved last
 * @param raisedBy the companies that raised the matter
 */
public record Action(
    ActionNumber number,
    String text,
    ActionOwner owner,
    LocalDate due,
    ActionState state,
    Optional<ActionSource> source,
    List<CompanyId> raisedBy,
    int version,
    ActionMade made,
    Optional<ActionClosing> closing,
    Optional<DueMove> moved,
    ActionRhythm rhythm) {

  /** One of the house. */
  public record ActionOwner(long id, String name) {}

  /** When and by whom it was made. */
  public record ActionMade(Instant at, String by) {}

  /**
   * @param text what was done, or why it is not done any more
   */
  public record ActionClosing(Instant at, String by, String text) {}

  /** Its due date was another one before, and why it was moved. */
  public record DueMove(LocalDate from, String reason) {}

  /**
   * What the clock has done about it, and does next.
   *
   * @param step how many of its reminders are done
   * @param next when the clock has something to do; absent where it has nothing
   * @param askedAt when those who raised the matter were asked whether it worked
   */
  record ActionRhythm(int step, Optional<Instant> next, Optional<Instant> askedAt) {}

  Action owned(ActionOwner other) {
    return new Action(
        number, text, other, due, state, source, raisedBy, version, made, closing, moved, rhythm);
  }

  Action worded(String other) {
    return new Action(
        number, other, owner, due, state, source, raisedBy, version, made, closing, moved, rhythm);
  }

  Action due(LocalDate other, DueMove move, ActionRhythm then) {
    return new Action(
        number,
        text,
        owner,
        other,
        state,
        source,
        raisedBy,
        version,
        made,
        closing,
        Optional.of(move),
        then);
  }

  Action standing(ActionState other, Optional<ActionClosing> closed, ActionRhythm then) {
    return new Action(
        number, text, owner, due, other, source, raisedBy, version, made, closed, moved, then);
  }

  Action minded(ActionRhythm then) {
    return standing(state, closing, then);
  }

  /** Due then once more; how it was moved before is of no interest any longer. */
  Action dueAgain(LocalDate other) {
    return new Action(
        number,
        text,
        owner,
        other,
        state,
        source,
        raisedBy,
        version,
        made,
        closing,
        Optional.empty(),
        rhythm);
  }

  /** With so many more events. */
  Action grown(int events) {
    return new Action(
        number,
        text,
        owner,
        due,
        state,
        source,
        raisedBy,
        version + events,
        made,
        closing,
        moved,
        rhythm);
  }
}
