package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Carriers in PostgreSQL. */
final class CarrierRepository {
  private static final String FIND =
      """
      SELECT code, name, tracking_url
        FROM carrier
       WHERE code = $1""";

  private static final String FIND_TO_SHIP_BY =
      """
      SELECT code, name, tracking_url
        FROM carrier
       WHERE code = $1
         FOR SHARE""";

  private static final String LIST =
      """
      SELECT code, name, tracking_url
        FROM carrier
       ORDER BY code""";

  private static final String COUNT =
      """
      SELECT count(*) AS carriers
        FROM carrier""";

  private static final String SAVE =
      """
      INSERT INTO carrier (code, name, tracking_url)
      VALUES ($1, $2, $3)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, tracking_url = excluded.tracking_url""";

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('carrier ' || $1, 0))""";

  Optional<Carrier> find(Queries queries, String code) {
    return queries.findOne("carrier.find", FIND, CarrierRepository::toCarrier, code);
  }

  /** The same, held as it is until the transaction ends. */
  Optional<Carrier> findToShipBy(Queries transaction, String code) {
    return transaction.findOne(
        "carrier.find_to_ship_by", FIND_TO_SHIP_BY, CarrierRepository::toCarrier, code);
  }

  List<Carrier> list(Queries queries) {
    return queries.find("carrier.list", LIST, CarrierRepository::toCarrier);
  }

  long count(Queries queries) {
    return queries.findOne("carrier.count", COUNT, row -> row.getLong("carriers")).orElseThrow();
  }

  /** Two changes of the same carrier wait for each other. */
  void lock(Queries transaction, String code) {
    transaction.find("carrier.lock", LOCK, row -> code, code);
  }

  void save(Queries transaction, Carrier carrier) {
    transaction.execute(
        "carrier.save", SAVE, carrier.code(), carrier.name(), carrier.trackingUrl());
  }

  private static Carrier toCarrier(Row row) {
    return new Carrier(row.getString("code"), row.getString("name"), row.getString("tracking_url"));
  }
}
