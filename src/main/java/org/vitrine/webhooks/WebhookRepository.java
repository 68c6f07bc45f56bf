package org.vitrine.webhooks;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Endpoints in PostgreSQL. */
final class WebhookRepository {
  private static final String COLUMNS =
      """
      SELECT w.id, w.version, w.name, w.url, w.types, c.code AS company, w.owner_email, w.former_until, w.paused_at,
             w.paused_why, w.failing_since, w.delivered_at, w.replay_from IS NOT NULL AND w.paused_at IS NULL AS replaying, w.saved_at, w.saved_by,
             (SELECT count(*) FROM webhook_message m WHERE m.webhook_id = w.id AND m.state = 'waiting') AS waiting,
             (SELECT count(*) FROM webhook_message m
               WHERE m.webhook_id = w.id AND m.state = 'set-aside' AND m.type <> 'ping') AS set_aside
        FROM webhook w
        LEFT JOIN company_card c ON c.id = w.company_id\
      """;

  private static final String LIST =
      COLUMNS + "\n ORDER BY w.name COLLATE \"und-x-icu\", w.id LIMIT $1";

  private static final String FIND = COLUMNS + "\n WHERE w.id = $1";

  /** Whoever else changes it waits; who adds messages does not. */
  private static final String LOCK =
      """
      SELECT id
        FROM webhook
       WHERE id = $1
         FOR NO KEY UPDATE\
      """;

  /** Of two that are made at the same time, each counts the other. */
  private static final String COUNT =
      """
      SELECT count(*) AS all, count(*) FILTER (WHERE company_id IS NOT DISTINCT FROM $1) AS own
        FROM webhook\
      """;

