package org.vitrine.profiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed with one company, or for one tier, in versions. Reads no clock.
 *
 * <ul>
 *   <li>Each version is the whole of what was agreed: of those that count on a day, the one that
 *       was saved last does, and no other.
 *   <li>Where that one ends, an earlier one that has not ended counts again.
 *   <li>On a day on which none counts, there is nothing.
 * </ul>
 *
 * @param versions in the order in which they were saved
 */
public record Profile(List<SavedTerms> versions) {
  public static final Profile NONE = new Profile(List.of());

  public Profile {
    versions =
        versions.stream().sorted(Comparator.comparingInt(one -> one.version().version())).toList();
  }

  /** The version that counts on this day. */
  public Optional<SavedTerms> at(LocalDate day) {
    return versions.reversed().stream().filter(one -> one.days().include(day)).findFirst();
  }

  /** As it was at this moment: what was saved later changes nothing of what began before. */
  public Profile asOf(Instant moment) {
    return new Profile(versions.stream().filter(one -> !one.savedAt().isAfter(moment)).toList());
  }

  public Optional<SavedTerms> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  /** The number of the newest version, 0 where there is none. */
  public int version() {
    return newest().map(one -> one.version().version()).orElse(0);
  }
}
