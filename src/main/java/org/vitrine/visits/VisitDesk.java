package org.vitrine.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.vitrine.access.Actor;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.Visit.VisitPlan;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitRepository.VisitEvent;

/**
 * Where visits are planned, moved, called off, and said to be missed. What two do to one at the
 * same moment is done one after the other.
 */
final class VisitDesk {
  /** After it should have ended, so long it may be noted before it passes as not noted. */
  static final Duration NOTED_WITHIN = Duration.ofHours(24);

  private static final Duration NOTED_DOWN_AFTERWARDS = Duration.ofDays(60);
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Changes changes;
  private final Companies companies;
  private final VisitCalendar calendar;
  private final VisitCovers covers;
  private final Clock clock;
  private final VisitGuests guests = new VisitGuests();
  private final VisitRepository repository = new VisitRepository();

  VisitDesk(
      Database database,
      Changes changes,
      Companies companies,
      VisitCalendar calendar,
      VisitCovers covers,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.companies = companies;
    this.calendar = calendar;
    this.covers = covers;
    this.clock = clock;
  }

  Instant now() {
    return Json.asRead(clock.instant());
  }

  VisitNumber plan(PlanVisit wanted, Actor by) {
    Instant now = now();
    if (wanted.at().isBefore(now.minus(NOTED_DOWN_AFTERWARDS))) {
      throw new Rejection.Invalid(
          "at", "That is more than %d days ago".formatted(NOTED_DOWN_AFTERWARDS.toDays()));
    }
    return database.inTransaction(transaction -> plan(transaction, wanted, by, now));
  }

  private VisitNumber plan(Queries transaction, PlanVisit wanted, Actor by, Instant now) {
    Company company = companies.hold(transaction, wanted.company());
    VisitPlan plan =
        new VisitPlan(
            wanted.kind(),
            wanted.role(),
            guests.colleague(transaction, "by", Optional.ofNullable(wanted.by()), by),
            Json.asRead(wanted.at()),
            wanted.minutes(),
            Optional.ofNullable(wanted.place()),
            "visit-" + UUID.randomUUID());
    List<VisitPerson> with = guests.contacts(transaction, company.id(), wanted.with());
    long drawn =
        RandomNumbers.draw(
            free ->
                repository.add(transaction, made(free, company, plan, with), now, deed(plan, now)));
    Visit visit = made(drawn, company, plan, with);
    repository.ask(transaction, visit);
    repository.happened(
        transaction,
        VisitEvent.of(visit.number(), now, "planned", by.name()),
        Map.of("at", plan.at(), "by", plan.by().name()));
    calendar.announce(transaction, visit, covers.going(transaction, visit), company.name(), now);
    changes.record(
        transaction, List.of(VisitChange.of(visit.number(), company.id(), visit.version())));
    return visit.number();
  }

  private static Visit made(long number, Company company, VisitPlan plan, List<VisitPerson> with) {
    return new Visit(new VisitNumber(number), company.id(), plan, with, VisitState.PLANNED, 1);
  }

  /** What is only noted down afterwards has its day from now on. */
  private static Instant deed(VisitPlan plan, Instant now) {
    Instant ends = plan.ends().isAfter(now) ? plan.ends() : now;
    return ends.plus(NOTED_WITHIN);
  }

  /**
   * Moves it, or changes who goes or whom it is for. Throws {@link Rejection.ChangedMeanwhile}
   * where it is another than the one that was looked at, {@link Rejection.Conflict} where its time
   * has come: what was missed cannot be moved.
   */
  void edit(ForVisiting who, VisitNumber number, EditVisit edit, Optional<Long> seen, Actor by) {
    edit.requireSomething();
    act(
        who,
        number,
        seen,
        (transaction, visit) -> {
          requireToCome(visit, "Its time has come; say what became of it");
          move(transaction, visit, edit, by);
          return null;
        });
  }

  private void move(Queries transaction, Visit before, EditVisit edit, Actor by) {
    Instant now = now();
    VisitPlan old = before.plan();
    VisitPlan plan =
        new VisitPlan(
            old.kind(),
            edit.role() == null ? old.role() : edit.role(),
            edit.by() == null
                ? old.by()
                : guests.colleague(transaction, "by", Optional.of(edit.by()), by),
            edit.at() == null ? old.at() : Json.asRead(edit.at()),
            edit.minutes() == null ? old.minutes() : edit.minutes(),
            edit.place() == null ? old.place() : Optional.ofNullable(PlanVisit.place(edit.place())),
            old.uid());
    if (!plan.ends().isAfter(now)) {
      throw new Rejection.Invalid("at", "That is over");
    }
    Visit after =
        before.planned(
            plan,
            edit.with() == null
                ? before.with()
                : guests.contacts(transaction, before.company(), edit.with()));
    if (after.equals(before)) {
      return;
    }
    repository.move(transaction, after, now, deed(plan, now));
    repository.ask(transaction, after);
    repository.happened(
        transaction,
        VisitEvent.of(before.number(), now, "moved", by.name()),
        Map.of("at", plan.at(), "by", plan.by().name()));
    String company = companies.require(transaction, before.company()).name();
    calendar.move(transaction, after, covers.going(transaction, after), company);
    told(transaction, before);
  }

