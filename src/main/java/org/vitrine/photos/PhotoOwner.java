package org.vitrine.photos;

import java.util.Optional;
import java.util.function.LongFunction;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;

/**
 * Who sent a photo: they alone may use it, and limits are theirs.
 *
 * @param text tells one from another: a person, or a glass link with all who hold it
 * @param company whose it is from the beginning; absent for staff, whose photo becomes that of the
 *     company whom they show it to
 */
public record PhotoOwner(String text, Optional<CompanyId> company) {

  /**
   * @param glassLinks the company that the holder of a link speaks for; throws a {@link Rejection}
   *     where they may not
   */
  public static PhotoOwner of(Caller caller, LongFunction<CompanyId> glassLinks) {
    return switch (caller) {
      case Caller.SignedIn person -> person(person);
      case Caller.GlassHolder glass ->
          new PhotoOwner(
              "glass link " + glass.linkId(), Optional.of(glassLinks.apply(glass.linkId())));
      case Caller.Key key -> throw new Rejection.Forbidden("Programs cannot send photos");
      case Caller.Station station ->
          throw new Rejection.Forbidden("A station sends photos as evidence of what it reports");
    };
  }

  private static PhotoOwner person(Caller.SignedIn person) {
    if (person.company().isEmpty() && !person.seesAllCompanies()) {
      throw new Rejection.Forbidden("You do not belong to a company at the moment");
    }
    return new PhotoOwner("person " + person.id(), person.company());
  }

  boolean isPerson() {
    return text.startsWith("person ");
  }
}
