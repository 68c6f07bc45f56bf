package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.vitrine.access.Role;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/**
 * Who is asked to a meeting: contacts of companies that any of these name, in these roles where
 * some are said; and people by name. Roles alone mean all who have them.
 *
 * @param companies by their codes
 * @param complaint true where companies are asked that have an open complaint
 * @param roles of their contacts; all where none is said
 * @param people by their keys, staff too
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AskedGuests(
    List<Tier> tiers,
    List<String> companies,
    Boolean complaint,
    List<Role> roles,
    List<Long> people) {
  static final AskedGuests NOBODY = new AskedGuests(null, null, null, null, null);

  private static final int MOST = 500;

  public AskedGuests {
    tiers = some("asked.tiers", tiers);
    companies = some("asked.companies", companies);
    complaint = Boolean.TRUE.equals(complaint);
    roles = some("asked.roles", roles);
    people = some("asked.people", people);
    for (Role role : roles) {
      if (role.isStaff()) {
        throw new Rejection.Invalid(
            "asked.roles",
            "“%s” is no role of customers: ask staff by name".formatted(role.code()));
      }
    }
  }

  private static <T> List<T> some(String field, List<T> named) {
    if (named != null && named.size() > MOST) {
      throw new Rejection.Invalid(
          field, "%d are named, of %d at most".formatted(named.size(), MOST));
    }
    return named == null ? List.of() : named.stream().distinct().toList();
  }

  boolean isNobody() {
    return tiers.isEmpty()
        && companies.isEmpty()
        && !complaint
        && roles.isEmpty()
        && people.isEmpty();
  }
}
