package org.vitrine.people;

import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.ZoneNames;
import org.vitrine.platform.words.Language;

/**
 * How somebody reads: in which language, and in which time zone they are told times. Absent where
 * nobody has said it.
 */
public record Preferences(Optional<Language> language, Optional<ZoneId> zone) {
  public static final Preferences UNKNOWN = new Preferences(Optional.empty(), Optional.empty());

  /**
   * What somebody asks for, by the language's tag (BCP 47) and the zone's name (IANA). Throws
   * {@link Rejection.Invalid} for one that there is not.
   */
  public static Preferences asked(Optional<String> language, Optional<String> zone) {
    return new Preferences(language.map(Preferences::language), zone.map(Preferences::zone));
  }

  private static Language language(String tag) {
    return Language.of(tag)
        .orElseThrow(() -> new Rejection.Invalid("language", "A language must be en or zh-CN"));
  }

  private static ZoneId zone(String name) {
    return ZoneNames.find(name)
        .orElseThrow(
            () ->
                new Rejection.Invalid("zone", "A time zone must be a name such as Europe/Berlin"));
  }

  /** What was stored; what this version does not know any more counts as not said. */
  public static Preferences stored(String language, String zone) {
    return new Preferences(
        Optional.ofNullable(language).flatMap(Language::of),
        Optional.ofNullable(zone).flatMap(ZoneNames::find));
  }

  /** These, and where they say nothing, the others. */
  public Preferences or(Preferences others) {
    return new Preferences(language.or(others::language), zone.or(others::zone));
  }

  public Optional<String> languageTag() {
    return language.map(Language::tag);
  }

  public Optional<String> zoneName() {
    return zone.map(ZoneId::getId);
  }
}
