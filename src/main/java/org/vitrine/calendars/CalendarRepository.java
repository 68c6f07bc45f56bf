package org.vitrine.calendars;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Calendars in PostgreSQL, each version as the JSON object that the record writes. */
final class CalendarRepository {
  private static final String FIND =
      """
      SELECT v.version, v.definition::text AS definition, v.actor, v.saved_at
        FROM calendar c
        JOIN calendar_version v ON v.code = c.code AND v.version = coalesce($2, c.version)
       WHERE c.code = $1""";

  private static final String LIST =
      """
      SELECT v.version, v.definition::text AS definition, v.actor, v.saved_at
        FROM calendar c
        JOIN calendar_version v USING (code, version)
       ORDER BY v.code""";

  private static final String EDITION =
      """
      SELECT code, version
        FROM calendar
       WHERE code = $1""";

  private static final String EDITIONS =
      """
      SELECT v.code, v.version, v.definition::text AS definition
        FROM unnest($1::text[], $2::integer[]) AS wanted (code, version)
        JOIN calendar_version v USING (code, version)""";

  private static final String VERSIONS =
      """
      SELECT version, actor, saved_at
        FROM calendar_version
       WHERE code = $1
       ORDER BY version DESC
       LIMIT $2""";

  private static final String COUNT =
      """
      SELECT count(*) AS calendars
        FROM calendar""";

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('calendar ' || $1, 0))""";

  private static final String HOLD =
      """
      SELECT pg_advisory_xact_lock_shared(hashtextextended('calendar ' || $1, 0))""";

  private static final String SAVE =
      """
      WITH head AS (
        INSERT INTO calendar (code, version)
        VALUES ($1, 1)
        ON CONFLICT (code) DO UPDATE SET version = calendar.version + 1
        RETURNING code, version)
      INSERT INTO calendar_version (code, version, definition, actor, saved_at)
      SELECT code, version, $2::text::jsonb, $3, $4
        FROM head
      RETURNING version""";

  /**
   * @param version the newest where it is absent
   */
  Optional<CalendarVersion> find(Queries queries, String code, Optional<Integer> version) {
    return queries.findOne(
        "calendar.find", FIND, CalendarRepository::toVersion, code, version.orElse(null));
  }

  Optional<CalendarEdition> edition(Queries queries, String code) {
    return queries.findOne("calendar.edition", EDITION, CalendarRepository::toEdition, code);
  }

  Map<CalendarEdition, WorkCalendar> editions(Queries queries, Collection<CalendarEdition> wanted) {
    return queries
        .find(
            "calendar.editions",
            EDITIONS,
            row ->
                Map.entry(
                    toEdition(row), Json.read(row.getString("definition"), WorkCalendar.class)),
            wanted.stream().map(CalendarEdition::code).toArray(String[]::new),
            wanted.stream().map(CalendarEdition::version).toArray(Integer[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static CalendarEdition toEdition(Row row) {
    return new CalendarEdition(row.getString("code"), row.getInteger("version"));
  }

  List<CalendarVersion> list(Queries queries) {
    return queries.find("calendar.list", LIST, CalendarRepository::toVersion);
  }

  /** Who saved it when, the newest first. */
  List<Calendars.Saved> versions(Queries queries, String code, int most) {
    return queries.find(
        "calendar.versions",
        VERSIONS,
        row -> new Calendars.Saved(row.getInteger("version"), savedAt(row), row.getString("actor")),
        code,
        most);
  }

  long count(Queries queries) {
    return queries.findOne("calendar.count", COUNT, row -> row.getLong("calendars")).orElseThrow();
  }

  /** Two changes of the same calendar wait for each other. */
  void lock(Queries transaction, String code) {
    transaction.find("calendar.lock", LOCK, row -> code, code);
  }

  /** It stays as it is; others may hold it too. */
  void hold(Queries transaction, String code) {
    transaction.find("calendar.hold", HOLD, row -> code, code);
  }

  /** Adds a version; returns its number. */
  int save(Queries transaction, WorkCalendar calendar, String actor, Instant now) {
    return transaction
        .findOne(
            "calendar.save",
            SAVE,
            row -> row.getInteger("version"),
            calendar.code(),
            Json.text(calendar),
            actor,
            Sql.utc(now))
        .orElseThrow();
  }

  private static CalendarVersion toVersion(Row row) {
    return new CalendarVersion(
        Json.read(row.getString("definition"), WorkCalendar.class),
        row.getInteger("version"),
        savedAt(row),
        row.getString("actor"));
  }

  private static Instant savedAt(Row row) {
    return row.getOffsetDateTime("saved_at").toInstant();
  }
}
