package org.vitrine.invitations;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.invitations.OwnInvitations.Reader;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.TrackingRoutes;

/**
 * Invitations over HTTP: for whoever has the link of a mail its secret is enough; whoever is signed
 * in has their own.
 */
final class InvitationRoutes implements Routes {
  private static final int MOST = 60;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final OwnInvitations own;
  private final Replies replies;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);
  private final RateLimiter ofLink = new RateLimiter(MOST, WITHIN);

  InvitationRoutes(OwnInvitations own, Replies replies, Guards guards) {
    this.own = own;
    this.replies = replies;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.ANSWER_INVITATIONS);
    return List.of(
        Routes.post("/api/invitations/look", guards.anyone(), this::look),
        Routes.post("/api/invitations/answers", guards.anyone(), this::answer),
        Routes.get("/api/invitations/replies", guards.may(Permission.READ_REPLIES), this::replies),
        Routes.get("/api/invitations", everybody, this::list),
        Routes.get("/api/invitations/:number", everybody, this::show),
        Routes.put("/api/invitations/:number", everybody, this::answerOwn));
  }

  /** The secret of a link, to look at what it is for. */
  record LookAtInvitation(String token) {
    LookAtInvitation {
      require(token);
    }

    /** Never the token: a log must not have it. */
    @Override
    public String toString() {
      return "LookAtInvitation";
    }
  }

  /** An answer by a link. */
  record AnswerInvitation(
      String token,
      InvitationState answer,
      Optional<String> note,
      Optional<Long> instead,
      Optional<Integer> sequence) {
    AnswerInvitation {
      require(token);
    }

    GiveAnswer given() {
      return new GiveAnswer(answer, note, instead, sequence);
    }

    @Override
    public String toString() {
      return "AnswerInvitation";
    }
  }

  private static void require(String token) {
    if (token == null || token.isBlank()) {
      throw new Rejection.Invalid("token", "Missing");
    }
  }

  /** What somebody is asked to. */
  record InvitationList(List<ShownInvitation> invitations) {}

  /** Replies that do not explain themselves. */
  record ReplyList(List<InvitationReply> replies) {}

  private void look(Exchange exchange) {
    exchange.reply(own.look(admitted(exchange, exchange.body(LookAtInvitation.class).token())));
  }

  private void answer(Exchange exchange) {
    AnswerInvitation sent = exchange.body(AnswerInvitation.class);
    exchange.reply(own.answer(admitted(exchange, sent.token()), sent.given()));
  }

  private Token admitted(Exchange exchange, String text) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    Token token = new Token(text);
    ofLink.admit(HexFormat.of().formatHex(token.hash()));
    return token;
  }

  private void replies(Exchange exchange) {
    exchange.onlyQueries("kind", "number");
    exchange.reply(
        new ReplyList(
            replies.unexplained(
                exchange.query("kind"), exchange.number("number", Long.MAX_VALUE))));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    Reader reader = reader(exchange);
    exchange.reply(
        new InvitationList(
            own.coming(reader.company(), List.of(reader.person()))
                .getOrDefault(reader.person(), List.of())));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(own.look(reader(exchange), exchange.id("number")));
  }

  private void answerOwn(Exchange exchange) {
    GiveAnswer answer = exchange.body(GiveAnswer.class);
    exchange.reply(own.answer(reader(exchange), exchange.id("number"), answer));
  }

  private static Reader reader(Exchange exchange) {
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    return new Reader(person.id(), TrackingRoutes.companyOf(person));
  }
}
