package org.vitrine.voices;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.platform.database.Queries;

/** Editions of calendars, which never change once they are committed, as values to count by. */
final class EditionCache {
  private static final int MOST = 1_000;

  private final Calendars calendars;
  private final Map<CalendarEdition, WorkingTime> known = new ConcurrentHashMap<>();

  EditionCache(Calendars calendars) {
    this.calendars = calendars;
  }

  DepartmentCalendars of(Queries queries, Collection<VoiceEvent> events) {
    Map<CalendarEdition, WorkingTime> wanted = new HashMap<>();
    Set<CalendarEdition> named =
        events.stream()
            .map(EditionCache::named)
            .flatMap(Optional::stream)
            .filter(CalendarEdition::isKept)
            .collect(Collectors.toSet());
    named.forEach(one -> Optional.ofNullable(known.get(one)).ifPresent(it -> wanted.put(one, it)));
    named.removeAll(wanted.keySet());
    Map<CalendarEdition, WorkingTime> read = new HashMap<>();
    calendars
        .editions(queries, named)
        .forEach((edition, calendar) -> read.put(edition, calendar.workingTime()));
    wanted.putAll(read);
    queries.afterCommit(() -> keep(read)); // Never one that is taken back.
    return edition -> wanted.getOrDefault(edition, WorkingTime.AROUND_THE_CLOCK);
  }

  private static Optional<CalendarEdition> named(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.Said said -> Optional.of(said.calendar());
      case VoiceEvent.HandedOn handed -> Optional.of(handed.calendar());
      case VoiceEvent.CalendarSuperseded superseded -> Optional.of(superseded.calendar());
      case VoiceEvent.Reopened reopened -> Optional.of(reopened.calendar());
      default -> Optional.empty();
    };
  }

  private void keep(Map<CalendarEdition, WorkingTime> read) {
    if (known.size() + read.size() > MOST) {
      known.clear();
    }
    known.putAll(read);
  }

  void forget() {
    known.clear();
  }
}
