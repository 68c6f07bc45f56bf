package org.vitrine.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.VisitCoverRepository.CoveredDays;
import org.vitrine.visits.VisitCoverRepository.VisitCover;

/**
 * Who goes instead of somebody who is on holiday. Nobody is covered twice on a day, nor by somebody
 * who is away: whoever goes instead goes.
 */
final class VisitCovers {
  private static final int LONGEST_DAYS = 366;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private final Database database;
  private final ZoneId zone;
  private final Clock clock;
  private final VisitGuests guests = new VisitGuests();
  private final VisitCoverRepository repository = new VisitCoverRepository();
  private volatile HandingOver handing = (transaction, person, from, until) -> {};

  VisitCovers(Database database, ZoneId zone, Clock clock) {
    this.database = database;
    this.zone = zone;
    this.clock = clock;
  }

  /** What follows from it that somebody is away, or is there after all. */
  @FunctionalInterface
  interface HandingOver {
    void handOver(Queries transaction, long person, Instant from, Instant until);
  }

  /** Set once, when the rooms are put together. */
  void followedBy(HandingOver other) {
    this.handing = other;
  }

  /**
   * @param person who is away, by e-mail address; oneself where nobody is named
   * @param substitute who goes instead, by e-mail address
   * @param until the last day
   */
  record SaveCover(String person, String substitute, LocalDate from, LocalDate until) {
    SaveCover {
      if (substitute == null || substitute.isBlank()) {
        throw new Rejection.Invalid("substitute", "Say who goes instead, by e-mail address");
      }
      requireDay("from", from);
      requireDay("until", until);
      if (until.isBefore(from)) {
        throw new Rejection.Invalid("until", "That is before the first day");
      }
      if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
        throw new Rejection.Invalid("until", "At most %d days".formatted(LONGEST_DAYS));
      }
    }

    private static void requireDay(String field, LocalDate day) {
      if (day == null || day.isBefore(FIRST) || day.isAfter(LAST)) {
        throw new Rejection.Invalid(field, "Give a day, such as 2026-12-08");
      }
    }
  }

  VisitCover save(SaveCover wanted, Actor by) {
    return database.inTransaction(
        transaction -> {
          VisitPerson away =
              guests.colleague(transaction, "person", Optional.ofNullable(wanted.person()), by);
          VisitPerson instead =
              guests.colleague(transaction, "substitute", Optional.of(wanted.substitute()), by);
          if (away.id() == instead.id()) {
            throw new Rejection.Invalid("substitute", "Nobody goes instead of themselves");
          }
          repository.lock(transaction);
          List<VisitCover> others = repository.list(transaction, wanted.from(), wanted.until());
          requireFree(others, away, instead);
          VisitCover cover = new VisitCover(0, away, instead, wanted.from(), wanted.until());
          long id = repository.add(transaction, cover, Json.asRead(clock.instant()), by.name());
          handOver(transaction, new CoveredDays(away.id(), wanted.from(), wanted.until()));
          return new VisitCover(id, away, instead, wanted.from(), wanted.until());
        });
  }

  private void handOver(Queries transaction, CoveredDays days) {
    handing.handOver(
        transaction,
        days.person(),
        days.from().atStartOfDay(zone).toInstant(),
        days.until().plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static void requireFree(List<VisitCover> others, VisitPerson away, VisitPerson instead) {
    for (VisitCover other : others) {
      if (other.person().id() == away.id()) {
        throw new Rejection.Conflict(
            "from", "%s is covered in these days already".formatted(away.name()));
      }
      if (other.person().id() == instead.id()) {
        throw new Rejection.Conflict(
            "substitute", "%s is away in these days".formatted(instead.name()));
      }
      if (other.substitute().id() == away.id()) {
        throw new Rejection.Conflict(
            "from",
            "%s goes instead of %s in these days".formatted(away.name(), other.person().name()));
      }
    }
  }

  void remove(long id) {
    database.inTransaction(
        transaction -> {
          repository.lock(transaction);
          CoveredDays days =
              repository
                  .remove(transaction, id)
                  .orElseThrow(() -> new Rejection.NotFound("There is no such cover"));
          handOver(transaction, days);
          return null;
        });
  }

  /** Those that last today, or come. */
  List<VisitCover> coming() {
    return repository.list(database, LocalDate.ofInstant(clock.instant(), zone), LAST);
  }

  /** Those of which some day is among these. */
  List<VisitCover> in(Queries queries, LocalDate from, LocalDate until) {
    return repository.list(queries, from, until);
  }

  /** Whether this person goes instead of whoever planned to. */
  boolean standsIn(Queries queries, Visit visit, long person) {
    return standIn(queries, visit).filter(substitute -> substitute.id() == person).isPresent();
  }

  private Optional<VisitPerson> standIn(Queries queries, Visit visit) {
    return repository.standIn(
        queries, visit.plan().by().id(), LocalDate.ofInstant(visit.plan().at(), zone));
  }

  /** Who goes, as nobody says otherwise until the transaction ends. */
  VisitPerson going(Queries transaction, Visit visit) {
    repository.hold(transaction);
    return standIn(transaction, visit).orElse(visit.plan().by());
  }
}
