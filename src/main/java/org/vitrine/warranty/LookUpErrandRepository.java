package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * What is to be mailed because of look-ups, in PostgreSQL, where no request of a stranger writes.
 */
final class LookUpErrandRepository {
  private static final String ADD =
      """
      INSERT INTO warranty_errand (serial_key, what, due_at)
      SELECT serial_key, $2, $3
        FROM unnest($1::text[]) AS due(serial_key)\
      """;

  private static final String LOCK_DUE =
      """
      SELECT id, serial_key, what
        FROM warranty_errand
       WHERE due_at <= $1
       ORDER BY due_at, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String DONE =
      """
      DELETE FROM warranty_errand
       WHERE id = $1\
      """;

  private static final String PUT_OFF =
      """
      UPDATE warranty_errand
         SET due_at = $2
       WHERE id = $1\
      """;

  /** What is done about a serial, whether there is such a piece or not. */
  enum Errand {
    CODE,
    GUESSED
  }

  /** One that is due. */
  record DueErrand(long id, String serialKey, Errand what) {}

  void add(Queries transaction, List<String> serialKeys, Errand what, Instant due) {
    if (!serialKeys.isEmpty()) {
      transaction.execute(
          "warranty_errand.add", ADD, serialKeys.toArray(String[]::new), what.name(), Sql.utc(due));
    }
  }

  Optional<DueErrand> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "warranty_errand.lock_due", LOCK_DUE, LookUpErrandRepository::toErrand, Sql.utc(now));
  }

  void done(Queries transaction, long id) {
    transaction.execute("warranty_errand.done", DONE, id);
  }

  void putOff(Queries queries, long id, Instant later) {
    queries.execute("warranty_errand.put_off", PUT_OFF, id, Sql.utc(later));
  }

  private static DueErrand toErrand(Row row) {
    return new DueErrand(
        row.getLong("id"), row.getString("serial_key"), Errand.valueOf(row.getString("what")));
  }
}
