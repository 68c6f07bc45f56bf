package org.vitrine.stations;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Operators in PostgreSQL. */
final class OperatorRepository {
  private static final String COLUMNS =
      """
      SELECT id, name, badge, made_at, version, changed_at, changed_by
        FROM operator
       WHERE removed_at IS NULL\
      """;

  private static final String LIST = COLUMNS + " ORDER BY name COLLATE \"und-x-icu\", id LIMIT $1";

  private static final String FIND_LOCKED = COLUMNS + " AND id = $1 FOR NO KEY UPDATE";

  private static final String FIND_BY_BADGE =
      """
      SELECT id, name, badge, pin_hash
        FROM operator
       WHERE folded_number(badge) = folded_number($1) AND removed_at IS NULL\
      """;

  private static final String ADD =
      """
      INSERT INTO operator (name, badge, pin_hash, made_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      RETURNING id, name, badge, made_at, version, changed_at, changed_by\
      """;

  private static final String CHANGE =
      """
      UPDATE operator
         SET name = $2, badge = $3, pin_hash = coalesce($4, pin_hash),
             version = version + 1, changed_at = $5, changed_by = $6
       WHERE id = $1
      RETURNING id, name, badge, made_at, version, changed_at, changed_by\
      """;

  private static final String REMOVE =
      """
      UPDATE operator
         SET removed_at = $2
       WHERE id = $1\
      """;

  /** Somebody with what their PIN is compared with. */
  record KeptOperator(long id, String name, String badge, String pinHash) {
    /** Never the hash: a log must not have it. */
    @Override
    public String toString() {
      return "KeptOperator[" + id + "]";
    }
  }

  List<OperatorEntry> list(Queries queries, int most) {
    return queries.find("operator.list", LIST, OperatorRepository::toEntry, most);
  }

  /** Whoever else changes them waits. */
  Optional<OperatorEntry> findLocked(Queries transaction, long id) {
    return transaction.findOne(
        "operator.find_locked", FIND_LOCKED, OperatorRepository::toEntry, id);
  }

  Optional<KeptOperator> findByBadge(Queries queries, Badge badge) {
    return queries.findOne(
        "operator.find_by_badge",
        FIND_BY_BADGE,
        row ->
            new KeptOperator(
                row.getLong("id"),
                row.getString("name"),
                row.getString("badge"),
                row.getString("pin_hash")),
        badge.value());
  }

  /** Nothing where another one has this badge. */
  Optional<OperatorEntry> add(
      Queries transaction, SaveOperator wanted, String pinHash, Instant at) {
    return transaction.findOne(
        "operator.add",
        ADD,
        OperatorRepository::toEntry,
        wanted.name(),
        wanted.badge().value(),
        pinHash,
        Sql.utc(at));
  }

  OperatorEntry change(
      Queries transaction,
      long id,
      SaveOperator wanted,
      Optional<String> pinHash,
      FloorChange change) {
    return transaction
        .findOne(
            "operator.change",
            CHANGE,
            OperatorRepository::toEntry,
            id,
            wanted.name(),
            wanted.badge().value(),
            pinHash.orElse(null),
            Sql.utc(change.at()),
            change.by())
        .orElseThrow();
  }

  void remove(Queries transaction, long id, Instant at) {
    transaction.execute("operator.remove", REMOVE, id, Sql.utc(at));
  }

  private static OperatorEntry toEntry(Row row) {
    return new OperatorEntry(
        row.getLong("id"),
        row.getString("name"),
        row.getString("badge"),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getLong("version"),
        FloorChange.of(row.getOffsetDateTime("changed_at"), row.getString("changed_by")));
  }
}
