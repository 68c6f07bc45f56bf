package org.vitrine.evidence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Which evidence there is, in PostgreSQL, and what all of it takes. */
final class EvidenceRepository {
  /** Whoever adds goes beside others; whoever forgets goes alone. */
  private static final String HOLD =
      """
      SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended('evidence', 0))\
      """;

  private static final String HOLD_ALONE =
      """
      SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('evidence', 0))\
      """;

  private static final String TOUCH =
      """
      UPDATE evidence
         SET sent_at = greatest(sent_at, $2)
       WHERE sha256 = $1
      RETURNING sha256, kind, media, full_bytes, width, height\
      """;

  private static final String ADD =
      """
      INSERT INTO evidence (sha256, kind, media, full_bytes, small_bytes, width, height, sent_by, sent_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (sha256) DO NOTHING\
      """;

  private static final String FIND =
      """
      SELECT sha256, kind, media, CASE WHEN $2 THEN small_bytes ELSE full_bytes END AS full_bytes, width, height
        FROM evidence
       WHERE sha256 = $1 AND (NOT $2 OR small_bytes > 0)\
      """;

  private static final String KNOWN =
      """
      SELECT sha256 FROM evidence WHERE sha256 = ANY($1)\
      """;

  /**
   * Held until the end of the statement against whoever forgets, and kept as long as if it were
   * sent now; what was sent a moment ago is not written again.
   */
  private static final String NAMED =
      """
      WITH held AS MATERIALIZED (
        SELECT sha256, kind, media, full_bytes, width, height, sent_at
          FROM evidence
         WHERE sha256 = ANY($1)
         ORDER BY sha256
           FOR KEY SHARE),
      renewed AS (
        UPDATE evidence e
           SET sent_at = $2
          FROM held
         WHERE e.sha256 = held.sha256 AND held.sent_at < $3)
      SELECT sha256, kind, media, full_bytes, width, height FROM held\
      """;

  /** What somebody names or sends again at this moment is passed over. */
  private static final String FORGET =
      """
      DELETE FROM evidence
       WHERE sha256 IN (
         SELECT sha256
           FROM evidence
          WHERE NOT used AND sent_at < $1 AND NOT certifies_calibration(sha256)
          ORDER BY sent_at
          LIMIT 500
            FOR UPDATE SKIP LOCKED)
      RETURNING sha256, full_bytes + small_bytes AS bytes\
      """;

  private static final String COUNT =
      """
      INSERT INTO evidence_room AS room (files, bytes)
      VALUES ($1, $2)
      ON CONFLICT (one) DO UPDATE SET files = room.files + excluded.files, bytes = room.bytes + excluded.bytes\
      """;

  private static final String ROOM =
      """
      SELECT files, bytes FROM evidence_room\
      """;

  void hold(Queries transaction) {
    transaction.find("evidence.hold", HOLD, row -> 1);
  }

  void holdAlone(Queries transaction) {
    transaction.find("evidence.hold_alone", HOLD_ALONE, row -> 1);
  }

  /** The one that is known: it was sent again, and is kept for as long as if it were new. */
  Optional<EvidenceFile> touch(Queries queries, EvidenceHash hash, Instant now) {
    return queries.findOne(
        "evidence.touch", TOUCH, EvidenceRepository::toFile, hash.text(), Sql.utc(now));
  }

  /** False where somebody sent the same at the same moment. */
  boolean add(Queries transaction, EvidenceFile file, KeptContent content, String by, Instant now) {
    return transaction.execute(
            "evidence.add",
            ADD,
            file.sha256().text(),
            file.kind(),
            file.media(),
            content.bytes(EvidenceSize.FULL),
            content.bytes(EvidenceSize.SMALL),
            file.width().orElse(null),
            file.height().orElse(null),
            by,
            Sql.utc(now))
        > 0;
  }

  /** With as many bytes as it has in this size. */
  Optional<EvidenceFile> find(Queries queries, EvidenceHash hash, EvidenceSize size) {
    return queries.findOne(
        "evidence.find", FIND, EvidenceRepository::toFile, hash.text(), size == EvidenceSize.SMALL);
  }

  List<EvidenceHash> known(Queries queries, Collection<EvidenceHash> hashes) {
    return queries.find(
        "evidence.known", KNOWN, EvidenceRepository::toHash, (Object) texts(hashes));
  }

  /**
   * Those of these that there are.
   *
   * @param longAgo what was sent before is kept as if it were sent now
   */
  List<EvidenceFile> named(
      Queries queries, Collection<EvidenceHash> hashes, Instant now, Instant longAgo) {
    return queries.find(
        "evidence.to_be_named",
        NAMED,
        EvidenceRepository::toFile,
        texts(hashes),
        Sql.utc(now),
        Sql.utc(longAgo));
  }

  /** One that nobody used, and what it took. */
  record ForgottenEvidence(EvidenceHash hash, long bytes) {}

  List<ForgottenEvidence> forget(Queries transaction, Instant sentBefore) {
    return transaction.find(
        "evidence.forget",
        FORGET,
        row -> new ForgottenEvidence(toHash(row), row.getLong("bytes")),
        Sql.utc(sentBefore));
  }

  void count(Queries transaction, long files, long bytes) {
    transaction.execute("evidence.count", COUNT, files, bytes);
  }

  EvidenceRoom room(Queries queries, long most) {
    return queries
        .findOne(
            "evidence.room",
            ROOM,
            row -> new EvidenceRoom(row.getLong("files"), row.getLong("bytes"), most))
        .orElse(new EvidenceRoom(0, 0, most));
  }

  private static EvidenceFile toFile(Row row) {
    return new EvidenceFile(
        toHash(row),
        row.getString("kind"),
        row.getString("media"),
        row.getLong("full_bytes"),
        Optional.ofNullable(row.getInteger("width")),
        Optional.ofNullable(row.getInteger("height")));
  }

  private static EvidenceHash toHash(Row row) {
    return new EvidenceHash(row.getString("sha256"));
  }

  private static String[] texts(Collection<EvidenceHash> hashes) {
    return hashes.stream().map(EvidenceHash::text).toArray(String[]::new);
  }
}