  private static final String COUNTED_ALONE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('webhooks', 0))\
      """;

  private static final String NEXT_ID =
      """
      SELECT nextval(pg_get_serial_sequence('webhook', 'id')) AS id\
      """;

  private static final String MAKE =
      """
      INSERT INTO webhook (id, company_id, name, url, types, owner_email, secret, version, saved_at, saved_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)\
      """;

  /** Another address is another receiver: what the one before did says nothing of it. */
  private static final String CHANGE =
      """
      UPDATE webhook
         SET name = $2, url = $3, types = $4, owner_email = $5, version = version + 1, saved_at = $6, saved_by = $7,
             failing_since = CASE WHEN url = $3 THEN failing_since END,
             failures = CASE WHEN url = $3 THEN failures ELSE 0 END,
             rests_until = CASE WHEN url = $3 THEN rests_until END
       WHERE id = $1\
      """;

  private static final String REMOVE =
      """
      DELETE FROM webhook
       WHERE id = $1\
      """;

  private static final String ROTATE =
      """
      UPDATE webhook
         SET former_secret = secret, former_until = $3, secret = $2, version = version + 1, saved_at = $4, saved_by = $5
       WHERE id = $1\
      """;

  /** What happens meanwhile is read again when it goes on. */
  private static final String PAUSE =
      """
      UPDATE webhook
         SET paused_at = $2, paused_why = $3, replay_from = coalesce(replay_from, $4)
       WHERE id = $1 AND paused_at IS NULL\
      """;

  /** It begins as if nothing had failed. */
  private static final String RESUME =
      """
      UPDATE webhook
         SET paused_at = NULL, paused_why = NULL, failing_since = NULL, failures = 0, rests_until = NULL
       WHERE id = $1\
      """;

  private static final String REPLAY =
      """
      UPDATE webhook
         SET replay_from = $2, replay_again = $3
       WHERE id = $1\
      """;

  private static final String ANY =
      """
      SELECT EXISTS (SELECT FROM webhook) AS some\
      """;

  /** How it stands, with who saved it last. */
  record KeptWebhook(Webhook webhook, Instant savedAt, String savedBy) {}

  /** How many there are, and of the same company. */
  record WebhookCount(long all, long own) {}

  boolean hasAny(Queries queries) {
    return queries.findOne("webhook.any", ANY, row -> row.getBoolean("some")).orElseThrow();
  }

  List<Webhook> list(Queries queries, int most) {
    return queries.find("webhook.list", LIST, WebhookRepository::toWebhook, most);
  }

  Optional<KeptWebhook> find(Queries queries, long id) {
    return queries.findOne(
        "webhook.find",
        FIND,
        row -> new KeptWebhook(toWebhook(row), moment(row, "saved_at"), row.getString("saved_by")),
        id);
  }

  boolean lock(Queries transaction, long id) {
    return transaction.findOne("webhook.lock", LOCK, row -> true, id).isPresent();
  }

  WebhookCount count(Queries transaction, Optional<CompanyId> company) {
    transaction.execute("webhook.counted_alone", COUNTED_ALONE);
    return transaction
        .findOne(
            "webhook.count",
            COUNT,
            row -> new WebhookCount(row.getLong("all"), row.getLong("own")),
            company.map(CompanyId::value).orElse(null))
        .orElseThrow();
  }

  long nextId(Queries transaction) {
    return transaction.findOne("webhook.next_id", NEXT_ID, row -> row.getLong("id")).orElseThrow();
  }

  void make(
      Queries transaction,
      long id,
      Optional<CompanyId> company,
      SaveWebhook wanted,
      String sealedSecret,
      Instant at,
      String by) {
    transaction.execute(
        "webhook.make",
        MAKE,
        id,
        company.map(CompanyId::value).orElse(null),
        wanted.name(),
        wanted.url(),
        wanted.types().toArray(String[]::new),
        wanted.owner(),
        sealedSecret,
        Sql.utc(at),
        by);
  }

  void change(Queries transaction, long id, SaveWebhook wanted, Instant at, String by) {
    transaction.execute(
        "webhook.change",
        CHANGE,
        id,
        wanted.name(),
        wanted.url(),
        wanted.types().toArray(String[]::new),
        wanted.owner(),
        Sql.utc(at),
        by);
  }

  boolean remove(Queries transaction, long id) {
    return transaction.execute("webhook.remove", REMOVE, id) > 0;
  }

  void rotate(
      Queries transaction,
      long id,
      String sealedSecret,
      Instant formerUntil,
      Instant at,
      String by) {
    transaction.execute(
        "webhook.rotate", ROTATE, id, sealedSecret, Sql.utc(formerUntil), Sql.utc(at), by);
  }

  /**
   * Returns false where it is paused already.
   *
   * @param after the change after which it goes on
   */
  boolean pause(Queries transaction, long id, Instant at, PauseReason why, long after) {
    return transaction.execute("webhook.pause", PAUSE, id, Sql.utc(at), why.code(), after) > 0;
  }

  void resume(Queries transaction, long id) {
    transaction.execute("webhook.resume", RESUME, id);
  }

  /**
   * @param after the change after which it begins; absent where it has come to its end
   * @param again whether what was delivered before is told again
   */
  void replay(Queries transaction, long id, Optional<Long> after, boolean again) {
    transaction.execute("webhook.replay", REPLAY, id, after.orElse(null), again);
  }

  private static Webhook toWebhook(Row row) {
    return new Webhook(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("name"),
        row.getString("url"),
        List.of(row.getArrayOfStrings("types")),
        Optional.ofNullable(row.getString("company")),
        row.getString("owner_email"),
        Optional.ofNullable(moment(row, "former_until")),
        new Webhook.WebhookState(
            Optional.ofNullable(moment(row, "paused_at")),
            Optional.ofNullable(row.getString("paused_why")).map(PauseReason::of),
            Optional.ofNullable(moment(row, "failing_since")),
            Optional.ofNullable(moment(row, "delivered_at")),
            row.getLong("waiting"),
            row.getLong("set_aside"),
            row.getBoolean("replaying")));
  }

  private static Instant moment(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