  /** It does not take place, as whoever was asked is told with the reason. */
  void cancel(ForVisiting who, VisitNumber number, String reason, Optional<Long> seen, Actor by) {
    String why = reason(reason);
    act(
        who,
        number,
        seen,
        (transaction, visit) -> {
          requireToCome(visit, "Its time has come; say that it was missed");
          become(transaction, visit, VisitState.CANCELLED, why, by);
          calendar.cancel(transaction, number, why);
          return null;
        });
  }

  /** It did not take place: it stays missed. */
  void miss(ForVisiting who, VisitNumber number, String reason, Optional<Long> seen, Actor by) {
    String why = reason(reason);
    act(
        who,
        number,
        seen,
        (transaction, visit) -> {
          requireOpen(visit);
          if (visit.plan().at().isAfter(now())) {
            throw new Rejection.Conflict("It has not begun; call it off instead");
          }
          become(transaction, visit, VisitState.MISSED, why, by);
          return null;
        });
  }

  /** Its time has passed without a word; never as if it had been made. */
  void passed(Queries transaction, Visit visit) {
    Instant now = now();
    repository.become(transaction, visit.number(), VisitState.NOT_NOTED, now, Optional.empty());
    repository.happened(transaction, VisitEvent.of(visit.number(), now, "not-noted", ""), Map.of());
    told(transaction, visit);
  }

  private void become(Queries transaction, Visit visit, VisitState state, String reason, Actor by) {
    Instant now = now();
    repository.become(transaction, visit.number(), state, now, Optional.empty());
    repository.happened(
        transaction,
        new VisitEvent(visit.number(), now, state.code(), by.name(), Optional.of(reason)),
        Map.of());
    told(transaction, visit);
  }

  void told(Queries transaction, Visit before) {
    changes.record(
        transaction,
        List.of(VisitChange.of(before.number(), before.company(), before.version() + 1)));
  }

  /** Somebody's turn with a visit as it is by then, which is held meanwhile. */
  <T> T act(
      ForVisiting who,
      VisitNumber number,
      Optional<Long> seen,
      BiFunction<Queries, Visit, T> work) {
    return database.inTransaction(
        transaction -> {
          Visit visit = repository.lock(transaction, number).orElseThrow(VisitDesk::notHere);
          if (!who.mayAct(visit) && !covers.standsIn(transaction, visit, who.person())) {
            throw new Rejection.Forbidden(
                "Only %s can do this".formatted(visit.plan().by().name()));
          }
          requireSeen(transaction, visit, seen);
          return work.apply(transaction, visit);
        });
  }

  private void requireSeen(Queries queries, Visit visit, Optional<Long> seen) {
    if (seen.filter(version -> version != visit.version()).isPresent()) {
      VisitEvent last = repository.history(queries, List.of(visit.number())).getLast();
      throw new Rejection.ChangedMeanwhile(
          Json.object()
              .put("version", visit.version())
              .put("state", visit.state().code())
              .put("at", visit.plan().at().toString()),
          last.by(),
          last.at());
    }
  }

  private void requireToCome(Visit visit, String sentence) {
    requireOpen(visit);
    if (!visit.plan().at().isAfter(now())) {
      throw new Rejection.Conflict(sentence);
    }
  }

  static void requireOpen(Visit visit) {
    if (!visit.isOpen()) {
      throw new Rejection.Conflict(
          switch (visit.state()) {
            case MADE -> "It was noted already";
            case MISSED -> "It was missed, and stays so; plan another";
            default -> "It was called off; plan another";
          });
    }
  }

  static String reason(String reason) {
    if (reason == null || Blanks.only(reason)) {
      throw new Rejection.Invalid("reason", "Give the reason");
    }
    String said = Blanks.stripped(reason);
    TextLimit.atMost("reason", said, LONGEST_REASON);
    return said;
  }

  /** What does not exist and what is somebody else's are told alike. */
  static Rejection notHere() {
    return new Rejection.NotFound("There is no such visit");
  }
}
