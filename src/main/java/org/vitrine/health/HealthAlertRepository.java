package org.vitrine.health;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is bad and who was told, in PostgreSQL. */
final class HealthAlertRepository {
  private static final String TAKE_TURN =
      """
      SELECT one
        FROM health_turn
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String ALL =
      """
      SELECT kind, since, told, well
        FROM health_alert\
      """;

  private static final String SAVE =
      """
      INSERT INTO health_alert (kind, since, told, well)
      VALUES ($1, $2, $3, $4)
          ON CONFLICT (kind) DO UPDATE SET told = excluded.told, well = excluded.well\
      """;

  private static final String REMOVE =
      """
      DELETE FROM health_alert WHERE kind = $1\
      """;

  /** Whether this node looks now, and no other does until the transaction ends. */
  boolean takeTurn(Queries transaction) {
    return transaction.findOne("health_turn.take", TAKE_TURN, row -> true).isPresent();
  }

  List<HealthAlert> all(Queries queries) {
    return queries.find(
        "health_alert.all",
        ALL,
        row ->
            new HealthAlert(
                row.getString("kind"),
                row.getOffsetDateTime("since").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("told")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("well")).map(OffsetDateTime::toInstant)));
  }

  void save(Queries transaction, HealthAlert alert) {
    transaction.execute(
        "health_alert.save",
        SAVE,
        alert.kind(),
        Sql.utc(alert.since()),
        alert.told().map(Sql::utc).orElse(null),
        alert.well().map(Sql::utc).orElse(null));
  }

  void remove(Queries transaction, String kind) {
    transaction.execute("health_alert.remove", REMOVE, kind);
  }
}
