package org.vitrine.devices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.devices.MachineCard.MachineSpell;
import org.vitrine.devices.MachineCard.SaidOfMachine;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is said of machines, in PostgreSQL. */
final class MachineRepository {
  /** What was said later counts, in whatever order it comes. */
  private static final String HEAR =
      """
      INSERT INTO machine AS m (key, name, state, said_at, last_at, rhythm_seconds, sentence, heard_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (key) DO UPDATE
         SET name = excluded.name, state = excluded.state, said_at = excluded.said_at,
             last_at = greatest(m.last_at, excluded.last_at), rhythm_seconds = excluded.rhythm_seconds,
             sentence = excluded.sentence, heard_at = excluded.heard_at
       WHERE m.said_at <= excluded.said_at\
      """;

  /** Whatever it says: somebody listens, also where the clock of whoever does was set back. */
  private static final String HEARD =
      """
      UPDATE machine
         SET heard_at = $2, last_at = greatest(last_at, $3)
       WHERE key = $1\
      """;

  private static final String ADD_SPELL =
      """
      INSERT INTO machine_spell AS s (machine, state, from_at, until_at, sentence)
      VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (machine, state, from_at) DO UPDATE
         SET until_at = coalesce(excluded.until_at, s.until_at), sentence = coalesce(excluded.sentence, s.sentence)\
      """;

  /** It speaks again: a silence that lasted until then is over. */
  private static final String END_SILENCE =
      """
      UPDATE machine_spell
         SET until_at = $2
       WHERE machine = $1 AND state = 'silent' AND until_at IS NULL AND from_at <= $2\
      """;

  private static final String ALL =
      """
      SELECT key, name, state, last_at, heard_at, rhythm_seconds, sentence
        FROM machine
       ORDER BY name\
      """;

  private static final String SPELLS =
      """
      SELECT s.machine, s.state, s.from_at, s.until_at, s.sentence
        FROM machine m
       CROSS JOIN LATERAL (
         SELECT * FROM machine_spell s WHERE s.machine = m.key ORDER BY s.from_at DESC LIMIT $1) AS s
       ORDER BY s.from_at DESC\
      """;

  private static final String FORGET =
      """
      DELETE FROM machine_spell
       WHERE from_at < $1\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS machines
        FROM machine\
      """;

  void hear(Queries transaction, MachineSignal signal, Instant now) {
    transaction.execute(
        "machine.hear",
        HEAR,
        signal.key(),
        signal.machine(),
        signal.state().code(),
        Sql.utc(signal.at()),
        Sql.utc(signal.lastAt()),
        signal.rhythmSeconds(),
        signal.sentence(),
        Sql.utc(now));
    transaction.execute(
        "machine.heard", HEARD, signal.key(), Sql.utc(now), Sql.utc(signal.lastAt()));
    if (signal.state() == MachineState.LIVE) {
      transaction.execute(
          "machine_spell.end_silence", END_SILENCE, signal.key(), Sql.utc(signal.lastAt()));
    } else {
      transaction.execute(
          "machine_spell.add",
          ADD_SPELL,
          signal.key(),
          signal.state().code(),
          Sql.utc(signal.beganAt()),
          utcOrNull(signal.until()),
          signal.sentence());
    }
  }

  private static OffsetDateTime utcOrNull(Instant moment) {
    return moment == null ? null : Sql.utc(moment);
  }

  long count(Queries queries) {
    return queries.findOne("machine.count", COUNT, row -> row.getLong("machines")).orElseThrow();
  }

  List<SaidOfMachine> all(Queries queries) {
    return queries.find("machine.all", ALL, MachineRepository::toSaid);
  }

  /** So many of each machine at most, the newest first. */
  Map<String, List<MachineSpell>> spells(Queries queries, int most) {
    Map<String, List<MachineSpell>> spells = new HashMap<>();
    queries.find(
        "machine_spell.newest",
        SPELLS,
        row ->
            spells
                .computeIfAbsent(row.getString("machine"), key -> new ArrayList<>())
                .add(toSpell(row)),
        most);
    return spells;
  }

  void forget(Queries queries, Instant begunBefore) {
    queries.execute("machine_spell.forget", FORGET, Sql.utc(begunBefore));
  }

  private static SaidOfMachine toSaid(Row row) {
    return new SaidOfMachine(
        row.getString("key"),
        row.getString("name"),
        MachineState.of(row.getString("state")),
        row.getOffsetDateTime("last_at").toInstant(),
        row.getOffsetDateTime("heard_at").toInstant(),
        row.getDouble("rhythm_seconds"),
        Optional.ofNullable(row.getString("sentence")));
  }

  private static MachineSpell toSpell(Row row) {
    return new MachineSpell(
        MachineState.of(row.getString("state")),
        row.getOffsetDateTime("from_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("until_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("sentence")));
  }
}
