package org.vitrine.actions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a company that raised the matter reads of an action, for rooms that show it beside what it
 * answers.
 *
 * @param closing what was done, or why it is not done any more
 */
public record RaisedAction(
    ActionNumber number,
    String text,
    String owner,
    LocalDate due,
    ActionState state,
    Optional<String> closing) {

  static RaisedAction of(ActionShown shown) {
    return new RaisedAction(
        shown.number(),
        shown.text(),
        shown.owner(),
        shown.due(),
        shown.state(),
        shown.closing().map(ActionShown.ShownClosing::text));
  }
}
