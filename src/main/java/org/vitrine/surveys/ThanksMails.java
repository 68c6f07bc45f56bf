package org.vitrine.surveys;

import java.util.List;
import java.util.Optional;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.database.Queries;
import org.vitrine.surveys.Surveys.AnsweredBy;

/** Tells everybody who answered, by mail, that the results are there. */
final class ThanksMails {
  private final Surveys surveys;
  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final Contacts contacts = new Contacts();

  ThanksMails(Surveys surveys, Mailer mailer, Unsubscribing unsubscribing) {
    this.surveys = surveys;
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
  }

  /** How many were written to. */
  int tell(Queries transaction, Survey survey) {
    int told = 0;
    for (AnsweredBy one : surveys.answered(transaction, survey.code())) {
      Optional<Recipient> to = contacts.recipient(transaction, one.person(), one.company());
      if (to.isPresent()) {
        mailer.tellGathered(transaction, to.get(), content(transaction, survey, one));
        told++;
      }
    }
    return told;
  }

  private MailContent content(Queries transaction, Survey survey, AnsweredBy one) {
    MailContent content =
        MailContent.of("mail.survey-results")
            .with("title", survey.plan().title())
            .leadingTo("/surveys/" + survey.code() + "/results");
    return unsubscribing.leftBy(
        transaction,
        content,
        new LeftMails(one.person(), List.of(SurveyMailChoices.TOPIC), List.of()));
  }
}
