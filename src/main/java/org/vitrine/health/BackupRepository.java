package org.vitrine.health;

import java.util.Optional;
import org.vitrine.health.Backups.NotedBackup;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** When backups were made, in PostgreSQL. */
final class BackupRepository {
  private static final String ADD =
      """
      INSERT INTO backup_mark (at, by, note)
      VALUES ($1, $2, $3)\
      """;

  private static final String LAST =
      """
      SELECT at, by, note
        FROM backup_mark
       ORDER BY at DESC, id DESC
       LIMIT 1\
      """;

  void add(Queries transaction, NotedBackup backup) {
    transaction.execute(
        "backup_mark.add", ADD, Sql.utc(backup.at()), backup.by(), backup.note().orElse(null));
  }

  Optional<NotedBackup> last(Queries queries) {
    return queries.findOne(
        "backup_mark.last",
        LAST,
        row ->
            new NotedBackup(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("by"),
                Optional.ofNullable(row.getString("note"))));
  }
}
