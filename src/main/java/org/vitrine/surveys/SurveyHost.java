package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Database;
import org.vitrine.surveys.AskedRepository.AskedPerson;

/**
 * What somebody of the house does about surveys, for rooms that let them otherwise than by HTTP.
 */
public final class SurveyHost {
  private final SurveyResults results;
  private final Surveys surveys;
  private final Database database;
  private final Caller.SignedIn person;

  SurveyHost(SurveyResults results, Surveys surveys, Database database, Caller.SignedIn person) {
    this.results = results;
    this.surveys = surveys;
    this.database = database;
    this.person = person;
  }

  /** Opens it for these contacts, whom somebody has asked in person: no mail is written. */
  public void ask(SurveyCode code, SurveyPlan plan, List<Caller.SignedIn> contacts) {
    surveys.desk().save(code, plan, Optional.empty(), person.name());
    surveys
        .byHand()
        .inPerson(
            code,
            contacts.stream()
                .map(one -> new AskedPerson(one.id(), one.company().orElseThrow()))
                .toList());
  }

  /**
   * Takes what one of them answers on the page, or by the link of a mail.
   *
   * @param mayFollow whether they want to hear from us about it
   */
  public void answered(
      SurveyCode code,
      Caller.SignedIn contact,
      SheetChannel channel,
      JsonNode answers,
      boolean mayFollow) {
    surveys
        .answering()
        .take(
            code,
            new Answerer.AskedContact(contact.id(), contact.company().orElseThrow()),
            new SendAnswers(channel, answers, null, mayFollow));
  }

  /** Writes down what one of them answered on a visit, or on the phone. */
  public void writeDown(SurveyCode code, String email, SheetChannel channel, JsonNode answers) {
    surveys
        .answering()
        .take(
            code,
            new Answerer.HouseWriter(person.name()),
            new SendAnswers(channel, answers, email, null));
  }

  public void close(SurveyCode code) {
    surveys.desk().close(code);
  }

  /** Names what those answers have in common that fit; the key of the theme. */
  public long name(
      SurveyCode code, String question, LocalizedText name, Predicate<String> fitting) {
    List<String> texts =
        results.reader().page(database, code, ResultFilter.NONE).questions().stream()
            .filter(one -> one.question().key().equals(question))
            .flatMap(one -> one.texts().orElse(List.of()).stream())
            .filter(one -> fitting.test(one.text()))
            .map(QuestionResult.WrittenResult::key)
            .toList();
    return results.themes().add(code, new SaveTheme(question, name, texts), person.name());
  }

  /** Puts a theme on the agenda of a meeting. */
  public void discuss(SurveyCode code, long theme, MeetingNumber meeting) {
    results.themes().discuss(person, code, theme, meeting);
  }

  /**
   * Brings the results back to everybody who answered, on the page; no mail is written.
   *
   * @return the numbers of the actions of those deeds that somebody owns
   */
  public List<Long> thank(SurveyCode code, ThanksDraft thanks) {
    ThanksDesk desk = results.thanks().quiet();
    desk.save(code, thanks, Optional.empty(), person.name());
    desk.tell(code, Actor.person(person.id(), person.name(), Sessions.From.NOWHERE));
    return desk.find(code).orElseThrow().deeds().stream()
        .flatMap(deed -> deed.action().stream())
        .toList();
  }
}
