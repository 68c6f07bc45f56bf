package org.vitrine.webhooks;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.webhooks.WebhookMessage.MessageState;
import org.vitrine.webhooks.WebhookMessage.WebhookTry;
import org.vitrine.webhooks.WebhookMessage.WholeMessage;

/**
 * What endpoints are still to be told, and what they were, in PostgreSQL. A thing has a row as long
 * as anything of it waits; who adds to a thing and who takes from it hold that row, so that the
 * last of it is never forgotten.
 */
final class WebhookQueueRepository {
  /** For whom each is; one that is paused hears of it when it goes on. */
  private static final String ADDED =
      """
      INSERT INTO webhook_message (webhook_id, message_id, type, thing, version, body, said_at, state)
      SELECT w.id, e.id, e.type, e.thing, e.version, e.body, $8, 'waiting'
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::text[])
               WITH ORDINALITY AS e (id, type, thing, version, company, is_for_companies, body, position)
        JOIN webhook w
          ON (w.company_id IS NULL OR w.company_id = e.company AND e.is_for_companies)
         AND (e.type = ANY(w.types) OR split_part(e.type, '.', 1) || '.*' = ANY(w.types))
         AND CASE WHEN $9::bigint IS NULL THEN w.paused_at IS NULL ELSE w.id = $9 END
       ORDER BY w.id, e.position
      """;

  private static final String THINGS =
      """
      INSERT INTO webhook_thing (webhook_id, thing, next_attempt_at)
      SELECT DISTINCT webhook_id, thing, $8::timestamptz
        FROM told
       ORDER BY webhook_id, thing
      ON CONFLICT (webhook_id, thing) DO UPDATE SET thing = excluded.thing\
      """;

  private static final String ADD =
      "WITH told AS (\n"
          + ADDED
          + "ON CONFLICT (webhook_id, message_id) DO NOTHING\n"
          + "RETURNING webhook_id, thing)\n"
          + THINGS;

  /** What was delivered or set aside waits again; what waits goes on waiting. */
  private static final String ADD_AGAIN =
      "WITH told AS (\n"
          + ADDED
          + "ON CONFLICT (webhook_id, message_id) DO UPDATE SET state = 'waiting', attempts = 0\n"
          + "RETURNING webhook_id, thing)\n"
          + THINGS;

  private static final String DROP_THING =
      """
      DELETE FROM webhook_message
       WHERE thing = ANY($1)\
      """;

  private static final String DROP_QUEUE =
      """
      DELETE FROM webhook_thing
       WHERE thing = ANY($1)\
      """;

  /**
   * Endpoints for which something is due, those first that were served longest ago. Nobody else
   * serves them until then.
   */
  private static final String TAKE =
      """
      UPDATE webhook
         SET taken_until = $3, served_at = $2
       WHERE id IN (SELECT w.id
                      FROM webhook w
                     WHERE w.paused_at IS NULL AND w.struggling = $1
                       AND (w.taken_until IS NULL OR w.taken_until <= $2)
                       AND (w.rests_until IS NULL OR w.rests_until <= $2)
                       AND EXISTS (SELECT FROM webhook_thing t WHERE t.webhook_id = w.id AND t.next_attempt_at <= $2)
                     ORDER BY w.served_at NULLS FIRST, w.id
                     LIMIT $4
                       FOR NO KEY UPDATE SKIP LOCKED)
      RETURNING id, url, secret, CASE WHEN former_until > $2 THEN former_secret END AS former_secret\
      """;

  private static final String RECEIVER =
      """
      SELECT id, url, secret, CASE WHEN former_until > $2 THEN former_secret END AS former_secret
        FROM webhook
       WHERE id = $1\
      """;

  private static final String LET_GO =
      """
      UPDATE webhook
         SET taken_until = NULL
       WHERE id = $1\
      """;

  /** The first of each thing that is due; of a thing of which nothing waits, its name alone. */
  private static final String HEADS =
      """
      SELECT t.thing, m.id, m.message_id, m.body, m.attempts
        FROM (SELECT thing FROM webhook_thing
               WHERE webhook_id = $1 AND next_attempt_at <= $2
               ORDER BY next_attempt_at, thing
               LIMIT $3) t
        LEFT JOIN LATERAL (SELECT id, message_id, body, attempts FROM webhook_message
                            WHERE webhook_id = $1 AND thing = t.thing AND state = 'waiting'
                            ORDER BY version, id
                            LIMIT 1) m ON true\
      """;

