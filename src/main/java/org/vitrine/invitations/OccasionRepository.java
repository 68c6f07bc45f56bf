package org.vitrine.invitations;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.invitations.StoredOccasion.Called;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What people are asked to come to, in PostgreSQL. */
final class OccasionRepository {
  private static final String COLUMNS =
      "body::text AS body, sequence, changed_at, cancelled_at, cancel_reason, remind_at";

  private static final String ADD =
      """
      INSERT INTO occasion
        (kind, number, uid, recurrence_at, body, is_series, capacity, sequence, ends_at, changed_at, remind_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9, $10, $11)
      ON CONFLICT DO NOTHING""";

  private static final String CHANGE =
      """
      UPDATE occasion
         SET recurrence_at = $3, body = $4::text::jsonb, is_series = $5, capacity = $6, sequence = $7, ends_at = $8,
             changed_at = $9, remind_at = $10
       WHERE kind = $1 AND number = $2""";

  private static final String FIND =
      """
      SELECT %s
        FROM occasion
       WHERE kind = $1 AND number = $2"""
          .formatted(COLUMNS);

  private static final String LOCK = FIND + "\n   FOR NO KEY UPDATE";

  private static final String SERIES =
      """
      SELECT %s
        FROM occasion
       WHERE uid = $1 AND is_series AND cancelled_at IS NULL"""
          .formatted(COLUMNS);

  private static final String BY_UID =
      """
      SELECT %s
        FROM occasion
       WHERE uid = $1
       ORDER BY recurrence_at NULLS FIRST
       LIMIT 1"""
          .formatted(COLUMNS);

  private static final String LOCK_SERIES = SERIES + "\n   FOR NO KEY UPDATE";

  /** In their order, so that two who change several wait for each other and not in a circle. */
  private static final String LOCK_DATES =
      """
      SELECT %s
        FROM occasion
       WHERE uid = $1 AND recurrence_at IS NOT NULL AND cancelled_at IS NULL AND ends_at > $2
       ORDER BY kind, number
         FOR NO KEY UPDATE"""
          .formatted(COLUMNS);

  private static final String DATES =
      """
      SELECT %s
        FROM occasion
       WHERE uid = $1 AND recurrence_at IS NOT NULL AND (ends_at > $2 OR cancelled_at IS NOT NULL)
       ORDER BY recurrence_at"""
          .formatted(COLUMNS);

  private static final String HAS_DATE =
      """
      SELECT 1
        FROM occasion
       WHERE uid = $1 AND recurrence_at = $2""";

  private static final String CANCEL =
      """
      UPDATE occasion
         SET cancelled_at = $3, cancel_reason = $4, changed_at = $3, remind_at = NULL
       WHERE kind = $1 AND number = $2 AND cancelled_at IS NULL""";

  private static final String DUE =
      """
      SELECT %s
        FROM occasion
       WHERE remind_at <= $1
       ORDER BY remind_at
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED"""
          .formatted(COLUMNS);

  private static final String REMIND =
      """
      UPDATE occasion
         SET remind_at = $3
       WHERE kind = $1 AND number = $2""";

  /** Returns false where there is one of this name already. */
  boolean add(Queries transaction, StoredOccasion stored) {
    Occasion one = stored.occasion();
    return transaction.execute(
            "occasion.add",
            ADD,
            one.kind(),
            one.number(),
            one.uid(),
            one.recurrence().orElse(null),
            Json.text(one),
            one.rule().isPresent(),
            one.capacity().orElse(null),
            stored.sequence(),
            Sql.utc(one.ends()),
            Sql.utc(stored.changedAt()),
            stored.reminding().map(Sql::utc).orElse(null))
        > 0;
  }

  void change(Queries transaction, StoredOccasion stored) {
    Occasion one = stored.occasion();
    transaction.execute(
        "occasion.change",
        CHANGE,
        one.kind(),
        one.number(),
        one.recurrence().orElse(null),
        Json.text(one),
        one.rule().isPresent(),
        one.capacity().orElse(null),
        stored.sequence(),
        Sql.utc(one.ends()),
        Sql.utc(stored.changedAt()),
        stored.reminding().map(Sql::utc).orElse(null));
  }

  Optional<StoredOccasion> find(Queries queries, String kind, long number) {
    return queries.findOne("occasion.find", FIND, OccasionRepository::toStored, kind, number);
  }

  /** The same, which nobody else changes until the transaction ends; nor who has a seat in it. */
  Optional<StoredOccasion> lock(Queries transaction, String kind, long number) {
    return transaction.findOne("occasion.lock", LOCK, OccasionRepository::toStored, kind, number);
  }

  Optional<StoredOccasion> series(Queries queries, String uid) {
    return queries.findOne("occasion.series", SERIES, OccasionRepository::toStored, uid);
  }

  /** Of this uid: the series, or else its first date that stands by itself. */
  Optional<StoredOccasion> byUid(Queries queries, String uid) {
    return queries.findOne("occasion.by_uid", BY_UID, OccasionRepository::toStored, uid);
  }

  /** The same, for whoever adds to its dates. */
  Optional<StoredOccasion> lockSeries(Queries transaction, String uid) {
    return transaction.findOne(
        "occasion.lock_series", LOCK_SERIES, OccasionRepository::toStored, uid);
  }

  /** Those of its dates that stand by themselves and are not over, locked. */
  List<StoredOccasion> lockDates(Queries transaction, String uid, Instant now) {
    return transaction.find(
        "occasion.lock_dates", LOCK_DATES, OccasionRepository::toStored, uid, Sql.utc(now));
  }

  /** Its dates that stand by themselves and are not over, and those that were called off. */
  List<StoredOccasion> dates(Queries queries, String uid, Instant now) {
    return queries.find("occasion.dates", DATES, OccasionRepository::toStored, uid, Sql.utc(now));
  }

  /** True where this date of a series stands by itself, or did until it was called off. */
  boolean hasDate(Queries queries, String uid, LocalDateTime recurrence) {
    return !queries.find("occasion.has_date", HAS_DATE, row -> 1, uid, recurrence).isEmpty();
  }

  /** Returns false where it was called off before. */
  boolean cancel(Queries transaction, Occasion one, String reason, Instant now) {
    return transaction.execute(
            "occasion.cancel", CANCEL, one.kind(), one.number(), Sql.utc(now), reason)
        > 0;
  }

  /** One of which somebody is to be reminded, and nobody else is at it. */
  Optional<StoredOccasion> lockDue(Queries transaction, Instant now) {
    return transaction.findOne("occasion.due", DUE, OccasionRepository::toStored, Sql.utc(now));
  }

  void remind(Queries transaction, Occasion one, Optional<Instant> next) {
    transaction.execute(
        "occasion.remind", REMIND, one.kind(), one.number(), next.map(Sql::utc).orElse(null));
  }

  private static StoredOccasion toStored(Row row) {
    return new StoredOccasion(
        Json.read(row.getString("body"), Occasion.class),
        row.getInteger("sequence"),
        row.getOffsetDateTime("changed_at").toInstant(),
        called(row),
        moment(row, "remind_at"));
  }

  static Optional<Called> called(Row row) {
    return moment(row, "cancelled_at").map(at -> new Called(at, row.getString("cancel_reason")));
  }

  static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
