package org.vitrine.voices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.voices.Voices.VoiceWords;

/**
 * What is done with a voice; each is answered with its page. Whoever sends the {@code version} that
 * their page had is refused where something happened since that they would want to know of.
 */
final class VoiceActRoutes implements Routes {
  private final Voices voices;
  private final VoiceHandling handling;
  private final VoiceReader reader;
  private final Guards guards;
  private final Idempotency idempotency;

  VoiceActRoutes(Voices voices, VoiceReader reader, Guards guards, Idempotency idempotency) {
    this.voices = voices;
    this.handling = voices.handling();
    this.reader = reader;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard both = guards.mayOneOf(Permission.SPEAK, Permission.ANSWER_VOICES);
    Endpoint.Guard staff = guards.may(Permission.ANSWER_VOICES);
    return List.of(
        idempotency.once(Routes.post("/api/voices/:number/answers", both, this::answer)),
        idempotency.once(Routes.post("/api/voices/:number/questions", staff, this::ask)),
        idempotency.once(Routes.post("/api/voices/:number/notes", staff, this::note)),
        Routes.post("/api/voices/:number/seeing", staff, this::see),
        idempotency.once(Routes.post("/api/voices/:number/hand-overs", staff, this::handOn)),
        Routes.post("/api/voices/:number/assignment", staff, this::assign),
        idempotency.once(Routes.post("/api/voices/:number/closing", both, this::close)),
        idempotency.once(Routes.post("/api/voices/:number/reopening", both, this::reopen)),
        idempotency.once(
            Routes.post("/api/voices/:number/thanks", guards.may(Permission.SPEAK), this::thank)),
        idempotency.once(Routes.post("/api/voice-causes", staff, this::makeCause)),
        idempotency.once(Routes.post("/api/voice-causes/:id/voices", staff, this::join)),
        Routes.delete("/api/voice-causes/:id/voices/:number", staff, this::leave),
        idempotency.once(Routes.post("/api/voice-causes/:id/answers", staff, this::answerAll)));
  }

  /** An answer, or what a customer adds. */
  record SaveAnswer(String text, List<String> photos, String choice, Integer version) {
    SaveAnswer {
      photos = photos == null ? List.of() : List.copyOf(photos);
    }
  }

  record SaveQuestion(String text, List<String> choices, Integer version) {}

  record WriteNote(String text) {}

  record SaveHandOver(String department, String reason, Integer version) {
    SaveHandOver {
      if (department == null) {
        throw new Rejection.Invalid("department", "Give the code of the department");
      }
    }
  }

  /**
   * @param person absent where the head of the department has it again
   */
  record SaveAssignment(Long person, Integer version) {}

  record SaveClosing(String text, Integer version) {}

  record SaveReopening(String text, List<String> photos, Integer version) {
    SaveReopening {
      photos = photos == null ? List.of() : List.copyOf(photos);
    }
  }

  record SaveThanks(String text) {}

  record SaveCause(String title, List<VoiceNumber> voices) {
    SaveCause {
      voices = voices == null ? List.of() : List.copyOf(voices);
    }
  }

  record JoinCause(VoiceNumber voice) {
    JoinCause {
      if (voice == null) {
        throw new Rejection.Invalid("voice", "Give the number of the message");
      }
    }
  }

  private void answer(Exchange exchange) {
    SaveAnswer sent = exchange.body(SaveAnswer.class);
    voices.answer(
        caller(exchange),
        number(exchange),
        new VoiceWords(sent.text(), sent.photos(), Optional.ofNullable(sent.version())),
        Optional.ofNullable(sent.choice()));
    reply(exchange);
  }

  private void ask(Exchange exchange) {
    SaveQuestion sent = exchange.body(SaveQuestion.class);
    handling.ask(
        caller(exchange),
        number(exchange),
        new VoiceWords(sent.text(), List.of(), Optional.ofNullable(sent.version())),
        sent.choices());
    reply(exchange);
  }

  private void note(Exchange exchange) {
    handling.note(caller(exchange), number(exchange), exchange.body(WriteNote.class).text());
    reply(exchange);
  }

  private void see(Exchange exchange) {
    handling.see(caller(exchange), number(exchange));
    reply(exchange);
  }

  private void handOn(Exchange exchange) {
    SaveHandOver sent = exchange.body(SaveHandOver.class);
    handling.handOn(
        caller(exchange),
        number(exchange),
        sent.department(),
        sent.reason(),
        Optional.ofNullable(sent.version()));
    reply(exchange);
  }

  private void assign(Exchange exchange) {
    SaveAssignment sent = exchange.body(SaveAssignment.class);
    handling.assign(
        caller(exchange),
        number(exchange),
        Optional.ofNullable(sent.person()),
        Optional.ofNullable(sent.version()));
    reply(exchange);
  }

  private void close(Exchange exchange) {
    SaveClosing sent = exchange.bodyOr(new SaveClosing(null, null), SaveClosing.class);
    voices.close(
        caller(exchange), number(exchange), sent.text(), Optional.ofNullable(sent.version()));
    reply(exchange);
  }

  private void reopen(Exchange exchange) {
    SaveReopening sent = exchange.body(SaveReopening.class);
    voices.reopen(
        caller(exchange),
        number(exchange),
        new VoiceWords(sent.text(), sent.photos(), Optional.ofNullable(sent.version())));
    reply(exchange);
  }

  private void thank(Exchange exchange) {
    SaveThanks sent = exchange.bodyOr(new SaveThanks(null), SaveThanks.class);
    voices.thank(caller(exchange), number(exchange), sent.text());
    reply(exchange);
  }

  private void makeCause(Exchange exchange) {
    SaveCause sent = exchange.body(SaveCause.class);
    long cause = voices.causes().make(caller(exchange), sent.title(), sent.voices());
    exchange.reply(201, Map.of("id", cause, "title", VoiceText.title(sent.title())));
  }

  private void join(Exchange exchange) {
    voices
        .causes()
        .join(caller(exchange), exchange.id("id"), exchange.body(JoinCause.class).voice());
    exchange.replyEmpty();
  }

  private void leave(Exchange exchange) {
    voices.causes().leave(caller(exchange), exchange.id("id"), number(exchange));
    exchange.replyEmpty();
  }

  private void answerAll(Exchange exchange) {
    SaveAnswer sent = exchange.body(SaveAnswer.class);
    if (!sent.photos().isEmpty()) {
      throw new Rejection.Invalid(
          "photos", "A photo belongs to one message; answer each by itself to show photos");
    }
    exchange.reply(
        Map.of(
            "answered", voices.causes().answer(caller(exchange), exchange.id("id"), sent.text())));
  }

  private void reply(Exchange exchange) {
    exchange.reply(
        VoiceRoutes.page(reader, voices.speakers().of(caller(exchange)), number(exchange)));
  }

  private static VoiceNumber number(Exchange exchange) {
    return VoiceRoutes.number(exchange);
  }

  private static Caller caller(Exchange exchange) {
    return exchange.caller(Caller.class);
  }
}
