package org.vitrine.surveys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.AskedRepository.AskedPerson;
import org.vitrine.surveys.Survey.SavedBy;
import org.vitrine.surveys.SurveyFrame.Drawn;

/** Where surveys are written, opened and closed: each is locked, and then does one thing. */
final class SurveyDesk {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a script can read without rounding it. */
  private static final long SEEDS = 1L << 53;

  private static final Period NEXT_ROUND = Period.ofMonths(6);

  private final Database database;
  private final Changes changes;
  private final Companies companies;
  private final ZoneId zone;
  private final Clock clock;
  private final SurveyFrame frame;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();

  /**
   * @param zone where the plant is: there days are meant
   */
  SurveyDesk(Database database, Changes changes, Companies companies, ZoneId zone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.companies = companies;
    this.zone = zone;
    this.clock = clock;
    this.frame = new SurveyFrame(companies);
  }

  /** A survey that was saved, and whether it is new. */
  record SavedSurvey(Survey survey, boolean isNew) {}

  /**
   * Makes a draft, or changes it; once somebody was asked, only what introduces it and until when
   * it can be answered. Throws {@link Rejection.Conflict} on what cannot change any more.
   *
   * @param startedFrom the version that whoever edits has read
   */
  SavedSurvey save(SurveyCode code, SurveyPlan plan, Optional<Long> startedFrom, String by) {
    companies.requireAll(plan.audience().companies());
    SavedBy saved = new SavedBy(by, now());
    return database.inTransaction(
        transaction -> {
          Optional<Survey> before = surveys.lock(transaction, code);
          if (before.isEmpty()) {
            return new SavedSurvey(begin(transaction, draft(code, plan, saved)), true);
          }
          requireNewest(before.get(), startedFrom);
          requireChangeable(before.get(), plan);
          if (!before.get().asked()) {
            asked.end(transaction, code);
          }
          surveys.save(transaction, before.get().with(plan, saved));
          tell(transaction, code, before.get().version() + 1);
          return new SavedSurvey(require(transaction, code), false);
        });
  }

  private static Survey draft(SurveyCode code, SurveyPlan plan, SavedBy saved) {
    return new Survey(
        code, plan, SurveyState.DRAFT, false, RANDOM.nextLong(SEEDS), Optional.empty(), 1, saved);
  }

  private Survey begin(Queries transaction, Survey draft) {
    if (!surveys.begin(transaction, draft)) {
      throw new Rejection.Conflict("Somebody has just saved a survey under this code");
    }
    tell(transaction, draft.code(), draft.version());
    return require(transaction, draft.code());
  }

  private static void requireNewest(Survey before, Optional<Long> startedFrom) {
    if (startedFrom.isPresent() && startedFrom.get() != before.version()) {
      throw new Rejection.ChangedMeanwhile(
          before.plan(), before.saved().name(), before.saved().at());
    }
  }

  private void requireChangeable(Survey before, SurveyPlan plan) {
    if (before.state() != SurveyState.DRAFT && before.isOver(clock.instant())) {
      throw new Rejection.Conflict("This survey has ended");
    }
    if (!before.asked()) {
      return;
    }
    SurveyPlan was = before.plan();
    requireSame("questions", was.questions(), plan.questions());
    requireSame("privacy", was.privacy(), plan.privacy());
    requireSame("occasion", was.occasion(), plan.occasion());
    requireSame("audience", was.audience(), plan.audience());
    requireSame("opens", was.opens(), plan.opens());
    if (!plan.closes().isAfter(clock.instant())) {
      throw new Rejection.Invalid("closes", "Close it instead: this is over");
    }
  }

  private static void requireSame(String field, Object before, Object after) {
    if (!before.equals(after)) {
      throw new Rejection.Conflict(
          field, "Somebody was asked already: this stays as it was when they were");
    }
  }

  /**
   * Lets a draft ask from the moment on that it says. The same again changes nothing; throws {@link
   * Rejection.Conflict} where it has ended.
   */
  void open(SurveyCode code) {
    database.inTransaction(
        transaction -> {
          Survey survey = lock(transaction, code);
          if (survey.isOver(clock.instant())) {
            throw new Rejection.Conflict(
                "This survey has ended; give it another end, or another code");
          }
          if (survey.state() == SurveyState.DRAFT) {
            surveys.letOpen(transaction, code, survey.plan().opens());
            tell(transaction, code, survey.version() + 1);
          }
          return null;
        });
  }

  /**
   * Draws whom a survey asks, once; the clock writes to them.
   *
   * @param those as {@link SurveyFrame#companies} found them
   */
  void begin(Queries transaction, Survey survey, List<Company> those) {
    SurveyOccasion occasion = survey.plan().occasion();
    if (occasion == SurveyOccasion.ONCE || occasion == SurveyOccasion.HALF_YEARLY) {
      Drawn drawn = frame.draw(transaction, survey, those);
      asked.add(
          transaction,
          survey.code(),
          drawn.drawn().stream()
              .map(one -> new AskedPerson(one.person(), drawn.of().get(one.person()).id()))
              .toList(),
          "",
          clock.instant());
    }
    surveys.letOpen(transaction, survey.code(), survey.plan().closes());
    tell(transaction, survey.code(), survey.version() + 1);
  }

  /** Ends it; the same again changes nothing. Throws {@link Rejection.Conflict} on a draft. */
  void close(SurveyCode code) {
    database.inTransaction(
        transaction -> {
          Survey survey = lock(transaction, code);
          if (survey.state() == SurveyState.DRAFT) {
            throw new Rejection.Conflict("This is a draft: it has not asked anybody");
          }
          if (survey.state() == SurveyState.OPEN) {
            close(transaction, survey);
          }
          return null;
        });
  }

  void close(Queries transaction, Survey survey) {
    surveys.close(transaction, survey.code(), clock.instant());
    asked.end(transaction, survey.code());
    tell(transaction, survey.code(), survey.version() + 1);
  }

  /** The next round of a survey that asks every half a year, unless somebody made one by hand. */
  void follow(Queries transaction, Survey before) {
    before
        .code()
        .next()
        .ifPresent(
            code -> {
              Survey next =
                  new Survey(
                      code,
                      before.plan().later(NEXT_ROUND, zone),
                      SurveyState.DRAFT,
                      false,
                      RANDOM.nextLong(SEEDS),
                      Optional.of(before.code()),
                      1,
                      before.saved());
              if (surveys.begin(transaction, next)) {
                surveys.letOpen(transaction, code, next.plan().opens());
                tell(transaction, code, 2);
              }
            });
  }

  /** Takes away what has asked nobody. */
  void remove(SurveyCode code) {
    database.inTransaction(
        transaction -> {
          lock(transaction, code);
          asked.end(transaction, code);
          if (!surveys.remove(transaction, code)) {
            throw new Rejection.Conflict("Somebody was asked already: close it instead");
          }
          tell(transaction, code, 0);
          return null;
        });
  }

  private Survey lock(Queries transaction, SurveyCode code) {
    return surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
  }

  private Survey require(Queries queries, SurveyCode code) {
    return surveys.find(queries, code).orElseThrow(SurveyDesk::notHere);
  }

  private void tell(Queries transaction, SurveyCode code, long version) {
    changes.record(transaction, List.of(SurveyChange.of(code, version)));
  }

  private Instant now() {
    return Json.asRead(clock.instant());
  }

  static Rejection notHere() {
    return new Rejection.NotFound("There is no survey of this code");
  }
}
