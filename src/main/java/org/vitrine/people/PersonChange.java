package org.vitrine.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.People.Person;
import org.vitrine.platform.Rejection;

/**
 * What somebody is to be from now on, and what that means for them.
 *
 * @param preferences how they read; where it says nothing, as before
 * @param seenDisabled whether they were, as whoever asks saw it; absent where that is not said
 */
public record PersonChange(
    String name,
    Role role,
    Collection<CompanyId> companies,
    Preferences preferences,
    boolean disabled,
    Optional<Boolean> seenDisabled) {

  /** Nobody is let in again by a form that was opened before they were disabled. */
  void requireSeen(Person before) {
    if (seenDisabled.filter(seen -> seen != before.disabled()).isPresent()) {
      throw new Rejection.Conflict(
          before.disabled()
              ? "This person was disabled in the meantime; reload and check"
              : "This person was enabled again in the meantime; reload and check");
    }
  }

  /** True where they may do more here than before: as staff they see every company. */
  boolean raises(Person before) {
    return role.isStaff() && !disabled && (role != before.role() || before.disabled());
  }

  /** True where they are all of this already. */
  boolean changesNothing(Person before) {
    return name.equals(before.name())
        && role == before.role()
        && disabled == before.disabled()
        && preferences.or(before.preferences()).equals(before.preferences())
        && Set.copyOf(companies).equals(Set.copyOf(before.companies()));
  }

  boolean takesARightFrom(Person before) {
    return disabled && !before.disabled()
        || role != before.role()
        || !companies.containsAll(before.companies());
  }

  /** True where there is one administrator less. */
  boolean endsAnAdministrator(Person before) {
    return before.role() == Role.ADMINISTRATOR
        && !before.disabled()
        && (disabled || role != Role.ADMINISTRATOR);
  }

  AuditAction action(Person before) {
    if (disabled == before.disabled()) {
      return AuditAction.PERSON_CHANGED;
    }
    return disabled ? AuditAction.PERSON_DISABLED : AuditAction.PERSON_ENABLED;
  }

  /** What they were and what they are, for the trail; language and zone only where they changed. */
  Map<String, Object> detail(
      Person before, Function<Collection<CompanyId>, List<String>> companyNames) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("name", became(before.name(), name));
    detail.put("role", became(before.role().code(), role.code()));
    detail.put(
        "companies", became(companyNames.apply(before.companies()), companyNames.apply(companies)));
    detail.put("disabled", became(before.disabled(), disabled));
    Preferences read = before.preferences();
    Preferences reads = preferences.or(read);
    putChanged(detail, "language", read.languageTag(), reads.languageTag());
    putChanged(detail, "zone", read.zoneName(), reads.zoneName());
    return detail;
  }

  private static void putChanged(
      Map<String, Object> detail, String name, Optional<String> before, Optional<String> after) {
    if (!before.equals(after)) {
      detail.put(name, became(before.orElse(""), after.orElse("")));
    }
  }

  static Map<String, Object> became(Object before, Object after) {
    return Map.of("before", before, "after", after);
  }
}
