package org.vitrine.stations;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Stations, and the codes by which they are set up, in PostgreSQL. */
final class StationRepository {
  private static final String COLUMNS =
      """
      SELECT t.id, t.name, t.place, t.operations, t.stages::text AS stages, t.made_at,
             t.version, t.changed_at, t.changed_by, coalesce(s.screens, 0) AS screens, s.seen_at
        FROM station t
        LEFT JOIN station_seen s ON s.station_id = t.id
       WHERE t.withdrawn_at IS NULL\
      """;

  private static final String LIST =
      COLUMNS + " ORDER BY t.name COLLATE \"und-x-icu\", t.id LIMIT $1";

  private static final String FIND = COLUMNS + " AND t.id = $1";

  /** Two stations of one name would be told apart by nobody. */
  private static final String MAKE =
      """
      INSERT INTO station (name, place, operations, stages, made_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5)
      ON CONFLICT DO NOTHING
      RETURNING id\
      """;

  private static final String IS_TAKEN =
      """
      SELECT 1 AS one
        FROM station
       WHERE folded_number(name) = folded_number($1) AND id <> $2 AND withdrawn_at IS NULL\
      """;

  private static final String CHANGE =
      """
      UPDATE station
         SET name = $2, place = $3, operations = $4, stages = $5::text::jsonb,
             version = version + 1, changed_at = $6, changed_by = $7
       WHERE id = $1 AND withdrawn_at IS NULL\
      """;

  private static final String LOCK =
      """
      SELECT name
        FROM station
       WHERE id = $1 AND withdrawn_at IS NULL
         FOR NO KEY UPDATE\
      """;

  private static final String WITHDRAW =
      """
      UPDATE station
         SET withdrawn_at = $2
       WHERE id = $1\
      """;

  private static final String KEEP_CODE =
      """
      INSERT INTO station_set_up (station, code_hash, until, made_by)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (station) DO UPDATE
         SET code_hash = excluded.code_hash, until = excluded.until, made_by = excluded.made_by\
      """;

  /** Of two screens that come with one code, one is set up. */
  private static final String USE_CODE =
      """
      DELETE FROM station_set_up
       WHERE code_hash = $1 AND until > $2
      RETURNING station\
      """;

  private static final String END_CODE =
      """
      DELETE FROM station_set_up
       WHERE station = $1\
      """;

  private static final String SWEEP =
      """
      DELETE FROM station_set_up
       WHERE until < $1\
      """;

  List<StationEntry> list(Queries queries, int most) {
    return queries.find("station.list", LIST, StationRepository::toEntry, most);
  }

  Optional<StationEntry> find(Queries queries, long id) {
    return queries.findOne("station.find", FIND, StationRepository::toEntry, id);
  }

  /** Nothing where another one is called so. */
  Optional<Long> make(Queries transaction, SaveStation wanted, Instant at) {
    return transaction.findOne(
        "station.make",
        MAKE,
        row -> row.getLong("id"),
        wanted.name(),
        wanted.place(),
        wanted.operations().toArray(String[]::new),
        Json.text(wanted.stages()),
        Sql.utc(at));
  }

  boolean isTaken(Queries transaction, String name, long but) {
    return transaction.findOne("station.is_taken", IS_TAKEN, row -> true, name, but).isPresent();
  }

  void change(Queries transaction, long id, SaveStation wanted, FloorChange change) {
    transaction.execute(
        "station.change",
        CHANGE,
        id,
        wanted.name(),
        wanted.place(),
        wanted.operations().toArray(String[]::new),
        Json.text(wanted.stages()),
        Sql.utc(change.at()),
        change.by());
  }

  /** Its name, if it is there; whoever else acts on it waits. */
  Optional<String> lock(Queries transaction, long id) {
    return transaction.findOne("station.lock", LOCK, row -> row.getString("name"), id);
  }

  void withdraw(Queries transaction, long id, Instant at) {
    transaction.execute("station.withdraw", WITHDRAW, id, Sql.utc(at));
  }

  void keepCode(Queries transaction, long station, Token code, Instant until, String by) {
    transaction.execute("station_set_up.keep", KEEP_CODE, station, hash(code), Sql.utc(until), by);
  }

  /** The station that it sets up; it does so once. */
  Optional<Long> useCode(Queries transaction, Token code, Instant now) {
    return transaction.findOne(
        "station_set_up.use", USE_CODE, row -> row.getLong("station"), hash(code), Sql.utc(now));
  }

  void endCode(Queries transaction, long station) {
    transaction.execute("station_set_up.end", END_CODE, station);
  }

  void sweep(Queries queries, Instant now) {
    queries.execute("station_set_up.sweep", SWEEP, Sql.utc(now));
  }

  private static Buffer hash(Token code) {
    return Buffer.buffer(code.hash());
  }

  private static StationEntry toEntry(Row row) {
    OffsetDateTime seen = row.getOffsetDateTime("seen_at");
    return new StationEntry(
        row.getLong("id"),
        row.getString("name"),
        row.getString("place"),
        List.of(row.getArrayOfStrings("operations")),
        stages(Json.read(row.getString("stages"), JsonNode.class)),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getLong("screens"),
        seen == null ? null : seen.toInstant(),
        row.getLong("version"),
        FloorChange.of(row.getOffsetDateTime("changed_at"), row.getString("changed_by")));
  }

  private static List<SaveStation.StationStage> stages(JsonNode kept) {
    List<SaveStation.StationStage> stages = new ArrayList<>();
    kept.forEach(one -> stages.add(Json.read(one, SaveStation.StationStage.class)));
    return List.copyOf(stages);
  }
}
