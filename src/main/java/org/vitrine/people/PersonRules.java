package org.vitrine.people;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrine.access.Permission;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.People.Person;
import org.vitrine.platform.Rejection;

/** What somebody may be called, and who may make them what. */
final class PersonRules {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,190}[A-Za-z0-9])");

  private PersonRules() {}

  static void requireMaySet(Person by, Role role, Collection<CompanyId> companies) {
    if (!role.isStaff() && companies.isEmpty()) {
      throw new Rejection.Invalid("companies", "A contact must belong to at least one company");
    }
    if (by.role().may(Permission.MANAGE_PEOPLE)) {
      return;
    }
    if (!by.role().may(Permission.INVITE_PEOPLE)
        || role.isStaff()
        || !by.companies().containsAll(companies)) {
      throw new Rejection.Forbidden("You can only invite contacts of the companies you look after");
    }
  }

  static void requireName(String name) {
    if (name == null
        || name.isBlank()
        || name.length() > 100
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new Rejection.Invalid("name", "A name must have 1 to 100 characters");
    }
  }

  static String requireEmail(String email) {
    if (email == null || !EMAIL.matcher(email).matches() || email.contains("..")) {
      throw new Rejection.Invalid("email", "This is not an email address");
    }
    return email.toLowerCase(Locale.ROOT);
  }

  static Rejection addressTaken() {
    return new Rejection.Conflict("email", "Someone with this email address already exists");
  }
}
