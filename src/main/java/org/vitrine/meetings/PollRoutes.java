package org.vitrine.meetings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.meetings.Poll.AskedPoll;
import org.vitrine.meetings.Poll.CastVote;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/**
 * Polls over HTTP. Votes take no {@code Idempotency-Key}: a company has one whatever is sent twice,
 * and what is kept under a key would be a trace of what was said in secret.
 */
final class PollRoutes implements Routes {
  private static final String MEETING = "/api/meetings/:number";

  private final TablePolls polls;
  private final Guards guards;
  private final Idempotency idempotency;

  PollRoutes(TablePolls polls, Guards guards, Idempotency idempotency) {
    this.polls = polls;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard all = guards.may(Permission.ATTEND_MEETINGS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_MEETINGS);
    return List.of(
        idempotency.once(Routes.post(MEETING + "/polls", keepers, this::open)),
        Routes.put(MEETING + "/polls/:key", keepers, this::save),
        Routes.post(MEETING + "/polls/:key/ballots", all, this::voteOn),
        Routes.post(MEETING + "/ballots", all, this::vote));
  }

  /**
   * @param secret true where nobody learns who said what
   */
  record OpenPoll(String item, String question, List<String> choices, Boolean secret) {}

  record SavePoll(String state) {}

  /**
   * @param choice from 0 on; or {@code pass}
   */
  record SaveBallot(String poll, Integer choice, Boolean pass) {
    CastVote vote() {
      boolean passes = Boolean.TRUE.equals(pass);
      if (passes == (choice != null)) {
        throw new Rejection.Invalid("choice", "Give the number of an answer, or pass");
      }
      return new CastVote(Optional.ofNullable(choice));
    }
  }

  private void open(Exchange exchange) {
    OpenPoll sent = exchange.body(OpenPoll.class);
    long key =
        polls.open(
            by(exchange),
            MeetingTable.number(exchange),
            Optional.ofNullable(sent.item()).map(item -> TableText.key("item", item)),
            new AskedPoll(
                TableText.question(sent.question()),
                TableText.choices(sent.choices()),
                Boolean.TRUE.equals(sent.secret())));
    exchange.reply(201, Map.of("key", String.valueOf(key)));
  }

  private void save(Exchange exchange) {
    String state = exchange.body(SavePoll.class).state();
    if (!"closed".equals(state)) {
      throw new Rejection.Invalid(
          "state",
          "“%s” is not closed, which is all that becomes of a poll"
              .formatted(Excerpt.of(state == null ? "" : state)));
    }
    polls.close(by(exchange), MeetingTable.number(exchange), MeetingTable.key(exchange, "key"));
    exchange.replyEmpty();
  }

  private void voteOn(Exchange exchange) {
    SaveBallot sent = exchange.body(SaveBallot.class);
    if (sent.poll() != null && !sent.poll().equals(exchange.path("key"))) {
      throw new Rejection.Invalid("poll", "The address names another poll");
    }
    vote(exchange, MeetingTable.key(exchange, "key"), sent);
  }

  private void vote(Exchange exchange) {
    SaveBallot sent = exchange.body(SaveBallot.class);
    vote(exchange, TableText.key("poll", sent.poll()), sent);
  }

  private void vote(Exchange exchange, long poll, SaveBallot sent) {
    polls.vote(by(exchange), MeetingTable.number(exchange), poll, sent.vote());
    exchange.replyEmpty();
  }

  private static MeetingPerson by(Exchange exchange) {
    return MeetingPerson.of(exchange.caller(Caller.class));
  }
}
