package org.vitrine.surveys;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.surveys.AskedRepository.AskedCount;

/** The door to surveys: what is asked, whom, and what was answered. */
public final class Surveys {
  private final SurveyDesk desk;
  private final AnswerDesk answering;
  private final AskingByHand byHand;
  private final SurveyReader reader;
  private final AnswerSheets sheets;
  private final SurveyClockWork clockWork;
  private final Subscriber occasions;
  private final SurveyMailChoices mailChoices = new SurveyMailChoices();
  private final SurveyRepository repository = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();

  /**
   * @param zone where the plant is
   */
  public Surveys(
      Database database, Changes changes, SurveyGround ground, ZoneId zone, Clock clock) {
    SurveyFrame frame = new SurveyFrame(ground.companies());
    this.sheets = new AnswerSheets(zone);
    this.desk = new SurveyDesk(database, changes, ground.companies(), zone, clock);
    this.answering = new AnswerDesk(database, changes, sheets, clock);
    this.byHand = new AskingByHand(database, clock);
    this.reader = new SurveyReader(database, ground.companies(), frame, clock);
    this.occasions = new OccasionReader(clock);
    this.clockWork =
        new SurveyClockWork(
            database,
            desk,
            frame,
            new SurveyCauses(database, ground.snapshots(), frame, zone),
            new SurveyAsking(new SurveyMails(ground.mailer(), ground.unsubscribing()), clock),
            clock);
  }

  /** The survey of this code. */
  public Optional<Survey> find(Queries queries, SurveyCode code) {
    return repository.find(queries, code);
  }

  /** The newest surveys, so many at most. */
  public List<Survey> newest(Queries queries, int most) {
    return repository.newest(queries, most);
  }

  /** Whether this person was asked by this survey for this company; behind its wall. */
  public boolean isAsked(Queries queries, SurveyCode code, long person, CompanyId company) {
    return asked.find(queries, code, person, company).isPresent();
  }

  /** The persons who have answered: for a word of thanks to each. */
  public List<AnsweredBy> answered(Queries queries, SurveyCode code) {
    return asked.answered(queries, code);
  }

  /** Somebody who has answered, for which company. */
  public record AnsweredBy(long person, CompanyId company) {}

  /** How many are to be asked, were asked, and have answered. */
  public record SurveyPopulation(long drawn, long asked, long answered) {}

  public SurveyPopulation population(Queries queries, SurveyCode code) {
    return asked.count(queries, List.of(code)).stream()
        .findFirst()
        .map(AskedCount::population)
        .orElse(new SurveyPopulation(0, 0, 0));
  }

  public AnswerSheets sheets() {
    return sheets;
  }

  /** What acts on what somebody answered, in the same transaction. */
  public void followedBy(SheetFollower follower) {
    answering.followedBy(follower);
  }

  public SurveyClockWork clockWork() {
    return clockWork;
  }

  public SurveyMailChoices mailChoices() {
    return mailChoices;
  }

  SurveyDesk desk() {
    return desk;
  }

  AnswerDesk answering() {
    return answering;
  }

  AskingByHand byHand() {
    return byHand;
  }

  SurveyReader reader() {
    return reader;
  }

  Subscriber occasions() {
    return occasions;
  }
}
