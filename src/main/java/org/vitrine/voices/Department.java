package org.vitrine.voices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.orders.LocalizedText;

/**
 * Who answers what is said at certain stages.
 *
 * @param head the person who has whatever nobody is assigned to; absent where administrators do
 * @param members who works there, by the keys of the persons
 * @param calendar the code of the calendar that its working time is counted by
 * @param stages codes of stages, or patterns such as {@code weld-*}
 * @param fallback whether it has all the rest
 */
public record Department(
    String code,
    LocalizedText name,
    Optional<Long> head,
    List<Long> members,
    String calendar,
    List<String> stages,
    boolean fallback) {
  /** Where no department was set up, this one has everything. */
  public static final Department OFFICE =
      new Department(
          "office",
          LocalizedText.of(Map.of("en", "Office", "zh-CN", "办公室")),
          Optional.empty(),
          List.of(),
          WorkCalendar.PLANT,
          List.of(),
          true);

  public Department {
    members = List.copyOf(members);
    stages = List.copyOf(stages);
  }

  /** Whether this person works there or heads it. */
  public boolean hasPerson(long person) {
    return members.contains(person) || head.filter(id -> id == person).isPresent();
  }
}
