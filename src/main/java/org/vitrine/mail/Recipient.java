package org.vitrine.mail;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.platform.words.Language;

/**
 * Whom a mail is for, and how they read it.
 *
 * @param language absent where nobody has said it: then the mail comes in every language
 * @param zone in which times are told; absent for the plant's
 */
public record Recipient(
    String name, String email, Optional<Language> language, Optional<ZoneId> zone) {

  /** By what is stored of somebody; what this version does not know counts as not said. */
  public static Recipient of(String name, String email, String language, String zone) {
    return new Recipient(
        name,
        email,
        Optional.ofNullable(language).flatMap(Language::of),
        Optional.ofNullable(zone).flatMap(Recipient::zone));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
