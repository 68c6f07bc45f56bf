package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.epcis.CaptureJob.CaptureResult;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Documents that were sent, in PostgreSQL. */
final class CaptureRepository {
  private static final String ADD =
      """
      INSERT INTO epcis_capture (id, created_at, proceeds, sent_by, document)
      VALUES ($1, $2, $3, $4, $5::text::json)\
      """;

  private static final String UNFINISHED =
      """
      SELECT proceeds, document::text AS document
        FROM epcis_capture
       WHERE id = $1 AND finished_at IS NULL
         FOR UPDATE\
      """;

  private static final String FINISH =
      """
      UPDATE epcis_capture
         SET finished_at = $2, document = NULL, taken = $3, known = $4, faults = $5::text::jsonb
       WHERE id = $1\
      """;

  private static final String JOB =
      """
      SELECT id, created_at, finished_at, proceeds, taken, known, faults::text AS faults
        FROM epcis_capture
       WHERE id = $1\
      """;

  private static final String NEWEST =
      """
      SELECT id, created_at, finished_at, proceeds, taken, known, faults::text AS faults
        FROM epcis_capture
       WHERE $1::text IS NULL
          OR (created_at, id) < (SELECT last.created_at, last.id FROM epcis_capture last WHERE last.id = $1)
       ORDER BY created_at DESC, id DESC
       LIMIT $2\
      """;

  private static final String FORGET =
      """
      DELETE FROM epcis_capture
       WHERE finished_at < $1\
      """;

  /** One of which it is not known yet what becomes of it. */
  record OpenCapture(boolean proceeds, JsonNode document) {}

  void add(
      Queries transaction, String id, Instant now, boolean proceeds, String by, JsonNode document) {
    transaction.execute(
        "epcis_capture.add", ADD, id, Sql.utc(now), proceeds, by, Json.text(document));
  }

  Optional<OpenCapture> lock(Queries transaction, String id) {
    return transaction.findOne(
        "epcis_capture.unfinished",
        UNFINISHED,
        row ->
            new OpenCapture(
                row.getBoolean("proceeds"), Json.read(row.getString("document"), JsonNode.class)),
        id);
  }

  void finish(Queries transaction, String id, CaptureResult result, Instant now) {
    transaction.execute(
        "epcis_capture.finish",
        FINISH,
        id,
        Sql.utc(now),
        result.taken(),
        result.known(),
        Json.text(result.faults()));
  }

  Optional<CaptureJob> find(Queries queries, String id) {
    return queries.findOne("epcis_capture.job", JOB, CaptureRepository::toJob, id);
  }

  /** The newest first, behind the one of this id where one is named. */
  List<CaptureJob> newest(Queries queries, Optional<String> behind, int limit) {
    return queries.find(
        "epcis_capture.newest", NEWEST, CaptureRepository::toJob, behind.orElse(null), limit);
  }

  void forget(Queries queries, Instant finishedBefore) {
    queries.execute("epcis_capture.forget", FORGET, Sql.utc(finishedBefore));
  }

  private static CaptureJob toJob(Row row) {
    return CaptureJob.of(
        row.getString("id"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
        row.getBoolean("proceeds"),
        new CaptureResult(
            row.getInteger("taken"),
            row.getInteger("known"),
            List.of(Json.read(row.getString("faults"), EpcisFault[].class))));
  }
}
