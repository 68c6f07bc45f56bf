package org.vitrine.mail;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far a mailbox was read, in PostgreSQL. */
final class MailboxRepository {
  private static final String TAKE =
      """
      INSERT INTO mailbox_position (mailbox, reading_until)
      VALUES ($1, $3)
      ON CONFLICT (mailbox) DO UPDATE SET reading_until = excluded.reading_until
       WHERE mailbox_position.reading_until <= $2
      RETURNING validity, last_uid""";

  private static final String MOVE_ON =
      """
      UPDATE mailbox_position
         SET validity = $2, last_uid = $3
       WHERE mailbox = $1""";

  private static final String GIVE_BACK =
      """
      UPDATE mailbox_position
         SET reading_until = $2
       WHERE mailbox = $1""";

  /**
   * How far it was read.
   *
   * @param validity by which the server says that its numbers are still the same
   * @param last the number of the last mail that was read
   */
  record Position(long validity, long last) {}

  /** Nothing while another node reads it. */
  Optional<Position> take(Queries queries, String mailbox, Instant now, Instant until) {
    return queries.findOne(
        "mailbox_position.take",
        TAKE,
        row -> new Position(row.getLong("validity"), row.getLong("last_uid")),
        mailbox,
        Sql.utc(now),
        Sql.utc(until));
  }

  void moveOn(Queries transaction, String mailbox, Position to) {
    transaction.execute("mailbox_position.move_on", MOVE_ON, mailbox, to.validity(), to.last());
  }

  void giveBack(Queries queries, String mailbox, Instant now) {
    queries.execute("mailbox_position.give_back", GIVE_BACK, mailbox, Sql.utc(now));
  }
}
