package org.vitrine.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.actions.ActionNumber;
import org.vitrine.demo.VisitScript.ComingVisit;
import org.vitrine.demo.VisitScript.CorrectedVisit;
import org.vitrine.demo.VisitScript.MissedVisit;
import org.vitrine.demo.VisitScript.VisitPromise;
import org.vitrine.demo.VisitScript.VisitRound;
import org.vitrine.demo.VisitScript.VisitWish;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.visits.NoteVisit;
import org.vitrine.visits.NoteVisit.NotedPromise;
import org.vitrine.visits.NoteVisit.NotedWish;
import org.vitrine.visits.NoteVisit.WhoWasThere;
import org.vitrine.visits.PlanVisit;
import org.vitrine.visits.VisitHost.BroughtRecord;
import org.vitrine.visits.VisitKind;
import org.vitrine.visits.VisitNumber;
import org.vitrine.voices.VoiceNumber;

/**
 * Tells two years of visits of the demo plant, each on a day that was worked and noted once it was
 * over, and plans the week that comes. It does so once: where anybody was met it was done.
 */
final class VisitTeller {
  private static final int DAYS = 710;
  private static final int MINUTES = 60;
  private static final Duration CLOSED_AFTER = Duration.ofDays(9);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25));

  private final TellerGround ground;
  private final VisitScript script = VisitScript.read();

  VisitTeller(TellerGround ground) {
    this.ground = ground;
  }

  void tellOnce() {
    if (!ground.rooms().visits().areNone()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(ground.clock().real(), ground.zone());
    try {
      script.rounds().forEach(round -> tell(round, today));
      script.missed().forEach(one -> miss(one, today));
      correct(script.corrected(), today);
    } finally {
      ground.clock().showReal();
    }
    script.coming().forEach(one -> plan(one, today));
  }

  private void tell(VisitRound round, LocalDate today) {
    List<String> words = script.words().get(round.said().words());
    int said = round.said().skip();
    int times = (DAYS - round.lastDaysAgo()) / round.every();
    for (int back = times; back >= 0; back--) {
      LocalDate day = worked(today.minusDays(round.lastDaysAgo() + (long) back * round.every()));
      List<String> facts = new ArrayList<>();
      facts.add(words.get(said++ % words.size()));
      if (back % 3 == 0) {
        facts.add(words.get(said++ % words.size()));
      }
      meet(round, back, moment(day, 9 + said % 7), facts);
    }
  }

  /** That day, or the next one on which somebody works. */
  private static LocalDate worked(LocalDate day) {
    boolean free =
        day.getDayOfWeek() == DayOfWeek.SATURDAY
            || day.getDayOfWeek() == DayOfWeek.SUNDAY
            || HOLIDAYS.contains(MonthDay.from(day));
    return free ? worked(day.plusDays(1)) : day;
  }

  private Instant moment(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ground.zone()).toInstant();
  }

  /** Every other time the account manager calls; heads of departments come. */
  private void meet(VisitRound round, int back, Instant at, List<String> facts) {
    boolean comes = VisitingRole.of(round.role()).orElseThrow() != VisitingRole.ACCOUNT_MANAGER;
    VisitKind kind = comes || back % 2 == 0 ? VisitKind.VISIT : VisitKind.CALL;
    Optional<VisitWish> wish =
        script.wishes().stream()
            .filter(one -> is(round, back, one.company(), one.role(), one.back()))
            .findFirst();
    Optional<VisitPromise> promise =
        script.promises().stream()
            .filter(one -> is(round, back, one.company(), one.role(), one.back()))
            .findFirst();
    ground.clock().showPast(at.plus(Duration.ofMinutes(MINUTES + 25)));
    Caller.SignedIn by = ground.people().get(round.by());
    VisitNumber number =
        ground
            .rooms()
            .visits()
            .by(by)
            .plan(
                new PlanVisit(
                    round.company(),
                    kind,
                    VisitingRole.of(round.role()).orElseThrow(),
                    round.by(),
                    at,
                    kind == VisitKind.CALL ? MINUTES / 2 : MINUTES,
                    kind == VisitKind.CALL ? null : round.at().place(),
                    round.guests().with()));
    BroughtRecord became =
        ground
            .rooms()
            .visits()
            .by(by)
            .bring(
                number,
                new NoteVisit(
                    UUID.randomUUID(),
                    new WhoWasThere(round.guests().theirs(), List.of(by.name())),
                    facts,
                    wish.map(one -> new NotedWish(one.text(), one.by())).stream().toList(),
                    promise.map(one -> promised(one, at)).stream().toList(),
                    List.of()));
    wish.ifPresent(one -> close(one, became.messages().getFirst(), at));
    promise.ifPresent(one -> keep(one, became.actions().getFirst(), at));
  }

  private static boolean is(VisitRound round, int back, String company, String role, int wanted) {
    return round.company().equals(company) && round.role().equals(role) && back == wanted;
  }

  private NotedPromise promised(VisitPromise promise, Instant at) {
    LocalDate due = worked(LocalDate.ofInstant(at, ground.zone()).plusDays(promise.days()));
    return new NotedPromise(promise.text(), promise.owner(), due);
  }

  private void close(VisitWish wish, long message, Instant at) {
    Caller.SignedIn by = ground.people().get(wish.closedBy());
    VoiceNumber number = new VoiceNumber(message);
    ground.clock().showPast(at.plus(Duration.ofHours(3)));
    ground.rooms().voices().handling().see(by, number);
    ground.clock().showPast(at.plus(CLOSED_AFTER));
    ground.rooms().voices().close(by, number, wish.answer(), Optional.empty());
  }

  private void keep(VisitPromise promise, long action, Instant at) {
    if (promise.done() == null) {
      return;
    }
    ground.clock().showPast(at.plus(Duration.ofDays(promise.days() - 2L)));
    Actor owner = actor(ground.people().get(promise.owner()));
    ground
        .database()
        .inTransaction(
            transaction ->
                ground
                    .rooms()
                    .actions()
                    .done(transaction, new ActionNumber(action), promise.done(), owner));
  }

  private static Actor actor(Caller.SignedIn person) {
    return Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }

  private void miss(MissedVisit missed, LocalDate today) {
    VisitRound round = round(missed.company(), missed.role());
    Instant at = moment(worked(today.minusDays(missed.daysAgo())), 10);
    ground.clock().showPast(at.plus(Duration.ofMinutes(2 * MINUTES)));
    VisitNumber number =
        ground
            .rooms()
            .visits()
            .by(ground.people().get(round.by()))
            .plan(
                new PlanVisit(
                    missed.company(),
                    VisitKind.VISIT,
                    VisitingRole.of(missed.role()).orElseThrow(),
                    round.by(),
                    at,
                    MINUTES,
                    round.at().place(),
                    round.guests().with()));
    ground.rooms().visits().by(ground.people().get(round.by())).miss(number, missed.reason());
  }

  private VisitRound round(String company, String role) {
    return script.rounds().stream()
        .filter(one -> one.company().equals(company) && one.role().equals(role))
        .findFirst()
        .orElseThrow();
  }

  /** Noted a few days ago, and said otherwise by them two days later. */
  private void correct(CorrectedVisit corrected, LocalDate today) {
    VisitRound round = round(corrected.company(), corrected.role());
    Instant at = moment(before(today.minusDays(corrected.daysAgo())), 11);
    ground.clock().showPast(at.plus(Duration.ofMinutes(MINUTES)));
    Caller.SignedIn by = ground.people().get(round.by());
    VisitNumber number =
        ground
            .rooms()
            .visits()
            .by(by)
            .plan(
                new PlanVisit(
                    corrected.company(),
                    VisitKind.CALL,
                    VisitingRole.of(corrected.role()).orElseThrow(),
                    round.by(),
                    at,
                    MINUTES / 2,
                    null,
                    round.guests().with()));
    ground
        .rooms()
        .visits()
        .by(by)
        .bring(
            number,
            new NoteVisit(
                UUID.randomUUID(),
                new WhoWasThere(round.guests().theirs(), List.of(by.name())),
                List.of(corrected.fact()),
                List.of(),
                List.of(),
                List.of()));
    ground.clock().showPast(at.plus(Duration.ofHours(5)));
    ground
        .rooms()
        .visits()
        .correct(ground.people().get(corrected.by()), number, 1, corrected.theirs());
  }

  /** That day, or the last one before it on which somebody worked. */
  private static LocalDate before(LocalDate day) {
    return worked(day).equals(day) ? day : before(day.minusDays(1));
  }

  private void plan(ComingVisit coming, LocalDate today) {
    LocalDate day = today;
    for (int passed = 0; passed < coming.workdays(); passed++) {
      day = worked(day.plusDays(1));
    }
    ground
        .rooms()
        .visits()
        .by(ground.people().get(coming.by()))
        .plan(
            new PlanVisit(
                coming.company(),
                coming.kind(),
                VisitingRole.of(coming.role()).orElseThrow(),
                coming.by(),
                moment(day, coming.hour()),
                MINUTES,
                coming.place(),
                coming.with()));
  }
}
