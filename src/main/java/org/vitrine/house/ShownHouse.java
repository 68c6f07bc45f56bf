package org.vitrine.house;

import java.util.List;
import org.vitrine.platform.words.Language;

/**
 * The house as those see it who may set it.
 *
 * @param version what an edit starts from; 0 where nothing was ever set
 * @param setAtStart which of the fields are set where the program is started, and only there
 * @param inForce false for the moment in which the house closes and opens again with what was set
 */
record ShownHouse(
    String manufacturer,
    String zone,
    List<String> languages,
    long version,
    List<String> setAtStart,
    boolean inForce) {

  static ShownHouse of(SavedHouse saved, SetAtStart start, HouseIdentity now) {
    HouseIdentity wanted = start.with(saved);
    return new ShownHouse(
        wanted.manufacturer(),
        wanted.zone().getId(),
        wanted.languages().stream().map(Language::tag).toList(),
        saved.version(),
        start.fields(),
        wanted.equals(now));
  }
}
