package org.vitrine.products;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Templates of products in PostgreSQL, their requirements as the JSON list that orders write. */
final class ProductRepository {
  private static final String FIND =
      """
      SELECT code, name::text AS name, unit, routing, requirements::text AS requirements, version, saved_by, saved_at
        FROM product
       WHERE code = $1\
      """;

  private static final String FIND_SEVERAL =
      """
      SELECT code, name::text AS name, unit, routing, requirements::text AS requirements, version, saved_by, saved_at
        FROM product
       WHERE code = ANY($1)\
      """;

  private static final String AFTER =
      """
      SELECT code
        FROM product
       WHERE code COLLATE "C" > $1
       ORDER BY code COLLATE "C"
       LIMIT $2\
      """;

  private static final String LIST =
      """
      SELECT code, name::text AS name, unit, routing, requirements::text AS requirements, version, saved_by, saved_at
        FROM product
       WHERE ($1::text IS NULL OR position($1 IN searched) > 0)
         AND ($2::text IS NULL OR code COLLATE "C" > $2)
       ORDER BY code COLLATE "C"
       LIMIT $3\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS products
        FROM product\
      """;

  private static final String SAVE =
      """
      INSERT INTO product (code, name, unit, routing, requirements, version, searched, saved_by, saved_at)
      VALUES ($1, $2::text::jsonb, $3, $4, $5::text::jsonb, $6, $7, $8, $9)
      ON CONFLICT (code) DO UPDATE
         SET name = excluded.name, unit = excluded.unit, routing = excluded.routing,
             requirements = excluded.requirements, version = excluded.version, searched = excluded.searched,
             saved_by = excluded.saved_by, saved_at = excluded.saved_at\
      """;

  private static final String REMOVE =
      """
      DELETE FROM product
       WHERE code = $1\
      """;

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('product ' || $1, 0))\
      """;

  /** A template with who wrote it last, and when. */
  record StoredProduct(ProductTemplate template, String savedBy, Instant savedAt) {}

  Optional<StoredProduct> find(Queries queries, String code) {
    return queries.findOne("product.find", FIND, ProductRepository::toProduct, code);
  }

  List<StoredProduct> find(Queries queries, Collection<String> codes) {
    return queries.find(
        "product.find_several",
        FIND_SEVERAL,
        ProductRepository::toProduct,
        (Object) codes.toArray(String[]::new));
  }

  /** The codes of those after this one. */
  List<String> after(Queries queries, String code, int limit) {
    return queries.find("product.after", AFTER, row -> row.getString("code"), code, limit);
  }

  List<StoredProduct> list(Queries queries, Optional<String> text, Paging paging) {
    return queries.find(
        "product.list",
        LIST,
        ProductRepository::toProduct,
        text.map(OrderNumber::key).orElse(null),
        paging.after().orElse(null),
        paging.looked());
  }

  long count(Queries queries) {
    return queries.findOne("product.count", COUNT, row -> row.getLong("products")).orElseThrow();
  }

  /** Two changes of the same template wait for each other. */
  void lock(Queries transaction, String code) {
    transaction.find("product.lock", LOCK, row -> code, code);
  }

  void save(Queries transaction, ProductTemplate product, String by, Instant at) {
    transaction.execute(
        "product.save",
        SAVE,
        product.code(),
        Json.text(product.name()),
        product.unit() == null ? null : product.unit().code(),
        product.routing(),
        Json.text(product.requirements()),
        product.version(),
        OrderNumber.key(product.code() + " " + product.name()),
        by,
        Sql.utc(at));
  }

  void remove(Queries transaction, String code) {
    transaction.execute("product.remove", REMOVE, code);
  }

  private static StoredProduct toProduct(Row row) {
    String unit = row.getString("unit");
    return new StoredProduct(
        new ProductTemplate(
            row.getString("code"),
            LocalizedText.stored(row.getString("name")),
            unit == null ? null : new Unit(unit),
            row.getString("routing"),
            List.of(Json.read(row.getString("requirements"), Requirement[].class)),
            row.getLong("version")),
        row.getString("saved_by"),
        row.getOffsetDateTime("saved_at").toInstant());
  }
}
