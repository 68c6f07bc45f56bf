package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Pieces whose cover is kept, and where they left from, in PostgreSQL. */
final class WarrantyPieceRepository {
  private static final String COLUMNS =
      """
      SELECT p.serial, p.product::text AS product, p.gtin, p.company_id, p.covers::text AS covers,
             p.claims_at::text AS claims_at, p.eu_law, p.months, p.begins, p.shipped_on, p.delivered_on, p.version
        FROM warranty_piece p
      """;

  private static final String FIND = COLUMNS + " WHERE p.serial_key = $1";

  private static final String LOCK = FIND + " FOR NO KEY UPDATE";

  private static final String OF_COMPANY =
      COLUMNS
          + """
          WHERE p.company_id = $1 AND ($2::text IS NULL OR p.serial_key > $2)
          ORDER BY p.serial_key
          LIMIT $3\
          """;

  private static final String OWN_KEYS =
      """
      SELECT serial_key
        FROM warranty_piece
       WHERE company_id = $1 AND serial_key = ANY($2)\
      """;

  private static final String OF_ORDER =
      COLUMNS
          + """
           JOIN warranty_origin o ON o.piece = p.serial_key
          WHERE o.order_key = $1
          ORDER BY p.serial_key
          LIMIT $2\
          """;

  private static final String ADD =
      """
      INSERT INTO warranty_piece (serial, product, company_id, eu_law, registered_at, version)
      VALUES ($1, '""', $2, false, $3, 1)
      ON CONFLICT (serial_key) DO NOTHING\
      """;

  private static final String SAVE =
      """
      UPDATE warranty_piece
         SET product = $2::text::jsonb, gtin = $3, covers = $4::text::jsonb, claims_at = $5::text::jsonb, eu_law = $6,
             months = $7, begins = $8, shipped_on = $9, delivered_on = $10, version = $11, company_id = $12
       WHERE serial_key = $1\
      """;

  private static final String SELL_ANEW =
      """
      UPDATE warranty_piece
         SET sale = sale + 1, sold_at = $2
       WHERE serial_key = $1\
      """;

  private static final String SOLD_SINCE =
      """
      SELECT 1
        FROM warranty_piece
       WHERE serial_key = $1 AND sold_at > $2\
      """;

  private static final String SAVE_ORIGIN =
      """
      INSERT INTO warranty_origin (piece, company_id, order_number, shipment)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (piece) DO UPDATE
         SET company_id = excluded.company_id, order_number = excluded.order_number, shipment = excluded.shipment\
      """;

  private static final String ORIGIN =
      """
      SELECT company_id, order_number, shipment
        FROM warranty_origin
       WHERE piece = $1\
      """;

  /** Nothing else was said of it since it was registered, and it is still whose it was then. */
  private static final String FORGET =
      """
      DELETE FROM warranty_piece p
       USING warranty_origin o
       WHERE p.serial_key = $1 AND o.piece = p.serial_key AND o.shipment IS NOT NULL AND o.company_id = p.company_id
         AND NOT EXISTS (SELECT FROM cover_entry e WHERE e.piece = p.serial_key AND e.kind <> 'base')
         AND NOT EXISTS (SELECT FROM warranty_password w WHERE w.piece = p.serial_key)
         AND NOT EXISTS (SELECT FROM claim c WHERE c.piece = p.serial_key)
         AND NOT EXISTS (SELECT FROM piece_transfer t WHERE t.piece = p.serial_key AND t.state <> 'withdrawn')\
      """;

  /**
   * Where a piece left from.
   *
   * @param company who bought it
   */
  record WarrantyOrigin(CompanyId company, Optional<String> order, Optional<String> shipment) {

    /**
     * Whether this is shipped by the same sale: with its order, however often, or with its shipment
     * where there is no order of it.
     */
    boolean isOf(SaveWarrantyPiece shipped, WarrantyRegister.Sale sale) {
      Optional<String> said = Optional.ofNullable(shipped.order()).map(OrderNumber::value);
      return isSame(order, said)
          && (said.isPresent() || isSame(shipment, Optional.of(sale.shipment())));
    }

    private static boolean isSame(Optional<String> one, Optional<String> other) {
      return one.map(OrderNumber::key).equals(other.map(OrderNumber::key));
    }
  }

  Optional<WarrantyPiece> find(Queries queries, WarrantySerial serial) {
    return find(queries, serial.key());
  }

  /**
   * @param key a serial in one form, whatever somebody typed
   */
  Optional<WarrantyPiece> find(Queries queries, String key) {
    return queries.findOne("warranty_piece.find", FIND, WarrantyPieceRepository::toPiece, key);
  }

