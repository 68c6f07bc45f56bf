package org.vitrine.voices;

import java.util.Optional;
import org.vitrine.companies.CompanyId;

/** For whom a voice is shown; each has its own pages, and no frame is sent to two of them. */
sealed interface VoiceAudience {

  /**
   * People of the manufacturer, and its programs.
   *
   * @param answers false for programs, which only read
   */
  record ForStaff(boolean answers) implements VoiceAudience {}

  /** People of the company whose order it is about. */
  record ForContacts(CompanyId of) implements VoiceAudience {}

  /** Whoever holds this glass link, of that company's order. */
  record ForLink(CompanyId of, long id) implements VoiceAudience {}

  default boolean isStaff() {
    return this instanceof ForStaff;
  }

  /** Behind whose wall they read. */
  default Optional<CompanyId> company() {
    return switch (this) {
      case ForStaff staff -> Optional.empty();
      case ForContacts contacts -> Optional.of(contacts.of());
      case ForLink link -> Optional.of(link.of());
    };
  }

  /** Through which link only what was said is theirs. */
  default Optional<Long> link() {
    return this instanceof ForLink link ? Optional.of(link.id()) : Optional.empty();
  }
}
