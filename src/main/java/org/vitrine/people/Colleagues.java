package org.vitrine.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * The door to who works here: for settings that name some of them, and for what they look after.
 */
public final class Colleagues {
  private final ColleagueRepository repository = new ColleagueRepository();

  /**
   * One of the staff.
   *
   * @param disabled who cannot come in any more
   */
  public record Colleague(long id, String name, String email, boolean disabled) {}

  /** One of the staff who can come in. */
  public record HouseMember(long id, String name, boolean administers) {}

  /** Everybody who works here and can come in. */
  public List<HouseMember> present(Queries queries) {
    return repository.present(queries);
  }

  /** Everybody in this role who can come in. */
  public List<HouseMember> inRole(Queries queries, Role role) {
    return repository.inRole(queries, role.code());
  }

  /** Who looks after this company, and can come in. */
  public List<HouseMember> managersOf(Queries queries, CompanyId company) {
    return repository.managersOf(queries, company);
  }

  /** Everybody who works here and can come in, by name; so many at most. */
  public List<Colleague> active(Queries queries, int most) {
    return repository.active(queries, most);
  }

  /** Those of these persons who work here, by their keys. */
  public Map<Long, Colleague> byId(Queries queries, Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : repository.byId(queries, ids).stream()
            .collect(Collectors.toMap(Colleague::id, Function.identity()));
  }

  /** In the order given; throws {@link Rejection.Invalid} on the field that names somebody else. */
  public List<Colleague> require(Queries queries, String field, List<String> emails) {
    if (emails.isEmpty()) {
      return List.of();
    }
    Map<String, Colleague> found =
        repository
            .byEmail(queries, Set.copyOf(emails.stream().map(Colleagues::key).toList()))
            .stream()
            .collect(Collectors.toMap(one -> key(one.email()), Function.identity()));
    return emails.stream().map(email -> require(field, email, found.get(key(email)))).toList();
  }

  private static Colleague require(String field, String email, Colleague found) {
    if (found == null) {
      throw new Rejection.Invalid(
          field, "Nobody here has the e-mail address “%s”".formatted(Excerpt.of(email)));
    }
    if (found.disabled()) {
      throw new Rejection.Invalid(
          field, "“%s” is no longer active here".formatted(Excerpt.of(email)));
    }
    return found;
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
