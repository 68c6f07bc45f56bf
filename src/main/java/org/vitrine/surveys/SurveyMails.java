package org.vitrine.surveys;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vitrine.access.Token;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.MailContent.MailChoice;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Worded;

/**
 * Asks, and reminds once, by mail. The answers to the first question stand in the mail: each leads
 * to the page with that answer filled in, and only the page sends it, since scanners of mail follow
 * links. It is not owed to anybody: whoever leaves such mails is not asked again.
 */
final class SurveyMails {
  private static final String ASK = "mail.survey";
  private static final String ASK_ABOUT = "mail.survey-about";
  private static final String REMIND = "mail.survey-again";

  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final AskedRepository repository = new AskedRepository();

  SurveyMails(Mailer mailer, Unsubscribing unsubscribing) {
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
  }

  void ask(Queries transaction, Survey survey, AskedOne asked, Recipient to) {
    String words = asked.about().isEmpty() ? ASK : ASK_ABOUT;
    send(transaction, survey, asked, to, MailContent.of(words).with("about", asked.about()));
  }

  void remind(Queries transaction, Survey survey, AskedOne asked, Recipient to) {
    send(transaction, survey, asked, to, MailContent.of(REMIND));
  }

  private void send(
      Queries transaction, Survey survey, AskedOne asked, Recipient to, MailContent content) {
    Token link = Token.random();
    repository.link(transaction, asked, link);
    String path = "/surveys/" + survey.code() + "/answer#" + link.text();
    SurveyQuestion first = survey.plan().questions().getFirst();
    MailContent asking =
        content
            .with("title", survey.plan().title())
            .with("closes", survey.plan().closes())
            .listing(List.of(survey.plan().introduction(), first.text()))
            .offering(answers(first, path))
            .leadingTo(path);
    LeftMails left = new LeftMails(asked.person(), List.of(SurveyMailChoices.TOPIC), List.of());
    mailer.tell(transaction, to, unsubscribing.leftBy(transaction, asking, left));
  }

  /** What one touch can answer; nothing where it takes more. */
  private static List<MailChoice> answers(SurveyQuestion question, String path) {
    return question
        .range()
        .map(
            range ->
                IntStream.rangeClosed(range.low(), range.high())
                    .mapToObj(String::valueOf)
                    .map(score -> new MailChoice(language -> score, path + "." + score)))
        .orElseGet(() -> chosen(question, path))
        .toList();
  }

  private static Stream<MailChoice> chosen(SurveyQuestion question, String path) {
    boolean several = question.kind() == QuestionKind.RANK;
    return several
        ? Stream.empty()
        : question.choices().stream()
            .map(choice -> new MailChoice(worded(choice), path + "." + choice.key()));
  }

  private static Worded worded(SurveyChoice choice) {
    return choice.text();
  }
}
