package org.vitrine.voices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.PromisedClock.CountedHours;
import org.vitrine.voices.VoiceEvent.CalendarSuperseded;
import org.vitrine.voices.VoiceEvent.ClockPromised;
import org.vitrine.voices.VoiceEvent.HandedOn;
import org.vitrine.voices.VoiceEvent.Reopened;
import org.vitrine.voices.VoiceEvent.Said;

/** Editions of calendars: they never change once they are committed, so each is read once. */
final class EditionShelf {
  private static final int KEPT = 1_000;

  private final Calendars calendars;
  private final Cache<CalendarEdition, KeptEdition> kept =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  private record KeptEdition(WorkCalendar calendar, WorkingTime hours) {
    static KeptEdition of(WorkCalendar calendar) {
      return new KeptEdition(calendar, calendar.workingTime());
    }
  }

  EditionShelf(Calendars calendars) {
    this.calendars = calendars;
  }

  /** The database may tell another history now. */
  void forget() {
    kept.invalidateAll();
  }

  /** The editions by which voices are, or were, counted: asked without waiting. */
  static final class TakenEditions implements DepartmentCalendars {
    private final Map<CalendarEdition, KeptEdition> taken;

    private TakenEditions(Map<CalendarEdition, KeptEdition> taken) {
      this.taken = taken;
    }

    @Override
    public WorkingTime of(CalendarEdition edition) {
      return edition.isKept() ? taken.get(edition).hours() : WorkingTime.AROUND_THE_CLOCK;
    }

    /** Nothing where every hour is worked. */
    Optional<WorkCalendar> calendar(CalendarEdition edition) {
      return Optional.ofNullable(taken.get(edition)).map(KeptEdition::calendar);
    }
  }

  /** All that these voices name. */
  TakenEditions take(Queries queries, Collection<Voice> voices) {
    Set<CalendarEdition> named =
        voices.stream()
            .flatMap(voice -> voice.events().stream())
            .flatMap(event -> named(event).stream())
            .filter(CalendarEdition::isKept)
            .collect(Collectors.toSet());
    Map<CalendarEdition, KeptEdition> taken = new HashMap<>(kept.getAllPresent(named));
    named.removeAll(taken.keySet());
    Map<CalendarEdition, KeptEdition> read = new HashMap<>();
    calendars
        .editions(queries, named)
        .forEach((edition, calendar) -> read.put(edition, KeptEdition.of(calendar)));
    taken.putAll(read);
    queries.afterCommit(() -> kept.putAll(read)); // Never one that is taken back.
    return new TakenEditions(taken);
  }

  private static Optional<CalendarEdition> named(VoiceEvent event) {
    return switch (event) {
      case Said e -> Optional.of(e.calendar());
      case HandedOn e -> Optional.of(e.calendar());
      case CalendarSuperseded e -> Optional.of(e.calendar());
      case Reopened e -> Optional.of(e.calendar());
      case ClockPromised e -> e.hours().map(CountedHours::calendar);
      default -> Optional.empty();
    };
  }
}
