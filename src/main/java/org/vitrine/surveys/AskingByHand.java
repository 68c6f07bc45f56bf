package org.vitrine.surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.KnownContact;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.AskedRepository.AskedPerson;

/** Asks people whom somebody of the house names. */
final class AskingByHand {
  private final Database database;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();
  private final SurveyPaceRepository pace = new SurveyPaceRepository();
  private final Contacts contacts = new Contacts();

  AskingByHand(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What became of naming them, by their addresses.
   *
   * @param asked who is written to in a moment
   * @param before who is asked by this survey already
   * @param resting who was asked within the last 60 days
   * @param left who does not want to be asked
   */
  record AskedByHand(
      List<String> asked, List<String> before, List<String> resting, List<String> left) {}

  AskedByHand ask(SurveyCode code, List<String> emails) {
    return database.inTransaction(
        transaction -> {
          Survey survey = surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
          survey.requireOpen(clock.instant());
          AskedByHand become =
              new AskedByHand(
                  new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
          for (int at = 0; at < emails.size(); at++) {
            ask(transaction, code, "emails[%d]".formatted(at), emails.get(at), become);
          }
          return become;
        });
  }

  /** Whom somebody has asked in person: nobody is written to, and they answer on the page. */
  void inPerson(SurveyCode code, List<AskedPerson> people) {
    database.inTransaction(
        transaction -> {
          Survey survey = surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
          if (survey.state() == SurveyState.DRAFT) {
            surveys.letOpen(transaction, code, survey.plan().closes());
          }
          Instant now = Json.asRead(clock.instant());
          asked.add(transaction, code, people, "", now);
          for (AskedPerson person : people) {
            AskedOne one = asked.lock(transaction, code, person.person()).orElseThrow();
            if (one.at().isEmpty() && pace.ask(transaction, one.person(), now)) {
              surveys.asked(transaction, code);
              asked.asked(transaction, one, now, Optional.empty());
            }
          }
          return null;
        });
  }

  private void ask(
      Queries transaction, SurveyCode code, String field, String email, AskedByHand become) {
    KnownContact contact =
        contacts
            .at(transaction, email.strip())
            .filter(known -> known.mayComeIn() && !known.companies().isEmpty())
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        field,
                        "No customer has the e-mail address “%s”".formatted(Excerpt.of(email))));
    Instant now = clock.instant();
    AskedPerson person = new AskedPerson(contact.id(), contact.companies().getFirst());
    if (!pace.leftBy(transaction, List.of(contact.id())).isEmpty()) {
      become.left().add(email);
    } else if (asked.lock(transaction, code, contact.id()).isPresent()) {
      become.before().add(email);
    } else if (pace.restsUntil(transaction, contact.id()).filter(now::isBefore).isPresent()) {
      become.resting().add(email);
    } else {
      asked.add(transaction, code, List.of(person), "", now);
      become.asked().add(email);
    }
  }
}