  private static final String HOLD_THING =
      """
      SELECT thing
        FROM webhook_thing
       WHERE webhook_id = $1 AND thing = $2
         FOR UPDATE\
      """;

  private static final String TRIED =
      """
      INSERT INTO webhook_attempt (message, at, took_millis, status, trouble, excerpt)
      SELECT $1, $2, $3, $4, $5, $6
       WHERE EXISTS (SELECT FROM webhook_message WHERE id = $1)\
      """;

  private static final String CAME_TO =
      """
      UPDATE webhook_message
         SET state = $2, attempts = attempts + 1
       WHERE id = $1\
      """;

  private static final String NEXT_OF_THING =
      """
      UPDATE webhook_thing
         SET next_attempt_at = $3
       WHERE webhook_id = $1 AND thing = $2\
      """;

  private static final String END_THING =
      """
      DELETE FROM webhook_thing
       WHERE webhook_id = $1 AND thing = $2
         AND NOT EXISTS (SELECT FROM webhook_message WHERE webhook_id = $1 AND thing = $2 AND state = 'waiting')\
      """;

  private static final String SUCCEEDED =
      """
      UPDATE webhook
         SET delivered_at = $2, failing_since = NULL, failures = 0, rests_until = NULL, struggling = $3
       WHERE id = $1\
      """;

  private static final String FAILED =
      """
      UPDATE webhook
         SET failing_since = coalesce(failing_since, $2), failures = failures + 1, struggling = true
       WHERE id = $1
      RETURNING failing_since, failures, name, owner_email\
      """;

  private static final String REST =
      """
      UPDATE webhook
         SET rests_until = greatest(rests_until, $2)
       WHERE id = $1\
      """;

  private static final String LIST =
      """
      SELECT m.id, m.message_id, m.type, m.said_at, m.state, m.attempts, m.body,
             CASE WHEN m.state = 'waiting' AND NOT EXISTS (
                         SELECT FROM webhook_message f
                          WHERE f.webhook_id = m.webhook_id AND f.thing = m.thing AND f.state = 'waiting'
                            AND (f.version, f.id) < (m.version, m.id)) THEN t.next_attempt_at END AS next_attempt_at,
             a.at, a.took_millis, a.status, a.trouble, a.excerpt
        FROM webhook_message m
        LEFT JOIN webhook_thing t ON t.webhook_id = m.webhook_id AND t.thing = m.thing
        LEFT JOIN LATERAL (SELECT at, took_millis, status, trouble, excerpt FROM webhook_attempt
                            WHERE message = m.id ORDER BY id DESC LIMIT 1) a ON true
       WHERE m.webhook_id = $1 AND ($2::text IS NULL OR m.state = $2) AND ($3::bigint IS NULL OR m.id < $3)
         AND ($5::bigint IS NULL OR m.id = $5)
       ORDER BY m.id DESC
       LIMIT $4\
      """;

  private static final String TRIES =
      """
      SELECT at, took_millis, status, trouble, excerpt
        FROM webhook_attempt
       WHERE message = $1
       ORDER BY id DESC
       LIMIT $2\
      """;

  private static final String TRY_AGAIN =
      """
      UPDATE webhook_message
         SET state = 'waiting', attempts = 0
       WHERE webhook_id = $1 AND id = $2
      RETURNING thing\
      """;

  private static final String WAIT =
      """
      INSERT INTO webhook_thing (webhook_id, thing, next_attempt_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (webhook_id, thing) DO UPDATE SET next_attempt_at = excluded.next_attempt_at\
      """;

  private static final String KEEP_PING =
      """
      INSERT INTO webhook_message (webhook_id, message_id, type, thing, version, body, said_at, state, attempts)
      VALUES ($1, $2, $3, $4, 0, $5, $6, $7, 1)
      RETURNING id\
      """;

  private static final String SAID_AT =
      """
      SELECT said_at
        FROM webhook_message
       WHERE webhook_id = $1 AND message_id = $2\
      """;

  private static final String REPLAYING =
      """
      SELECT id, replay_from, replay_again
        FROM webhook
       WHERE replay_from IS NOT NULL AND paused_at IS NULL
       ORDER BY id
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED\
      """;

