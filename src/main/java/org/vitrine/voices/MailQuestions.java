package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Token;
import org.vitrine.companies.Companies;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.VoiceAnchors.FoundAnchor;
import org.vitrine.voices.VoiceDesk.SaidWords;
import org.vitrine.voices.VoiceDesk.VoiceDeed;
import org.vitrine.voices.VoicePeople.StaffName;

/**
 * What customers are asked by mail: whether a voice is still solved, how a product does. The link
 * has a secret of its own; looking at what it asks changes nothing, and it is answered once.
 */
final class MailQuestions {
  private static final Duration LASTS = Duration.ofDays(60);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int ASKED_AT_MOST = 5;
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(MailQuestions.class);

  private final Database database;
  private final VoiceDesk desk;
  private final Voices voices;
  private final CareQuestions questions;
  private final Companies companies;
  private final Mailer mailer;
  private final Clock clock;
  private final VoiceRepository stored;
  private final MailQuestionRepository repository = new MailQuestionRepository();
  private final VoicePeopleRepository people = new VoicePeopleRepository();

  MailQuestions(
      Database database,
      VoiceDesk desk,
      Voices voices,
      CareQuestions questions,
      Companies companies,
      Mailer mailer,
      VoiceRepository stored,
      Clock clock) {
    this.database = database;
    this.desk = desk;
    this.voices = voices;
    this.questions = questions;
    this.companies = companies;
    this.mailer = mailer;
    this.stored = stored;
    this.clock = clock;
  }

  /**
   * Asks the first of those who wrote whether it is still solved, or of the company's contacts
   * where staff took it down for them; false where nobody of them can be asked any more.
   */
  boolean askStillSolved(Queries transaction, Voice voice, Instant now) {
    for (long person : askable(transaction, voice)) {
      Optional<Recipient> to = people.recipient(transaction, person, voice.company());
      if (to.isPresent()) {
        Token token = ask(transaction, MailQuestion.stillSolved(voice, person, now));
        mailer.tell(
            transaction,
            to.get(),
            MailContent.of("mail.still-solved")
                .with("number", voice.number().toString())
                .with("title", voice.title())
                .with("order", voice.anchor().number().value())
                .with("closed", voice.closing().map(VoiceEvent.Closed::at).orElse(now))
                .leadingTo("/still-solved#" + token.text()));
        return true;
      }
    }
    return false;
  }

  private List<Long> askable(Queries queries, Voice voice) {
    List<Long> wrote = VoicePeople.customers(voice);
    return wrote.isEmpty() && VoicePeople.hasReaders(voice)
        ? people.contacts(queries, voice.company(), ASKED_AT_MOST).stream()
            .map(StaffName::id)
            .toList()
        : wrote;
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
    List<CareQuestion> all = questions.all(transaction);
    for (StaffName contact : people.contacts(transaction, care.first().company(), ASKED_AT_MOST)) {
      people
          .recipient(transaction, contact.id(), care.first().company())
          .ifPresent(to -> askAfter(transaction, care, contact.id(), to, all, now));
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
    String asked = care.question(all, language);
    Token token = ask(transaction, MailQuestion.care(care, person, asked, now));
    mailer.tell(
        transaction,
        to,
        MailContent.of("mail.after-care")
            .with("question", asked)
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

  private Optional<AskedProducts> care(Queries queries, MailQuestion question) {
    return Optional.of(repository.care(queries, question))
        .filter(care -> !care.isEmpty())
        .map(AskedProducts::new);
  }

  /** What a link asks, for whoever holds it. */
  ObjectNode shown(Token token) {
    MailQuestion question =
        repository.find(database, token, clock.instant()).orElseThrow(MailQuestions::over);
    ObjectNode shown = Json.object();
    question
        .voice()
        .ifPresent(
            number -> {
              Voice voice = stored.all(database, List.of(number)).getFirst();
              shown.put("purpose", "still-solved");
              shown.put("number", number.value());
              shown.put("title", voice.title());
              shown.put("order", voice.anchor().number().value());
              voice.closing().ifPresent(closed -> shown.put("closedAt", closed.at().toString()));
            });
    care(database, question)
        .ifPresent(
            care -> {
              shown.put("purpose", "after-care");
              shown.put("order", care.first().number().value());
              shown.set("product", Json.tree(care.name()));
              shown.put("deliveredOn", care.deliveredOn().toString());
              question.question().ifPresent(text -> shown.put("question", text));
            });
    return shown;
  }

  /** Whether it is still solved: a word of thanks, or it is reopened. Returns its number. */
  VoiceNumber confirm(Token token, boolean solved, String text) {
    Optional<String> said = VoiceText.optional(text);
    if (!solved && said.isEmpty()) {
      throw new Rejection.Invalid("text", "Say what is not solved");
    }
    return answer(
        token,
        (transaction, question) -> {
          VoiceNumber number = question.voice().orElseThrow(MailQuestions::over);
          VoiceDeed deed = new VoiceDeed(speaker(transaction, question), number, Optional.empty());
          if (solved) {
            desk.actFor(transaction, deed, turn -> turn.acts().thank(said));
          } else {
            desk.reopenFor(
                transaction, deed, turn -> voices.reopening(turn, said.orElseThrow(), List.of()));
          }
          return number;
        });
  }

  /** How a product does: a voice of its own kind. Returns its number. */
  VoiceNumber care(Token token, String text) {
    String said = VoiceText.required(text);
    return answer(
        token,
        (transaction, question) -> {
          AskedProducts care = care(transaction, question).orElseThrow(MailQuestions::over);
          return desk.begin(
              transaction,
              speaker(transaction, question),
              new FoundAnchor(care.anchor(), companies.require(transaction, question.company())),
              new SaidWords(VoiceKind.CARE, said, List.of()));
        });
  }

  private VoiceNumber answer(Token token, BiFunction<Queries, MailQuestion, VoiceNumber> answered) {
    return database.inTransaction(
        transaction ->
            answered.apply(
                transaction,
                repository
                    .answer(transaction, token, clock.instant())
                    .orElseThrow(MailQuestions::over)));
  }

  /** Whoever was asked, if they still belong to the company. */
  private Speaker speaker(Queries queries, MailQuestion question) {
    Recipient contact =
        people
            .recipient(queries, question.person(), question.company())
            .orElseThrow(MailQuestions::over);
    return Speaker.of(
        new VoiceParty(
            VoiceParty.VoiceSide.CUSTOMER, Optional.of(question.person()), contact.name()),
        question.company());
  }

  private static Rejection over() {
    return new Rejection.Gone("This link has expired, or was used before");
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("questions by mail", () -> repository.sweep(database, clock.instant().minus(KEPT)));
  }
}
