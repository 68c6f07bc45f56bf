package org.vitrine.surveys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Asks one person, and reminds them once. Nobody is asked within 60 days of having been asked,
 * whatever asks; who does not want to be, never is.
 */
final class SurveyAsking {
  private static final Duration REMINDED_AFTER = Duration.ofDays(7);

  private final SurveyMails mails;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final AskedRepository asked = new AskedRepository();
  private final SurveyPaceRepository pace = new SurveyPaceRepository();
  private final Contacts contacts = new Contacts();

  SurveyAsking(SurveyMails mails, Clock clock) {
    this.mails = mails;
    this.clock = clock;
  }

  /** Whatever is due of one whose survey is locked. */
  void act(Queries transaction, AskedOne one) {
    Instant now = Json.asRead(clock.instant());
    Survey survey = surveys.find(transaction, one.survey()).orElseThrow();
    boolean toBeAsked = one.step() == AskedOne.TO_BE_ASKED;
    if (survey.isOver(now)) {
      stop(transaction, one, toBeAsked);
      return;
    }
    Optional<Recipient> to =
        contacts
            .recipient(transaction, one.person(), one.company())
            .filter(any -> pace.leftBy(transaction, List.of(one.person())).isEmpty());
    if (to.isEmpty()) {
      stop(transaction, one, toBeAsked);
    } else if (toBeAsked) {
      ask(transaction, survey, one, to.get(), now);
    } else {
      mails.remind(transaction, survey, one, to.get());
      asked.done(transaction, one);
    }
  }

  private void stop(Queries transaction, AskedOne one, boolean toBeAsked) {
    if (toBeAsked) {
      asked.forget(transaction, one);
    } else {
      asked.done(transaction, one);
    }
  }

  private void ask(Queries transaction, Survey survey, AskedOne one, Recipient to, Instant now) {
    if (pace.ask(transaction, one.person(), now)) {
      surveys.asked(transaction, survey.code());
      asked.asked(
          transaction,
          one,
          now,
          Optional.of(now.plus(REMINDED_AFTER)).filter(survey.plan().closes()::isAfter));
      mails.ask(transaction, survey, one, to);
    } else {
      wait(transaction, survey, one);
    }
  }

  /** What was drawn is asked later; what asks after something that happened is not, it is old. */
  private void wait(Queries transaction, Survey survey, AskedOne one) {
    pace.restsUntil(transaction, one.person())
        .filter(until -> one.about().isEmpty() && until.isBefore(survey.plan().closes()))
        .ifPresentOrElse(
            until -> asked.rest(transaction, one, until), () -> asked.forget(transaction, one));
  }
}