  private static final String SWEEP =
      """
      DELETE FROM webhook_message
       WHERE id IN (SELECT id FROM webhook_message WHERE said_at < $1 ORDER BY said_at LIMIT $2)\
      """;

  private static final int SWEPT_AT_ONCE = 5_000;

  /**
   * Where messages go, and what signs them.
   *
   * @param secret sealed
   * @param formerSecret sealed; absent where it signs no longer
   */
  record Receiver(long id, String url, String secret, Optional<String> formerSecret) {}

  /** A message whose turn it is; without one, a thing of which nothing waits. */
  record DueThing(String thing, Optional<DueMessage> message) {}

  /**
   * @param attempts that were made before
   */
  record DueMessage(long number, String id, String body, int attempts) {}

  /** How an endpoint stands on which a try failed. */
  record FailingWebhook(Instant since, int failures, String name, String owner) {}

  /** An endpoint that is told again what happened, and how far it is. */
  record Replaying(long webhook, long after, boolean again) {}

  /**
   * For all endpoints that want to know, or only this one, whether it is paused or not.
   *
   * @param events each once
   */
  void add(
      Queries transaction,
      List<WebhookEvent> events,
      Instant now,
      Optional<Long> webhook,
      boolean again) {
    transaction.execute(
        again ? "webhook_message.add_again" : "webhook_message.add",
        again ? ADD_AGAIN : ADD,
        Sql.column(events, WebhookEvent::id, String[]::new),
        Sql.column(events, WebhookEvent::type, String[]::new),
        Sql.column(events, WebhookEvent::thing, String[]::new),
        Sql.column(events, WebhookEvent::version, Long[]::new),
        Sql.column(events, event -> event.company().orElse(null), Long[]::new),
        Sql.column(events, WebhookEvent::isForCompanies, Boolean[]::new),
        Sql.column(events, WebhookEvent::body, String[]::new),
        Sql.utc(now),
        webhook.orElse(null));
  }

  /** As if nothing had been said of these. */
  void drop(Queries transaction, Collection<String> things) {
    String[] names = things.toArray(String[]::new);
    transaction.execute("webhook_message.drop", DROP_THING, (Object) names);
    transaction.execute("webhook_thing.drop", DROP_QUEUE, (Object) names);
  }

  List<Receiver> take(Queries queries, boolean struggling, Instant now, Instant until, int atMost) {
    return queries.find(
        "webhook.take",
        TAKE,
        WebhookQueueRepository::toReceiver,
        struggling,
        Sql.utc(now),
        Sql.utc(until),
        atMost);
  }

  Optional<Receiver> receiver(Queries queries, long webhook, Instant now) {
    return queries.findOne(
        "webhook.receiver", RECEIVER, WebhookQueueRepository::toReceiver, webhook, Sql.utc(now));
  }

  void letGo(Queries queries, long webhook) {
    queries.execute("webhook.let_go", LET_GO, webhook);
  }

  List<DueThing> heads(Queries queries, long webhook, Instant now, int atMost) {
    return queries.find(
        "webhook_message.heads",
        HEADS,
        row ->
            new DueThing(
                row.getString("thing"),
                Optional.ofNullable(row.getLong("id"))
                    .map(
                        number ->
                            new DueMessage(
                                number,
                                row.getString("message_id"),
                                row.getString("body"),
                                row.getInteger("attempts")))),
        webhook,
        Sql.utc(now),
        atMost);
  }

  /** Whoever adds to the thing waits. */
  void holdThing(Queries transaction, long webhook, String thing) {
    transaction.findOne(
        "webhook_thing.hold", HOLD_THING, row -> row.getString("thing"), webhook, thing);
  }

  void tried(Queries transaction, long message, WebhookTry one) {
    transaction.execute(
        "webhook_attempt.add",
        TRIED,
        message,
        Sql.utc(one.at()),
        (int) one.tookMillis(),
        one.status().orElse(null),
        one.trouble().orElse(null),
        one.excerpt().orElse(null));
  }

  void cameTo(Queries transaction, long message, MessageState state) {
    transaction.execute("webhook_message.came_to", CAME_TO, message, state.code());
  }

  void nextOf(Queries transaction, long webhook, String thing, Instant at) {
    transaction.execute("webhook_thing.next", NEXT_OF_THING, webhook, thing, Sql.utc(at));
  }

  /** Where nothing of it waits. */
  void endThing(Queries transaction, long webhook, String thing) {
    transaction.execute("webhook_thing.end", END_THING, webhook, thing);
  }

