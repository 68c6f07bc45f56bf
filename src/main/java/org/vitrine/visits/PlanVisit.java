package org.vitrine.visits;

import java.time.Instant;
import java.util.List;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.profiles.VisitingRole;

/**
 * A visit as it is planned, or noted down afterwards.
 *
 * @param company its code
 * @param by who goes, by e-mail address; whoever plans it where nobody is named
 * @param with contacts of the company, by their e-mail addresses
 */
public record PlanVisit(
    String company,
    VisitKind kind,
    VisitingRole role,
    String by,
    Instant at,
    Integer minutes,
    String place,
    List<String> with) {
  private static final int USUAL_MINUTES = 60;
  private static final int LONGEST_MINUTES = 1_440;
  private static final int LONGEST_PLACE = 300;
  private static final int MOST_CONTACTS = 50;
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  public PlanVisit {
    if (company == null || company.isBlank()) {
      throw new Rejection.Invalid("company", "Say whom, by the company's code");
    }
    kind = kind == null ? VisitKind.VISIT : kind;
    role = role == null ? VisitingRole.ACCOUNT_MANAGER : role;
    at = moment(at);
    minutes = minutes(minutes == null ? USUAL_MINUTES : minutes);
    place = place(place);
    with = contacts(with == null ? List.of() : with);
  }

  static Instant moment(Instant at) {
    if (at == null || at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw new Rejection.Invalid("at", "Say when, such as 2026-12-08T06:00:00Z");
    }
    return at;
  }

  static int minutes(int minutes) {
    if (minutes < 1 || minutes > LONGEST_MINUTES) {
      throw new Rejection.Invalid(
          "minutes", "It lasts 1 to %,d minutes, unlike %d".formatted(LONGEST_MINUTES, minutes));
    }
    return minutes;
  }

  /** Null where none is said. */
  static String place(String place) {
    if (place == null || Blanks.only(place)) {
      return null;
    }
    String said = Blanks.stripped(place);
    TextLimit.atMost("place", said, LONGEST_PLACE);
    if (said.codePoints().anyMatch(Character::isISOControl)) {
      throw new Rejection.Invalid("place", "A place is one line");
    }
    return said;
  }

  static List<String> contacts(List<String> with) {
    if (with.size() > MOST_CONTACTS || with.stream().anyMatch(one -> one == null)) {
      throw new Rejection.Invalid(
          "with", "Name at most %d contacts by e-mail address".formatted(MOST_CONTACTS));
    }
    return with.stream().distinct().toList();
  }
}
