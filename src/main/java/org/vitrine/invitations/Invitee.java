package org.vitrine.invitations;

import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * Somebody who is asked to come.
 *
 * @param company for which they come; absent for staff
 */
public record Invitee(long person, Optional<CompanyId> company) {

  public static Invitee of(CompanyId company, long person) {
    return new Invitee(person, Optional.of(company));
  }

  public static Invitee staff(long person) {
    return new Invitee(person, Optional.empty());
  }
}
