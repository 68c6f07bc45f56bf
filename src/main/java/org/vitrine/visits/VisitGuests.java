package org.vitrine.visits;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.NamedContact;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visit.VisitPerson;

/** Who goes, and whom it is for, by their e-mail addresses. */
final class VisitGuests {
  static final int MOST_CONTACTS = 500;
  static final String ONESELF = "me";

  private final Colleagues colleagues = new Colleagues();
  private final Contacts contacts = new Contacts();

  /** Throws {@link Rejection.Invalid} on the field where nobody here has it. */
  VisitPerson colleague(Queries queries, String field, Optional<String> email, Actor self) {
    if (email.filter(one -> !one.equals(ONESELF)).isEmpty()) {
      return new VisitPerson(
          self.id().orElseThrow(() -> new Rejection.Invalid(field, "Say who goes")), self.name());
    }
    var found = colleagues.require(queries, field, List.of(email.get())).getFirst();
    return new VisitPerson(found.id(), found.name());
  }

  /** Throws {@link Rejection.Invalid} on {@code with} where one is no contact of the company. */
  List<VisitPerson> contacts(Queries queries, CompanyId company, List<String> emails) {
    if (emails.isEmpty()) {
      return List.of();
    }
    Map<String, NamedContact> known =
        contacts.named(queries, company, MOST_CONTACTS).stream()
            .collect(Collectors.toMap(one -> key(one.email()), Function.identity(), (a, b) -> a));
    return emails.stream()
        .map(email -> Optional.ofNullable(known.get(key(email))).orElseThrow(() -> none(email)))
        .map(found -> new VisitPerson(found.id(), found.name()))
        .distinct()
        .toList();
  }

  private static Rejection none(String email) {
    return new Rejection.Invalid(
        "with", "No contact of the company has the address “%s”".formatted(Excerpt.of(email)));
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
