package org.vitrine.house;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.ZoneNames;
import org.vitrine.platform.words.Language;

/** What somebody wants the house to be; absent stays as it is. */
record EditHouse(
    Optional<String> manufacturer, Optional<ZoneId> zone, Optional<List<Language>> languages) {
  private static final int LONGEST_NAME = 200;

  /** The same without what is set at the start, which is not kept here as well. */
  EditHouse without(SetAtStart start) {
    return new EditHouse(
        manufacturer.filter(name -> start.manufacturer().isEmpty()),
        zone.filter(name -> start.zone().isEmpty()),
        languages.filter(some -> start.languages().isEmpty()));
  }

  /**
   * The same as it is sent.
   *
   * @param zone its name in the IANA database
   * @param languages tags (BCP 47), first the one that is offered first
   */
  record Sent(
      Optional<String> manufacturer, Optional<String> zone, Optional<List<String>> languages) {

    /** Throws {@link Rejection.Invalid} at the field that cannot be meant. */
    EditHouse read() {
      return new EditHouse(
          manufacturer.map(Sent::name),
          zone.map(name -> ZoneNames.require(HouseField.ZONE, name)),
          languages.map(Sent::known));
    }

    private static String name(String text) {
      String name = text.strip();
      boolean isOneLine = name.chars().noneMatch(Character::isISOControl);
      if (name.isEmpty() || name.length() > LONGEST_NAME || !isOneLine) {
        throw new Rejection.Invalid(
            HouseField.MANUFACTURER,
            "Give a name of 1 to %d characters on one line".formatted(LONGEST_NAME));
      }
      return name;
    }

    private static List<Language> known(List<String> tags) {
      List<Language> languages =
          tags.stream().map(tag -> Language.of(tag).orElseThrow(Sent::unknown)).distinct().toList();
      if (languages.isEmpty() || languages.size() < tags.size()) {
        throw unknown();
      }
      return languages;
    }

    private static Rejection unknown() {
      return new Rejection.Invalid(
          HouseField.LANGUAGES, "Give en, zh-CN or both, each once, the first one first");
    }
  }
}
