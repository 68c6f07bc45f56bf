package org.vitrine.house;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.vitrine.platform.ZoneNames;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.words.Language;

/** What the pages set of the house, in PostgreSQL. */
final class HouseRepository {
  private static final String FIND =
      """
      SELECT manufacturer, zone, languages, version, saved_by, saved_at
        FROM house\
      """;

  private static final String TAKE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('house', 0))\
      """;

  private static final String SAVE =
      """
      INSERT INTO house (manufacturer, zone, languages, version, saved_by, saved_at)
      VALUES ($1, $2, $3, 1, $4, $5)
      ON CONFLICT (only_one) DO UPDATE
        SET manufacturer = excluded.manufacturer, zone = excluded.zone, languages = excluded.languages,
            version = house.version + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
      RETURNING manufacturer, zone, languages, version, saved_by, saved_at\
      """;

  SavedHouse find(Queries queries) {
    return queries.findOne("house.find", FIND, HouseRepository::toHouse).orElse(SavedHouse.NEVER);
  }

  /** One at a time: there may be no row yet that could be locked. */
  void take(Queries transaction) {
    transaction.find("house.take", TAKE, row -> true);
  }

  SavedHouse save(Queries transaction, SavedHouse wanted, String by, Instant now) {
    return transaction
        .findOne(
            "house.save",
            SAVE,
            HouseRepository::toHouse,
            wanted.manufacturer().orElse(null),
            wanted.zone().map(zone -> zone.getId()).orElse(null),
            wanted.languages().stream().map(Language::tag).toArray(String[]::new),
            by,
            Sql.utc(now))
        .orElseThrow();
  }

  /** What this version does not know any more counts as not set. */
  private static SavedHouse toHouse(Row row) {
    return new SavedHouse(
        Optional.ofNullable(row.getString("manufacturer")),
        Optional.ofNullable(row.getString("zone")).flatMap(ZoneNames::find),
        Arrays.stream(row.getArrayOfStrings("languages"))
            .flatMap(tag -> Language.of(tag).stream())
            .toList(),
        row.getLong("version"),
        Optional.of(row.getString("saved_by")),
        Optional.of(row.getOffsetDateTime("saved_at")).map(OffsetDateTime::toInstant));
  }
}
