package org.vitrine.surveys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.companies.Company;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What the clock does about surveys: it draws whom they ask, asks and reminds by mail, closes them
 * and begins their next round. Each node looks; what is done is done once, since the survey is
 * locked, and then whoever is asked.
 */
public final class SurveyClockWork {
  private static final Logger LOG = LoggerFactory.getLogger(SurveyClockWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final SurveyDesk desk;
  private final SurveyFrame frame;
  private final SurveyCauses causes;
  private final DueWork<AskedOne> asking;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();

  SurveyClockWork(
      Database database,
      SurveyDesk desk,
      SurveyFrame frame,
      SurveyCauses causes,
      SurveyAsking acts,
      Clock clock) {
    this.database = database;
    this.clock = clock;
    this.desk = desk;
    this.frame = frame;
    this.causes = causes;
    this.asking =
        new DueWork<>(
            "people who are asked by surveys",
            database,
            clock,
            this::lockDue,
            acts::act,
            (one, later) -> asked.rest(database, one, later));
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of surveys", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  public void round() {
    Instant now = Json.asRead(clock.instant());
    each(
        surveys.due(database, now),
        this::turn,
        (survey, later) -> surveys.rest(database, survey.code(), later));
    each(causes.due(now), cause -> causes.settle(cause, now), causes::rest);
    asking.doAll();
  }

  /** One that cannot be dealt with holds up no others. */
  private <T> void each(List<T> due, Consumer<T> act, BiConsumer<T, Instant> putOff) {
    for (T one : due) {
      try {
        act.accept(one);
      } catch (Rejection.Unavailable away) {
        throw away;
      } catch (RuntimeException fault) {
        LOG.error("What is due of {} could not be done", one, fault);
        putOff.accept(one, clock.instant().plus(AFTER_A_FAULT));
      }
    }
  }

  /** Companies are read first: inside the transaction there is no second connection to read by. */
  private void turn(Survey due) {
    List<Company> those = frame.companies(due.plan().audience());
    database.inTransaction(
        transaction -> {
          surveys
              .lock(transaction, due.code())
              .filter(survey -> survey.version() == due.version())
              .ifPresent(survey -> turn(transaction, survey, those));
          return null;
        });
  }

  private void turn(Queries transaction, Survey survey, List<Company> those) {
    if (!survey.isOver(clock.instant())) {
      desk.begin(transaction, survey, those);
      return;
    }
    desk.close(transaction, survey);
    if (survey.plan().occasion() == SurveyOccasion.HALF_YEARLY) {
      desk.follow(transaction, survey);
    }
  }

  /** The survey first, as whoever answers or edits does. */
  private Optional<AskedOne> lockDue(Queries transaction, Instant now) {
    return asked
        .due(transaction, now)
        .flatMap(
            due ->
                surveys
                    .lock(transaction, due.survey())
                    .flatMap(survey -> asked.lockDue(transaction, due, now)));
  }
}
