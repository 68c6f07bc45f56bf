package org.vitrine.house;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.words.Language;

/**
 * What the pages set of the house.
 *
 * @param version raised by each change; 0 where nothing was ever set
 */
record SavedHouse(
    Optional<String> manufacturer,
    Optional<ZoneId> zone,
    List<Language> languages,
    long version,
    Optional<String> by,
    Optional<Instant> at) {
  static final SavedHouse NEVER =
      new SavedHouse(
          Optional.empty(), Optional.empty(), List.of(), 0, Optional.empty(), Optional.empty());

  /** The same with what is asked for, where something is. */
  SavedHouse with(EditHouse wanted) {
    return new SavedHouse(
        wanted.manufacturer().or(this::manufacturer),
        wanted.zone().or(this::zone),
        wanted.languages().orElse(languages),
        version,
        by,
        at);
  }
}
