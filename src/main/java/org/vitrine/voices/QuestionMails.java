package org.vitrine.voices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.people.Contacts;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/**
 * Asks customers by mail whether a voice is still solved, and how a product does. It is not owed to
 * them: whoever leaves such mails is not asked again.
 */
final class QuestionMails {
  private static final Duration LASTS = Duration.ofDays(60);
  private static final int ASKED_AT_MOST = 5;
  private static final int CONTACTS_LOOKED_AT = 200;
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(QuestionMails.class);

  private final Database database;
  private final Voices.AnsweringRules rules;
  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final Clock clock;
  private final MailQuestionRepository repository = new MailQuestionRepository();
  private final Contacts contacts = new Contacts();

  QuestionMails(
      Database database,
      Voices.AnsweringRules rules,
      Mailer mailer,
      Unsubscribing unsubscribing,
      Clock clock) {
    this.database = database;
    this.rules = rules;
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
    this.clock = clock;
  }

  /**
   * Asks the first of those who wrote whether it is still solved, or of the company's contacts
   * where staff took it down for them; false where nobody of them can be asked any more.
   */
  boolean askStillSolved(Queries transaction, Voice voice, Instant now) {
    for (long person : askable(transaction, voice)) {
      Optional<Recipient> to = contacts.recipient(transaction, person, voice.company());
      if (to.isPresent()) {
        Token token = ask(transaction, MailQuestion.stillSolved(voice, person, now));
        tell(
            transaction,
            to.get(),
            AskedTopic.STILL_SOLVED,
            person,
            MailContent.of(stillSolved(voice.anchor()))
                .with("number", voice.number().toString())
                .with("title", voice.title())
                .with("order", voice.anchor().called().orElse(""))
                .with("closed", voice.closing().map(VoiceEvent.Closed::at).orElse(now))
                .leadingTo("/still-solved#" + token.text()));
        return true;
      }
    }
    return false;
  }

  private static String stillSolved(VoiceAnchor about) {
    if (about.number().isPresent()) {
      return "mail.still-solved";
    }
    return about.piece().isPresent() ? "mail.still-solved-piece" : "mail.still-solved-noted";
  }

  private List<Long> askable(Queries queries, Voice voice) {
    List<Long> wrote = VoicePeople.customers(voice);
    return wrote.isEmpty() && VoicePeople.hasReaders(voice)
        ? contacts(queries, voice.company(), AskedTopic.STILL_SOLVED)
        : rules.choices().askable(queries, AskedTopic.STILL_SOLVED, wrote);
  }

  /** Contacts of a company who want to be asked. */
  private List<Long> contacts(Queries queries, CompanyId company, AskedTopic topic) {
    return rules
        .choices()
        .askable(queries, topic, contacts.of(queries, company, CONTACTS_LOOKED_AT))
        .stream()
        .limit(ASKED_AT_MOST)
        .toList();
  }

  private void tell(
      Queries transaction, Recipient to, AskedTopic topic, long person, MailContent content) {
    mailer.tell(
        transaction,
        to,
        unsubscribing.leftBy(
            transaction, content, new LeftMails(person, List.of(topic.code()), List.of())));
  }

  /**
   * Asks after what was delivered of one order; false where there is nothing to be asked after now.
   * An order of which nothing can be asked holds up no others.
   */
  boolean askAfterOneOrder() {
    Instant now = Json.asRead(clock.instant());
    List<OrderId> taken = new ArrayList<>();
    try {
      database.inTransaction(
          transaction -> {
            repository.lockDue(transaction, now).ifPresent(taken::add);
            taken.forEach(order -> askAfter(transaction, order, now));
            return null;
          });
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("What was delivered of order {} could not be asked after", taken, fault);
      taken.forEach(order -> repository.rest(database, order, now, now.plus(AFTER_A_FAULT)));
    }
    return !taken.isEmpty();
  }

  private void askAfter(Queries transaction, OrderId order, Instant now) {
    List<DueCare> due = repository.due(transaction, order, now);
    if (due.isEmpty()) {
      repository.rest(transaction, order, now, now.plus(AFTER_A_FAULT));
      return;
    }
    AskedProducts care = new AskedProducts(due);
    List<CareQuestion> all = rules.questions().all(transaction);
    CompanyId company = care.first().company();
    for (long person : contacts(transaction, company, AskedTopic.AFTER_CARE)) {
      contacts
          .recipient(transaction, person, company)
          .ifPresent(to -> askAfter(transaction, care, person, to, all, now));
    }
    repository.asked(transaction, order, due, now);
  }

  private void askAfter(
      Queries transaction,
      AskedProducts care,
      long person,
      Recipient to,
      List<CareQuestion> all,
      Instant now) {
    Optional<String> language = to.language().map(Language::tag);
    LocalizedText asked = care.question(all);
    Token token = ask(transaction, MailQuestion.care(care, person, asked, now));
    tell(
        transaction,
        to,
        AskedTopic.AFTER_CARE,
        person,
        MailContent.of("mail.after-care")
            .with("question", AskedProducts.said(asked, language))
            .with("product", AskedProducts.said(care.name(), language))
            .with("order", care.first().number().value())
            .with("delivered", care.deliveredOn())
            .leadingTo("/after-care#" + token.text()));
  }

  private Token ask(Queries transaction, MailQuestion question) {
    Token token = Token.random();
    repository.ask(transaction, token, question, question.askedAt().plus(LASTS));
    return token;
  }
}
