package org.vitrine.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  private static final String TAKE_GUESSED =
      """
      WITH due AS (
        SELECT serial_key, way
          FROM warranty_try
         WHERE tell_at <= $1
         ORDER BY tell_at
         LIMIT $2::int
           FOR UPDATE SKIP LOCKED)
      UPDATE warranty_try t
         SET tell_at = NULL
        FROM due
       WHERE t.serial_key = due.serial_key AND t.way = due.way
      RETURNING t.serial_key\
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

  /** Whatever codes were tried before, the one that is mailed now can be: it has its own count. */
  private static final String TAKE_WISHES =
      """
      WITH due AS (
        SELECT serial_key
          FROM warranty_code_wish
         WHERE due_at <= $1
         ORDER BY due_at
         LIMIT $2::int
           FOR UPDATE SKIP LOCKED),
      taken AS (
        UPDATE warranty_code_wish w
           SET due_at = NULL
          FROM due
         WHERE w.serial_key = due.serial_key
        RETURNING w.serial_key),
      anew AS (
        UPDATE warranty_try t
           SET tries = 0
          FROM taken
         WHERE t.serial_key = taken.serial_key AND t.way = 'CODE')
      SELECT serial_key
        FROM taken\
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

  /** Serials at which somebody guessed until nothing counted any more; each is said once. */
  List<String> takeGuessed(Queries transaction, Instant now, int most) {
    return transaction.find(
        "warranty_try.take_guessed",
        TAKE_GUESSED,
        row -> row.getString("serial_key"),
        Sql.utc(now),
        most);
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

  /** Serials for which a code is wished; each is said once. */
  List<String> takeWishes(Queries transaction, Instant now, int most) {
    return transaction.find(
        "warranty_code_wish.take",
        TAKE_WISHES,
        row -> row.getString("serial_key"),
        Sql.utc(now),
        most);
  }

  void sweep(Queries queries, Instant before) {
    queries.execute("warranty_try.sweep", SWEEP_TRIES, Sql.utc(before));
    queries.execute("warranty_code_wish.sweep", SWEEP_WISHES, Sql.utc(before));
  }
}
