package org.vitrine.voices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.AuditedDifference;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.orders.LocalizedText;
import org.vitrine.people.Colleagues;

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

  /**
   * What became of it, for the trail.
   *
   * @param people by their keys
   */
  static AuditedDifference difference(
      Optional<Department> before,
      Optional<Department> after,
      Map<Long, Colleagues.Colleague> people) {
    return new AuditedDifference()
        .of("name", before.map(Department::called), after.map(Department::called))
        .of(
            "head",
            before.flatMap(Department::head).map(id -> address(people, id)),
            after.flatMap(Department::head).map(id -> address(people, id)))
        .of(
            "members",
            before.map(one -> addresses(people, one.members())),
            after.map(one -> addresses(people, one.members())))
        .of("calendar", before.map(Department::calendar), after.map(Department::calendar))
        .of("stages", before.map(Department::stages), after.map(Department::stages))
        .of("fallback", before.map(Department::fallback), after.map(Department::fallback));
  }

  /** The codes of those whose working time is counted by this calendar. */
  static List<String> workedBy(String calendar, List<Department> all) {
    Stream<Department> office =
        Stream.of(OFFICE)
            .filter(usual -> all.stream().noneMatch(one -> one.code().equals(usual.code())));
    return Stream.concat(all.stream(), office)
        .filter(one -> one.calendar().equals(calendar))
        .map(Department::code)
        .toList();
  }

  private String called() {
    return name.plain() == null ? String.join(" / ", name.byLanguage().values()) : name.plain();
  }

  private static List<String> addresses(Map<Long, Colleagues.Colleague> people, List<Long> ids) {
    return ids.stream().map(id -> address(people, id)).toList();
  }

  private static String address(Map<Long, Colleagues.Colleague> people, long id) {
    return people.containsKey(id) ? people.get(id).email() : String.valueOf(id);
  }

  /** Whether this person works there or heads it. */
  public boolean hasPerson(long person) {
    return members.contains(person) || head.filter(id -> id == person).isPresent();
  }
}
