package org.vitrine.surveys;

import java.time.Clock;
import java.time.Instant;
import org.vitrine.access.Caller;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what came of surveys: results, alarms, themes, and thanks to everybody who answered.
 */
public final class SurveyResults {
  private final Database database;
  private final Surveys surveys;
  private final ResultReader reader;
  private final AlarmDesk alarms;
  private final ThemeDesk themes;
  private final ThanksDesk thanks;
  private final OutcomeReader outcomes;
  private final ToldReader told;

  public SurveyResults(
      Database database, Changes changes, Surveys surveys, ResultGround ground, Clock clock) {
    this.database = database;
    this.surveys = surveys;
    this.reader = new ResultReader(ground.companies(), surveys);
    this.alarms = new AlarmDesk(database, changes, ground.voices(), clock);
    this.themes = new ThemeDesk(database, changes, reader, ground.meetings(), clock);
    this.thanks = new ThanksDesk(database, changes, reader, surveys, ground, clock);
    this.outcomes = new OutcomeReader(database, reader, surveys, ground.actions());
    this.told = new ToldReader(surveys);
    surveys.followedBy(alarms);
    surveys.reader().beginsWith(outcomes);
  }

  /** What everybody may be told of the surveys that ended from then until then. */
  public ToldSurveys told(Queries queries, Instant from, Instant until) {
    return told.ended(queries, from, until);
  }

  /**
   * What somebody of the house does about surveys, for rooms that let them otherwise than by HTTP.
   */
  public SurveyHost by(Caller.SignedIn person) {
    return new SurveyHost(this, surveys, database, person);
  }

  ResultReader reader() {
    return reader;
  }

  AlarmDesk alarms() {
    return alarms;
  }

  ThemeDesk themes() {
    return themes;
  }

  ThanksDesk thanks() {
    return thanks;
  }

  OutcomeReader outcomes() {
    return outcomes;
  }
}
