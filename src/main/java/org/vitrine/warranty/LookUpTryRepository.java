package org.vitrine.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * What strangers tried and wished for, in PostgreSQL: each leaves a row behind and writes it anew,
 * whether there is such a piece or not, and whether it still counts or not.
 */
final class LookUpTryRepository {
  /** $4 is a day ago, $5 how many count, $6 when the owner is told of the last that does. */
  private static final String TRY =
      """
      INSERT INTO warranty_try AS t (serial_key, way, tries, last_at)
      VALUES ($1, $2, 1, $3)
      ON CONFLICT (serial_key, way) DO UPDATE
         SET tries = CASE WHEN t.last_at <= $4 THEN 1 ELSE least(t.tries, $5::int) + 1 END,
             last_at = CASE WHEN t.last_at > $4 AND t.tries >= $5::int THEN t.last_at ELSE $3 END,
             tell_at = CASE WHEN t.last_at <= $4 THEN NULL
                            WHEN t.tries = $5::int - 1 THEN $6::timestamptz
                            ELSE t.tell_at END
      RETURNING tries\
      """;

  /** $2: it was right, and nothing that was tried before counts; $3: by a code, which is used. */
  private static final String SETTLE =
      """
      WITH used AS (
        DELETE FROM warranty_code WHERE piece = $1 AND $2::boolean AND $3::boolean)
      UPDATE warranty_try
         SET tries = CASE WHEN $2 THEN 0 ELSE tries END, tell_at = CASE WHEN $2 THEN NULL ELSE tell_at END
       WHERE serial_key = $1\
      """;

  private static final String TAKE_BACK =
      """
      UPDATE warranty_try
         SET tries = greatest(0, tries - 1), tell_at = NULL
       WHERE serial_key = $1 AND way = $2 AND tries <= $3::int\
      """;

  private static final String LOCK_GUESSED =
      """
      SELECT serial_key
        FROM warranty_try
       WHERE tell_at <= $1
       ORDER BY tell_at
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String TOLD =
      """
      UPDATE warranty_try
         SET tell_at = $2
       WHERE serial_key = $1 AND tell_at IS NOT NULL\
      """;

  /** $3 is an hour ago, $4 how many an hour are looked after. */
  private static final String WISH =
      """
      INSERT INTO warranty_code_wish AS w (serial_key, times, since, due_at)
      VALUES ($1, 1, $2, $2)
      ON CONFLICT (serial_key) DO UPDATE
         SET times = CASE WHEN w.since <= $3 THEN 1 ELSE least(w.times, $4::int) + 1 END,
             since = CASE WHEN w.since <= $3 THEN $2 ELSE w.since END,
             due_at = CASE WHEN w.since <= $3 OR w.times < $4::int THEN $2 ELSE w.due_at END\
      """;

  private static final String LOCK_WISH =
      """
      SELECT serial_key
        FROM warranty_code_wish
       WHERE due_at <= $1
       ORDER BY due_at
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String LOOKED_AFTER =
      """
      UPDATE warranty_code_wish
         SET due_at = $2
       WHERE serial_key = $1\
      """;

  private static final String SWEEP_TRIES =
      """
      DELETE FROM warranty_try
       WHERE last_at < $1\
      """;

  private static final String SWEEP_WISHES =
      """
      DELETE FROM warranty_code_wish
       WHERE since < $1 AND due_at IS NULL\
      """;

  /** How a piece is asked for, each with its own count. */
  enum LookUpWay {
    SECRET,
    CODE
  }

  /**
   * Counts a try before it is made, so that a hundred at once do not pass as one; true where it
   * counts.
   *
   * @param most after so many within a day, none does until a day after the last that did
   */
  boolean admits(
      Queries queries,
      WarrantySerial serial,
      LookUpWay way,
      int most,
      Instant now,
      Optional<Instant> told) {
    return queries
            .findOne(
                "warranty_try.count",
                TRY,
                row -> row.getInteger("tries"),
                serial.key(),
                way.name(),
                Sql.utc(now),
                Sql.utc(now.minus(Duration.ofDays(1))),
                most,
                told.map(Sql::utc).orElse(null))
            .orElseThrow()
        <= most;
  }

  /** Writes whether it was right or wrong. */
  void settle(Queries queries, WarrantySerial serial, boolean right, boolean byCode) {
    queries.execute("warranty_try.settle", SETTLE, serial.key(), right, byCode);
  }

  /** It was not tried after all. */
  void takeBack(Queries queries, WarrantySerial serial, LookUpWay way, int most) {
    queries.execute("warranty_try.take_back", TAKE_BACK, serial.key(), way.name(), most);
  }

  /** A serial at which somebody guessed until nothing counted any more. */
  Optional<String> lockGuessed(Queries transaction, Instant now) {
    return transaction.findOne(
        "warranty_try.lock_guessed",
        LOCK_GUESSED,
        row -> row.getString("serial_key"),
        Sql.utc(now));
  }

  /**
   * @param again when it is tried again; absent where it is done
   */
  void told(Queries queries, String serialKey, Optional<Instant> again) {
    queries.execute("warranty_try.told", TOLD, serialKey, again.map(Sql::utc).orElse(null));
  }

  void wish(Queries queries, WarrantySerial serial, int mostAnHour, Instant now) {
    queries.execute(
        "warranty_code_wish.add",
        WISH,
        serial.key(),
        Sql.utc(now),
        Sql.utc(now.minus(Duration.ofHours(1))),
        mostAnHour);
  }

  /** A serial for which a code is wished. */
  Optional<String> lockWish(Queries transaction, Instant now) {
    return transaction.findOne(
        "warranty_code_wish.lock", LOCK_WISH, row -> row.getString("serial_key"), Sql.utc(now));
  }

  void lookedAfter(Queries queries, String serialKey, Optional<Instant> again) {
    queries.execute(
        "warranty_code_wish.done", LOOKED_AFTER, serialKey, again.map(Sql::utc).orElse(null));
  }

  void sweep(Queries queries, Instant before) {
    queries.execute("warranty_try.sweep", SWEEP_TRIES, Sql.utc(before));
    queries.execute("warranty_code_wish.sweep", SWEEP_WISHES, Sql.utc(before));
  }
}
