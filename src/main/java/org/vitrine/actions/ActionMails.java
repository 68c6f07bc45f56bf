package org.vitrine.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.actions.ActionQuestionRepository.ActionQuestion;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.people.Contacts;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.database.Queries;

/**
 * What is said by mail about actions, each in the transaction in which it comes to be so. It is not
 * owed to anybody: whoever leaves such mails is not told again.
 */
final class ActionMails {
  private static final Duration LASTS = Duration.ofDays(60);
  private static final int ASKED_AT_MOST = 5;
  private static final int CONTACTS_LOOKED_AT = 200;
  private static final String PAGE = "/actions";
  private static final String[] REMINDERS = {"mail.action-soon", "mail.action-today"};

  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final ActionMailChoices choices;
  private final ActionQuestionRepository questions = new ActionQuestionRepository();
  private final Colleagues colleagues = new Colleagues();
  private final Contacts contacts = new Contacts();

  ActionMails(Mailer mailer, Unsubscribing unsubscribing, ActionMailChoices choices) {
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
    this.choices = choices;
  }

  /** It is theirs now; whoever gave it to themselves knows. */
  void yours(Queries transaction, Action action, Optional<Long> by) {
    tellOwner(transaction, action, by, about("mail.action-yours", action));
  }

  /** It is not to be done any more. */
  void withdrawn(Queries transaction, Action action, Optional<Long> by) {
    action
        .closing()
        .ifPresent(
            closing ->
                tellOwner(
                    transaction,
                    action,
                    by,
                    about("mail.action-withdrawn", action)
                        .with("by", closing.by())
                        .with("reason", closing.text())));
  }

  /**
   * @param step 0 a day before it is due, 1 on the day
   */
  void remind(Queries transaction, Action action, int step) {
    MailContent content = about(REMINDERS[step], action);
    if (contacts.recipient(transaction, action.owner().id()).isPresent()) {
      tellOwner(transaction, action, Optional.empty(), content);
    } else {
      tell(transaction, ActionMailTopic.OVERDUE, keepers(transaction), content);
    }
  }

  void overdue(Queries transaction, Action action) {
    tell(
        transaction,
        ActionMailTopic.OVERDUE,
        keepers(transaction),
        about("mail.action-overdue", action));
  }

  /**
   * Somebody says that it worked.
   *
   * @param who says so: a company, or somebody of the house
   */
  void worked(Queries transaction, Action action, String who, Optional<Long> by) {
    tellOwner(transaction, action, by, about("mail.action-worked", action).with("who", who));
  }

  /** Somebody says that it did not: it is open again. */
  void reopened(Queries transaction, Action action, String who, String word, Optional<Long> by) {
    MailContent content = about("mail.action-reopened", action).with("who", who).with("word", word);
    tellOwner(transaction, action, by, content);
    tell(
        transaction,
        ActionMailTopic.OVERDUE,
        keepers(transaction).stream()
            .filter(keeper -> keeper != action.owner().id() && !by.equals(Optional.of(keeper)))
            .toList(),
        content);
  }

  /** Asks contacts of a company whether it worked; returns how many were asked. */
  int ask(Queries transaction, Action action, CompanyId company, Instant now) {
    List<Long> asked =
        choices
            .wishing(
                transaction,
                ActionMailTopic.WORKED,
                contacts.of(transaction, company, CONTACTS_LOOKED_AT))
            .stream()
            .limit(ASKED_AT_MOST)
            .toList();
    asked.forEach(
        person ->
            contacts
                .recipient(transaction, person, company)
                .ifPresent(to -> ask(transaction, action, company, person, to, now)));
    return asked.size();
  }

  private void ask(
      Queries transaction,
      Action action,
      CompanyId company,
      long person,
      Recipient to,
      Instant now) {
    Token token = Token.random();
    questions.ask(
        transaction,
        token,
        new ActionQuestion(company, action.number(), person),
        now,
        now.plus(LASTS));
    MailContent content =
        action
            .closing()
            .map(
                closing ->
                    about("mail.action-asked", action)
                        .with("done", closing.at())
                        .with("word", closing.text()))
            .orElseThrow()
            .leadingTo("/did-it-work#" + token.text());
    send(transaction, ActionMailTopic.WORKED, person, to, content);
  }

  private static MailContent about(String words, Action action) {
    return MailContent.of(words)
        .with("number", action.number().toString())
        .with("text", action.text())
        .with("owner", action.owner().name())
        .with("due", action.due())
        .leadingTo(PAGE + "/" + action.number());
  }

  private void tellOwner(
      Queries transaction, Action action, Optional<Long> by, MailContent content) {
    long owner = action.owner().id();
    if (!by.equals(Optional.of(owner))) {
      tell(transaction, ActionMailTopic.MINE, List.of(owner), content);
    }
  }

  private void tell(
      Queries transaction, ActionMailTopic topic, List<Long> people, MailContent content) {
    for (long person : choices.wishing(transaction, topic, people)) {
      contacts
          .recipient(transaction, person)
          .ifPresent(to -> send(transaction, topic, person, to, content));
    }
  }

  private void send(
      Queries transaction, ActionMailTopic topic, long person, Recipient to, MailContent content) {
    LeftMails left = new LeftMails(person, List.of(topic.code()), List.of());
    mailer.tell(transaction, to, unsubscribing.leftBy(transaction, content, left));
  }

  /** Quality managers; administrators where there is none. */
  private List<Long> keepers(Queries queries) {
    return Stream.of(Role.QUALITY_MANAGER, Role.ADMINISTRATOR)
        .map(role -> colleagues.inRole(queries, role))
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(HouseMember::id)
        .toList();
  }
}
