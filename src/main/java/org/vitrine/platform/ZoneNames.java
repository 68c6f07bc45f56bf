package org.vitrine.platform;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Time zones by their names in the IANA database, such as Asia/Shanghai. An offset such as +08:00
 * is none: it would be wrong for half of the year in most places.
 */
public final class ZoneNames {
  /** Registered by the library that reads calendars, for what it has read. */
  private static final String OF_CALENDARS = "ical4j";

  private ZoneNames() {}

  /** Absent where there is no zone of this name. */
  public static Optional<ZoneId> find(String name) {
    return name != null
            && !name.startsWith(OF_CALENDARS)
            && ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  /** Throws {@link Rejection.Invalid} at this field where there is no zone of this name. */
  public static ZoneId require(String field, String name) {
    return find(name)
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    field,
                    "“%s” is no time zone: give its name, such as Asia/Shanghai"
                        .formatted(Excerpt.of(name == null ? "" : name))));
  }
}
