package org.vitrine.surveys;

import java.time.Clock;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;

/**
 * The door to what came of surveys: results, alarms, themes, and thanks to everybody who answered.
 */
public final class SurveyResults {
  private final ResultReader reader;
  private final AlarmDesk alarms;
  private final ThemeDesk themes;
  private final ThanksDesk thanks;
  private final OutcomeReader outcomes;

  public SurveyResults(
      Database database, Changes changes, Surveys surveys, ResultGround ground, Clock clock) {
    this.reader = new ResultReader(ground.companies(), surveys);
    this.alarms = new AlarmDesk(database, changes, ground.voices(), clock);
    this.themes = new ThemeDesk(database, changes, reader, ground.meetings(), clock);
    this.thanks = new ThanksDesk(database, changes, reader, surveys, ground, clock);
    this.outcomes = new OutcomeReader(database, reader, surveys, ground.actions());
    surveys.followedBy(alarms);
    surveys.reader().beginsWith(outcomes);
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
