package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vitrine.access.Token;
import org.vitrine.companies.Companies;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.VoiceAnchor.AnchorNames;
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
   * Asks the first of those who wrote whether it is still solved; false where nobody of them can be
   * asked any more.
   */
  boolean askStillSolved(Queries transaction, Voice voice, Instant now) {
    for (long person : VoicePeople.customers(voice)) {
      Optional<Recipient> to = people.recipient(transaction, person, voice.company());
      if (to.isPresent()) {
        Token token = ask(transaction, MailQuestion.stillSolved(voice, person), now);
        mailer.owe(
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

  /** Asks after one product that was delivered; false where there is none to be asked after now. */
  boolean askAfterOne() {
    return database.inTransaction(
        transaction -> {
          Instant now = Json.asRead(clock.instant());
          Optional<DueCare> due = repository.lockDue(transaction, now);
          due.ifPresent(care -> askAfter(transaction, care, now));
          return due.isPresent();
        });
  }

  private void askAfter(Queries transaction, DueCare care, Instant now) {
    LocalizedText question = questions.of(transaction, care.name()).question();
    for (StaffName contact : people.contacts(transaction, care.company(), ASKED_AT_MOST)) {
      people
          .recipient(transaction, contact.id(), care.company())
          .ifPresent(to -> askAfter(transaction, care, contact.id(), to, question, now));
    }
    repository.asked(transaction, care, now);
  }

  private void askAfter(
      Queries transaction,
      DueCare care,
      long person,
      Recipient to,
      LocalizedText question,
      Instant now) {
    String asked = said(question, to.language());
    Token token = ask(transaction, MailQuestion.care(care, person, asked), now);
    mailer.owe(
        transaction,
        to,
        MailContent.of("mail.after-care")
            .with("question", asked)
            .with("product", said(care.name(), to.language()))
            .with("order", care.number().value())
            .with("delivered", care.deliveredOn())
            .leadingTo("/after-care#" + token.text()));
  }

  /** In the reader's language, or in all where that is not known or it is not in it. */
  private static String said(LocalizedText text, Optional<Language> language) {
    return language
        .flatMap(known -> Optional.ofNullable(text.byLanguage().get(known.tag())))
        .orElse(text.toString());
  }

  private Token ask(Queries transaction, MailQuestion question, Instant now) {
    Token token = Token.random();
    repository.ask(transaction, token, question, now, now.plus(LASTS));
    return token;
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
    question
        .order()
        .flatMap(order -> repository.care(database, order, question.product().orElseThrow()))
        .ifPresent(
            care -> {
              shown.put("purpose", "after-care");
              shown.put("order", care.number().value());
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
          DueCare care =
              question
                  .order()
                  .flatMap(
                      order ->
                          repository.care(transaction, order, question.product().orElseThrow()))
                  .orElseThrow(MailQuestions::over);
          VoiceAnchor anchor =
              new VoiceAnchor(
                  care.order(),
                  care.number(),
                  Optional.of(care.line()),
                  Optional.empty(),
                  Optional.empty(),
                  new AnchorNames(care.name().isBlank() ? null : care.name(), null, null));
          return desk.begin(
              transaction,
              speaker(transaction, question),
              new FoundAnchor(anchor, companies.require(transaction, care.company())),
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
