package org.vitrine.today;

import java.util.List;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.voices.Department;

/**
 * Whose page it is.
 *
 * @param companies whom they look after
 * @param departments all there are
 */
record TodayReader(
    long person, Set<Permission> may, List<CompanyId> companies, List<Department> departments) {

  boolean looksAfterSomebody() {
    return !companies.isEmpty();
  }

  /** Whoever waives what is demanded of any order looks at the orders of all companies. */
  boolean answersForTheHouse() {
    return may.contains(Permission.WAIVE);
  }

  /** Those that they head. */
  List<Department> heads() {
    return departments.stream()
        .filter(one -> one.head().filter(head -> head == person).isPresent())
        .toList();
  }

  /** The codes of those that they head or work in. */
  List<String> departmentsOfTheirs() {
    return departments.stream()
        .filter(
            one ->
                one.head().filter(head -> head == person).isPresent()
                    || one.members().contains(person))
        .map(Department::code)
        .toList();
  }

  /** Whoever works in what they head, without themselves. */
  List<Long> people() {
    return heads().stream()
        .flatMap(one -> one.members().stream())
        .filter(member -> member != person)
        .distinct()
        .toList();
  }
}
