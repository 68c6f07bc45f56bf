package org.vitrine.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.invitations.Invitations;
import org.vitrine.meetings.Meeting.SeriesDate;
import org.vitrine.meetings.PlanRepository.MeetingOrigin;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Makes meetings of those dates of series that are near. */
final class SeriesPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(SeriesPlanner.class);

  /** Dates so near become meetings; the next one always is. */
  private static final Duration NEAR = Duration.ofDays(45);

  private static final int PAGE = 200;

  private final Database database;
  private final Changes changes;
  private final Invitations invitations;
  private final MeetingGuests guests;
  private final Clock clock;
  private final PlanRepository repository = new PlanRepository();
  private final SeriesRepository series = new SeriesRepository();

  SeriesPlanner(
      Database database,
      Changes changes,
      Invitations invitations,
      MeetingGuests guests,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.invitations = invitations;
    this.guests = guests;
    this.clock = clock;
  }

  /** Those of its dates that are not over. */
  static List<LocalDateTime> toCome(MeetingSeries one, Instant now) {
    return dates(one).stream().filter(date -> at(one, date).ends().isAfter(now)).toList();
  }

  private static List<LocalDateTime> dates(MeetingSeries one) {
    LocalDate first = one.first().start().toLocalDate();
    return one.rule().dates(first, Integer.MAX_VALUE).stream()
        .map(date -> date.atTime(one.first().start().toLocalTime()))
        .toList();
  }

  private static MeetingTime at(MeetingSeries one, LocalDateTime date) {
    return new MeetingTime(date, one.first().zone(), one.first().length());
  }

  /** Dates of series that come near become meetings. What fails with one holds up no others. */
  void continueSeries() {
    List<Long> page = series.open(database, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::attempt);
      page = series.open(database, page.getLast(), PAGE);
    }
  }

  private void attempt(long id) {
    try {
      database.inTransaction(
          transaction -> {
            series.lock(transaction, id).ifPresent(open -> goOn(transaction, open));
            return null;
          });
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("The series of meetings {} could not be continued", id, fault);
    }
  }

  /** Once all of it is over it ends, and is not looked at any more. */
  private void goOn(Queries transaction, MeetingSeries open) {
    Instant now = Json.asRead(clock.instant());
    if (toCome(open, now).isEmpty() && !series.isAhead(transaction, open.id(), now)) {
      series.end(transaction, open.id(), now);
      return;
    }
    continued(transaction, open, open.title(), now);
  }

  /** Returns the first that it made; nothing where none came near. */
  Optional<MeetingNumber> continued(
      Queries transaction, MeetingSeries one, String by, Instant now) {
    var known = series.dates(transaction, one.id());
    List<LocalDateTime> toCome = toCome(one, now);
    Optional<MeetingNumber> first = Optional.empty();
    for (LocalDateTime date : toCome) {
      boolean isNext = date.equals(toCome.getFirst());
      boolean isNear = at(one, date).begins().isBefore(now.plus(NEAR));
      if (!known.contains(date) && (isNext || isNear)) {
        MeetingNumber made = date(transaction, one, date, by, now);
        first = first.or(() -> Optional.of(made));
      }
    }
    return first;
  }

  private MeetingNumber date(
      Queries transaction, MeetingSeries one, LocalDateTime date, String by, Instant now) {
    Optional<MeetingNumber> previous = repository.before(transaction, one.id(), date);
    Instant since =
        dates(one).stream()
            .filter(date::isAfter)
            .reduce((a, b) -> b)
            .map(before -> at(one, before).begins())
            .orElse(at(one, date).begins().minus(MeetingPlanner.LOOKS_BACK));
    MeetingNumber number =
        repository.add(
            transaction,
            plan(one, date),
            new MeetingOrigin(Optional.of(new SeriesDate(one.id(), date)), previous, since),
            by,
            now);
    invitations.announce(
        transaction,
        one.occasion().date(MeetingPlanner.OCCASION, number.value(), date.toLocalDate()));
    guests.askAgain(transaction, number, one, now);
    changes.record(transaction, List.of(MeetingChange.of(number, 1, Optional.empty())));
    return number;
  }

  private static PlanMeeting plan(MeetingSeries one, LocalDateTime date) {
    return new PlanMeeting(
        one.kind(),
        one.title(),
        date,
        one.first().zone().getId(),
        (int) one.first().length().toMinutes(),
        one.place().room().orElse(null),
        one.place().video().orElse(null),
        one.capacity().orElse(null),
        null,
        one.asked(),
        null);
  }
}
