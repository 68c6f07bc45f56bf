package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.tracking.GlassLinks.Opens;

/**
 * Who speaks, reads or acts, and what they may reach.
 *
 * @param company behind whose wall they stand; absent for those who see all companies
 * @param opens what their glass link opens; absent for all others, and then only what was said
 *     through that link is theirs
 * @param answers whether they answer for the house
 */
record Speaker(
    VoiceParty party, Optional<CompanyId> company, Optional<Opens> opens, boolean answers) {

  /** Somebody who signed in, or a program that reads. */
  static Speaker of(Caller caller, Optional<CompanyId> company) {
    return new Speaker(
        VoiceParty.of(caller), company, Optional.empty(), caller.may(Permission.ANSWER_VOICES));
  }

  static Speaker of(Caller.GlassHolder holder, Opens opens) {
    return new Speaker(
        VoiceParty.of(holder), Optional.of(opens.company()), Optional.of(opens), false);
  }

  /** Who answers what was asked by mail: a contact, in a company of theirs. */
  static Speaker of(VoiceParty contact, CompanyId company) {
    return new Speaker(contact, Optional.of(company), Optional.empty(), false);
  }

  /** In whose name the house takes something down: it writes as the house does. */
  static Speaker noted(VoiceParty party) {
    return new Speaker(party, Optional.empty(), Optional.empty(), false);
  }

  boolean seesAll() {
    return company.isEmpty();
  }

  /** The glass link that they hold. */
  Optional<Long> link() {
    return opens.flatMap(any -> party.id());
  }

  /** The key of the person that they are. */
  Optional<Long> person() {
    return link().isPresent() ? Optional.empty() : party.id();
  }

  VoiceAudience audience() {
    if (seesAll()) {
      return new VoiceAudience.ForStaff(answers);
    }
    return link().isPresent()
        ? new VoiceAudience.ForLink(company.orElseThrow(), link().get())
        : new VoiceAudience.ForContacts(company.orElseThrow());
  }
}