  /**
   * @param slow whether it took so long that it waits among those which struggle
   */
  void succeeded(Queries transaction, long webhook, Instant now, boolean slow) {
    transaction.execute("webhook.succeeded", SUCCEEDED, webhook, Sql.utc(now), slow);
  }

  Optional<FailingWebhook> failed(Queries transaction, long webhook, Instant now) {
    return transaction.findOne(
        "webhook.failed",
        FAILED,
        row ->
            new FailingWebhook(
                row.getOffsetDateTime("failing_since").toInstant(),
                row.getInteger("failures"),
                row.getString("name"),
                row.getString("owner_email")),
        webhook,
        Sql.utc(now));
  }

  void rest(Queries transaction, long webhook, Instant until) {
    transaction.execute("webhook.rest", REST, webhook, Sql.utc(until));
  }

  List<WebhookMessage> list(
      Queries queries,
      long webhook,
      Optional<MessageState> state,
      Optional<Long> before,
      int most) {
    return queries.find(
        "webhook_message.list",
        LIST,
        WebhookQueueRepository::toMessage,
        webhook,
        state.map(MessageState::code).orElse(null),
        before.orElse(null),
        most,
        null);
  }

  Optional<WholeMessage> find(Queries queries, long webhook, long number, int mostTries) {
    List<WebhookTry> tries =
        queries.find(
            "webhook_attempt.list", TRIES, WebhookQueueRepository::toTry, number, mostTries);
    return queries.findOne(
        "webhook_message.find",
        LIST,
        row -> new WholeMessage(toMessage(row), row.getString("body"), tries),
        webhook,
        null,
        null,
        1,
        number);
  }

  /** Returns false where there is no such message. */
  boolean tryAgain(Queries transaction, long webhook, long number, Instant now) {
    Optional<String> thing =
        transaction.findOne(
            "webhook_message.try_again", TRY_AGAIN, row -> row.getString("thing"), webhook, number);
    thing.ifPresent(
        one -> transaction.execute("webhook_thing.wait", WAIT, webhook, one, Sql.utc(now)));
    return thing.isPresent();
  }

  /** What was sent at once, and what came of it; returns its number. */
  long keepPing(
      Queries transaction, long webhook, WebhookEvent ping, Instant now, MessageState state) {
    return transaction
        .findOne(
            "webhook_message.keep_ping",
            KEEP_PING,
            row -> row.getLong("id"),
            webhook,
            ping.id(),
            ping.type(),
            ping.thing(),
            ping.body(),
            Sql.utc(now),
            state.code())
        .orElseThrow();
  }

  Optional<Instant> saidAt(Queries queries, long webhook, String id) {
    return queries.findOne(
        "webhook_message.said_at",
        SAID_AT,
        row -> row.getOffsetDateTime("said_at").toInstant(),
        webhook,
        id);
  }

  /** One that nobody else goes on with. */
  Optional<Replaying> replaying(Queries transaction) {
    return transaction.findOne(
        "webhook.replaying",
        REPLAYING,
        row ->
            new Replaying(
                row.getLong("id"), row.getLong("replay_from"), row.getBoolean("replay_again")));
  }

  void sweep(Queries queries, Instant before) {
    while (queries.execute("webhook_message.sweep", SWEEP, Sql.utc(before), SWEPT_AT_ONCE)
        == SWEPT_AT_ONCE) {
      // A few thousand at a time, so that nobody waits for it.
    }
  }

  private static Receiver toReceiver(Row row) {
    return new Receiver(
        row.getLong("id"),
        row.getString("url"),
        row.getString("secret"),
        Optional.ofNullable(row.getString("former_secret")));
  }

  private static WebhookMessage toMessage(Row row) {
    return new WebhookMessage(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("type"),
        row.getOffsetDateTime("said_at").toInstant(),
        MessageState.of(row.getString("state")).orElseThrow(),
        row.getInteger("attempts"),
        moment(row, "next_attempt_at"),
        moment(row, "at").map(at -> toTry(row)));
  }

  private static WebhookTry toTry(Row row) {
    return new WebhookTry(
        row.getOffsetDateTime("at").toInstant(),
        row.getInteger("took_millis"),
        Optional.ofNullable(row.getInteger("status")),
        Optional.ofNullable(row.getString("trouble")),
        Optional.ofNullable(row.getString("excerpt")));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
