package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** For how long products are covered, in PostgreSQL. */
final class WarrantyTermRepository {
  private static final String COLUMNS =
      """
      SELECT product, months, begins, covers::text AS covers, claims_at::text AS claims_at, eu_law, saved_by, saved_at
        FROM warranty_term
      """;

  private static final String LIST = COLUMNS + " ORDER BY product_key LIMIT $1";

  private static final String FIND = COLUMNS + " WHERE product_key = $1";

  private static final String FOR =
      COLUMNS
          + """
          WHERE product_key = ANY($1) OR product_key = '*'
          ORDER BY product_key = '*', product_key
          LIMIT 1\
          """;

  private static final String SAVE =
      """
      INSERT INTO warranty_term (product_key, product, months, begins, covers, claims_at, eu_law, saved_by, saved_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7, $8, $9)
      ON CONFLICT (product_key) DO UPDATE
         SET product = excluded.product, months = excluded.months, begins = excluded.begins,
             covers = excluded.covers, claims_at = excluded.claims_at, eu_law = excluded.eu_law,
             saved_by = excluded.saved_by, saved_at = excluded.saved_at\
      """;

  private static final String REMOVE =
      """
      DELETE FROM warranty_term
       WHERE product_key = $1\
      """;

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('warranty term ' || $1, 0))\
      """;

  List<WarrantyTerm> list(Queries queries, int most) {
    return queries.find("warranty_term.list", LIST, WarrantyTermRepository::toTerm, most);
  }

  Optional<WarrantyTerm> find(Queries queries, String product) {
    return queries.findOne(
        "warranty_term.find", FIND, WarrantyTermRepository::toTerm, OrderNumber.key(product));
  }

  /** Those of a product that is called one of these, else those of all others. */
  Optional<WarrantyTerm> findFor(Queries queries, Collection<String> names) {
    return queries.findOne(
        "warranty_term.find_for",
        FOR,
        WarrantyTermRepository::toTerm,
        (Object) names.stream().map(OrderNumber::key).toArray(String[]::new));
  }

  /** Two changes of the same terms wait for each other. */
  void lock(Queries transaction, String product) {
    transaction.find("warranty_term.lock", LOCK, row -> product, OrderNumber.key(product));
  }

  void save(Queries transaction, String product, CoverPromise promise, String by, Instant at) {
    transaction.execute(
        "warranty_term.save",
        SAVE,
        OrderNumber.key(product),
        product,
        promise.months(),
        promise.begins().code(),
        promise.covers() == null ? null : Json.text(promise.covers()),
        promise.claimsAt() == null ? null : Json.text(promise.claimsAt()),
        promise.euLaw(),
        by,
        Sql.utc(at));
  }

  boolean remove(Queries transaction, String product) {
    return transaction.execute("warranty_term.remove", REMOVE, OrderNumber.key(product)) > 0;
  }

  private static WarrantyTerm toTerm(Row row) {
    return new WarrantyTerm(
        row.getString("product"),
        new CoverPromise(
            row.getInteger("months"),
            CoverBegins.read(row.getString("begins")),
            LocalizedText.stored(row.getString("covers")),
            LocalizedText.stored(row.getString("claims_at")),
            row.getBoolean("eu_law")),
        row.getString("saved_by"),
        row.getOffsetDateTime("saved_at").toInstant());
  }
}
