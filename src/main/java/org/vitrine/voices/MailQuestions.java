package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.vitrine.access.Caller;
import org.vitrine.access.Token;
import org.vitrine.companies.Companies;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.OrderNumber;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceAnchors.FoundAnchor;
import org.vitrine.voices.VoiceDesk.SaidWords;
import org.vitrine.voices.VoiceDesk.VoiceDeed;

/**
 * What customers were asked by mail: whether a voice is still solved, how a product does. The link
 * has a secret of its own; looking at what it asks changes nothing, and it is answered once.
 */
public final class MailQuestions {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final VoiceDesk desk;
  private final Voices voices;
  private final VoiceAnchors anchors;
  private final Companies companies;
  private final Clock clock;
  private final VoiceRepository stored;
  private final MailQuestionRepository repository = new MailQuestionRepository();
  private final Contacts contacts = new Contacts();

  MailQuestions(
      Database database,
      VoiceDesk desk,
      Voices voices,
      VoiceAnchors anchors,
      Companies companies,
      VoiceRepository stored,
      Clock clock) {
    this.database = database;
    this.desk = desk;
    this.voices = voices;
    this.anchors = anchors;
    this.companies = companies;
    this.stored = stored;
    this.clock = clock;
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
              voice.anchor().called().ifPresent(called -> shown.put("order", called));
              voice.closing().ifPresent(closed -> shown.put("closedAt", closed.at().toString()));
            });
    care(database, question)
        .ifPresent(
            care -> {
              shown.put("purpose", "after-care");
              shown.put("order", care.first().number().value());
              shown.set("product", Json.tree(care.name()));
              shown.put("deliveredOn", care.deliveredOn().toString());
              question.question().ifPresent(text -> shown.set("question", Json.tree(text)));
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

  /**
   * How a product does, told by somebody who was asked in another way than by mail. Returns its
   * number.
   */
  public VoiceNumber told(Caller.SignedIn by, OrderNumber order, int line, String text) {
    Speaker speaker = voices.speakers().of(by);
    return desk.begin(
        speaker,
        anchors.require(new VoicePlace(order, line, null, null), speaker),
        new SaidWords(VoiceKind.CARE, VoiceText.required(text), List.of()));
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
        contacts
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
