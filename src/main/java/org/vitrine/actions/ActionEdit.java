package org.vitrine.actions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is different about an action from now on; what is absent stays.
 *
 * @param owner the key of whoever does it
 * @param reason why the due date is another one, which those read who raised the matter
 * @param version of the action as whoever changes it has it before them; absent for any
 */
public record ActionEdit(
    Optional<String> text,
    Optional<Long> owner,
    Optional<LocalDate> due,
    Optional<String> reason,
    Optional<Integer> version) {
  public ActionEdit {
    text = text.map(ActionText::text);
    reason = ActionText.reason(reason.orElse(null));
  }
}
