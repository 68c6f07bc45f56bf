package org.vitrine.house;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far the house has come, and who does not want to hear of it, in PostgreSQL. */
final class SetupRepository {
  private static final String BEGUN =
      """
      SELECT hours, company, routing, newest_order, reported, customer
        FROM begun()\
      """;

  private static final String IS_PUT_AWAY =
      """
      SELECT person_id
        FROM setup_put_away
       WHERE person_id = $1\
      """;

  private static final String PUT_AWAY =
      """
      INSERT INTO setup_put_away (person_id, at)
      VALUES ($1, $2)
      ON CONFLICT (person_id) DO NOTHING\
      """;

  private static final String TAKE_UP =
      """
      DELETE FROM setup_put_away
       WHERE person_id = $1\
      """;

  HouseBegun begun(Queries queries) {
    return queries.findOne("setup.begun", BEGUN, SetupRepository::toBegun).orElseThrow();
  }

  boolean isPutAway(Queries queries, long person) {
    return queries.findOne("setup.is_put_away", IS_PUT_AWAY, row -> true, person).isPresent();
  }

  void putAway(Queries queries, long person, Instant now) {
    queries.execute("setup.put_away", PUT_AWAY, person, Sql.utc(now));
  }

  void takeUp(Queries queries, long person) {
    queries.execute("setup.take_up", TAKE_UP, person);
  }

  private static HouseBegun toBegun(Row row) {
    return new HouseBegun(
        row.getBoolean("hours"),
        Optional.ofNullable(row.getString("company")),
        Optional.ofNullable(row.getString("routing")),
        Optional.ofNullable(row.getString("newest_order")),
        row.getBoolean("reported"),
        row.getBoolean("customer"));
  }
}
