package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.actions.Action;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.RaisedAction;

/**
 * How far something is that was decided to be done.
 *
 * @param number by which it is followed
 * @param closing what was done, or why it is not done any more
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FollowedAction(
    long number,
    String text,
    String owner,
    LocalDate due,
    ActionState state,
    Optional<String> closing) {

  static FollowedAction of(Action action) {
    return new FollowedAction(
        action.number().value(),
        action.text(),
        action.owner().name(),
        action.due(),
        action.state(),
        action.closing().map(Action.ActionClosing::text));
  }

  static FollowedAction of(RaisedAction action) {
    return new FollowedAction(
        action.number().value(),
        action.text(),
        action.owner(),
        action.due(),
        action.state(),
        action.closing());
  }
}
