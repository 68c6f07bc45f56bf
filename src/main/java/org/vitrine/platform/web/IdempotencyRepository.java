package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Commands that were answered, in PostgreSQL. */
final class IdempotencyRepository {
  private static final String FORGET =
      """
      DELETE FROM idempotency
       WHERE begun_at < $1""";

  private static final String BEGIN =
      """
      INSERT INTO idempotency (id, request_hash, begun_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE
         SET begun_at = excluded.begun_at
       WHERE idempotency.status IS NULL AND idempotency.begun_at < $4
         AND idempotency.request_hash = excluded.request_hash""";

  private static final String FIND =
      """
      SELECT request_hash, status, content_type, answer
        FROM idempotency
       WHERE id = $1""";

  private static final String ANSWERED =
      """
      UPDATE idempotency
         SET status = $2, content_type = $3, answer = $4
       WHERE id = $1""";

  private static final String GIVE_UP =
      """
      DELETE FROM idempotency
       WHERE id = $1 AND status IS NULL""";

  /** A command that began; without a status it has no answer yet. */
  record StoredAnswer(
      Buffer request, Optional<Integer> status, Optional<String> contentType, Buffer answer) {}

  void forgetBefore(Queries queries, Instant time) {
    queries.execute("idempotency.forget", FORGET, utc(time));
  }

  /** Of many that try at the same moment, one may begin. */
  boolean begin(Queries queries, Buffer id, Buffer request, Instant now, Instant givenUpBefore) {
    return queries.execute("idempotency.begin", BEGIN, id, request, utc(now), utc(givenUpBefore))
        > 0;
  }

  Optional<StoredAnswer> find(Queries queries, Buffer id) {
    return queries.findOne(
        "idempotency.find",
        FIND,
        row ->
            new StoredAnswer(
                row.getBuffer("request_hash"),
                Optional.ofNullable(row.getInteger("status")),
                Optional.ofNullable(row.getString("content_type")),
                row.getBuffer("answer")),
        id);
  }

  void answered(Queries queries, Buffer id, int status, String contentType, Buffer answer) {
    queries.execute("idempotency.answered", ANSWERED, id, status, contentType, answer);
  }

  void giveUp(Queries queries, Buffer id) {
    queries.execute("idempotency.give_up", GIVE_UP, id);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