  /** It stays as it is until the transaction ends. */
  Optional<WarrantyPiece> lock(Queries transaction, WarrantySerial serial) {
    return transaction.findOne(
        "warranty_piece.lock", LOCK, WarrantyPieceRepository::toPiece, serial.key());
  }

  /**
   * A company's, by their serials.
   *
   * @param after the serial before the first
   */
  List<WarrantyPiece> of(Queries queries, CompanyId company, Optional<String> after, int most) {
    return queries.find(
        "warranty_piece.of_company",
        OF_COMPANY,
        WarrantyPieceRepository::toPiece,
        company.value(),
        after.map(OrderNumber::key).orElse(null),
        most);
  }

  /** The keys of those among these that are this company's. */
  Set<String> ownKeys(Queries queries, CompanyId company, Collection<WarrantySerial> serials) {
    return Set.copyOf(
        queries.find(
            "warranty_piece.own_keys",
            OWN_KEYS,
            row -> row.getString("serial_key"),
            company.value(),
            Sql.column(serials, WarrantySerial::key, String[]::new)));
  }

  /** Those that left with an order. */
  List<WarrantyPiece> of(Queries queries, OrderNumber order, int most) {
    return queries.find(
        "warranty_piece.of_order", OF_ORDER, WarrantyPieceRepository::toPiece, order.key(), most);
  }

  /** Begins one, locked; false where there is one of this serial already. */
  boolean add(Queries transaction, WarrantySerial serial, CompanyId owner, Instant at) {
    return transaction.execute(
            "warranty_piece.add", ADD, serial.value(), owner.value(), Sql.utc(at))
        > 0;
  }

  void save(Queries transaction, WarrantyPiece piece) {
    CoverPromise promise = piece.promise();
    transaction.execute(
        "warranty_piece.save",
        SAVE,
        piece.serial().key(),
        Json.text(piece.product()),
        piece.gtin().orElse(null),
        promise.covers() == null ? null : Json.text(promise.covers()),
        promise.claimsAt() == null ? null : Json.text(promise.claimsAt()),
        promise.euLaw(),
        promise.months(),
        promise.begins() == null ? null : promise.begins().code(),
        piece.shipped().orElse(null),
        piece.delivered().orElse(null),
        piece.version(),
        piece.owner().value());
  }

  /** From now on another ledger counts, which nothing stands in yet. */
  void sellAnew(Queries transaction, WarrantySerial serial, Instant at) {
    transaction.execute("warranty_piece.sell_anew", SELL_ANEW, serial.key(), Sql.utc(at));
  }

  /** Whether it was sold anew after that. */
  boolean isSoldSince(Queries queries, WarrantySerial serial, Instant then) {
    return queries
        .findOne("warranty_piece.sold_since", SOLD_SINCE, row -> true, serial.key(), Sql.utc(then))
        .isPresent();
  }

  void saveOrigin(Queries transaction, WarrantySerial serial, WarrantyOrigin origin) {
    transaction.execute(
        "warranty_origin.save",
        SAVE_ORIGIN,
        serial.key(),
        origin.company().value(),
        origin.order().orElse(null),
        origin.shipment().orElse(null));
  }

  /** Forgets what was registered by a shipment that has come to nothing; false where it stays. */
  boolean forget(Queries transaction, String key) {
    return transaction.execute("warranty_piece.forget", FORGET, key) > 0;
  }

  Optional<WarrantyOrigin> origin(Queries queries, WarrantySerial serial) {
    return queries.findOne(
        "warranty_origin.find",
        ORIGIN,
        row ->
            new WarrantyOrigin(
                new CompanyId(row.getLong("company_id")),
                Optional.ofNullable(row.getString("order_number")),
                Optional.ofNullable(row.getString("shipment"))),
        serial.key());
  }

  private static WarrantyPiece toPiece(Row row) {
    String begins = row.getString("begins");
    return new WarrantyPiece(
        new WarrantySerial(row.getString("serial")),
        LocalizedText.stored(row.getString("product")),
        Optional.ofNullable(row.getString("gtin")),
        new CompanyId(row.getLong("company_id")),
        new CoverPromise(
            row.getInteger("months"),
            begins == null ? null : CoverBegins.read(begins),
            LocalizedText.stored(row.getString("covers")),
            LocalizedText.stored(row.getString("claims_at")),
            row.getBoolean("eu_law")),
        Optional.ofNullable(row.getLocalDate("shipped_on")),
        Optional.ofNullable(row.getLocalDate("delivered_on")),
        row.getLong("version"));
  }
}
