package org.vitrine.voices;

import java.util.List;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * A department as it is sent; its code stands in the path.
 *
 * @param head by e-mail address; absent where administrators have what nobody is assigned to
 * @param members by e-mail address
 * @param calendar the plant's where none is named
 */
public record SaveDepartment(
    LocalizedText name,
    String head,
    List<String> members,
    String calendar,
    List<String> stages,
    Boolean fallback) {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_MEMBERS = 200;

  public SaveDepartment {
    if (name == null || name.isBlank()) {
      throw new Rejection.Invalid("name", "Give the department’s name");
    }
    LocalizedText.requireAtMost("name", name, LONGEST_NAME);
    LocalizedText.requireLanguages("name", name);
    members = members == null ? List.of() : List.copyOf(members);
    if (members.size() > MOST_MEMBERS) {
      throw new Rejection.Invalid(
          "members", "A department can have at most %d members".formatted(MOST_MEMBERS));
    }
    calendar = calendar == null ? WorkCalendar.PLANT : calendar;
    stages = StageClaims.checked(stages == null ? List.of() : stages);
    fallback = fallback != null && fallback;
  }
}
