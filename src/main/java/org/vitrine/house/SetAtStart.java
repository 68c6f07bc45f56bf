package org.vitrine.house;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.words.Language;

/**
 * What was said of the house when the program was started. It counts before what the pages set, and
 * is changed where the program is started.
 *
 * @param languages first the one that is offered first
 */
public record SetAtStart(
    Optional<String> manufacturer, Optional<ZoneId> zone, Optional<List<Language>> languages) {
  public static final SetAtStart NOTHING =
      new SetAtStart(Optional.empty(), Optional.empty(), Optional.empty());

  /** What a house is called that nobody has given a name. */
  private static final String NAMELESS = "Vitrine";

  public static SetAtStart of(String manufacturer, ZoneId zone) {
    return new SetAtStart(Optional.of(manufacturer), Optional.of(zone), Optional.empty());
  }

  /** The names of the settings that were said. */
  List<String> fields() {
    List<String> said = new ArrayList<>();
    manufacturer.ifPresent(name -> said.add(HouseField.MANUFACTURER));
    zone.ifPresent(name -> said.add(HouseField.ZONE));
    languages.ifPresent(some -> said.add(HouseField.LANGUAGES));
    return said;
  }

  /** What counts, with what was set in the pages; the machine's zone where neither says one. */
  HouseIdentity with(SavedHouse saved) {
    return new HouseIdentity(
        manufacturer.or(saved::manufacturer).orElse(NAMELESS),
        zone.or(saved::zone).orElseGet(ZoneId::systemDefault),
        languages.orElse(saved.languages()));
  }
}
