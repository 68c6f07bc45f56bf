package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.PieceCard.PieceLine;
import org.vitrine.traceability.PieceCard.PieceShipment;

/** Pieces as other rooms read them, in PostgreSQL; their companies behind the second wall too. */
final class PieceRepository {
  private static final String CARDS =
      """
      SELECT p.serial, p.product::text AS product, p.revision, p.gtin, p.made_at, o.number AS order_number,
             CASE WHEN p.shipped_order IS NULL THEN p.line ELSE p.shipped_line END AS line,
             p.company_id, p.shipment, p.left_on, p.delivered_on
        FROM piece p
        LEFT JOIN order_head o ON o.id = coalesce(p.shipped_order, p.order_id)
      """;

  private static final String FIND =
      CARDS
          + """
           WHERE p.serial_key = $1\
          """;

  private static final String OF_COMPANY =
      CARDS
          + """
           WHERE p.company_id = $1
           ORDER BY p.left_on DESC NULLS LAST, p.serial_key\
          """;

  private static final String SHIPPED_WITH =
      CARDS
          + """
           WHERE p.shipped_order = order_numbered($1) AND folded_number(p.shipment) = folded_number($2)
           ORDER BY p.serial_key\
          """;

  private static final String HAND_OVER =
      """
      UPDATE piece
         SET handed_from = CASE WHEN handed_order = shipped_order THEN handed_from ELSE company_id END,
             handed_to = $2, handed_order = shipped_order, company_id = $2
       WHERE serial_key = $1 AND company_id IS NOT NULL AND company_id <> $2
      RETURNING node\
      """;

  /** False where it has not left, or is theirs already. */
  boolean handOver(Queries transaction, String key, CompanyId to) {
    return transaction
        .findOne("trace.hand_over", HAND_OVER, row -> true, key, to.value())
        .isPresent();
  }

  Optional<PieceCard> find(Queries queries, String key) {
    return queries.findOne("trace.find_piece", FIND, PieceRepository::toCard, key);
  }

  List<PieceCard> ofCompany(Queries queries, CompanyId company) {
    return queries.find(
        "trace.pieces_of_company", OF_COMPANY, PieceRepository::toCard, company.value());
  }

  List<PieceCard> shippedWith(Queries queries, OrderNumber order, ShipmentNumber shipment) {
    return queries.find(
        "trace.pieces_shipped_with",
        SHIPPED_WITH,
        PieceRepository::toCard,
        order.value(),
        shipment.value());
  }

  private static PieceCard toCard(Row row) {
    return new PieceCard(
        row.getString("serial"),
        LocalizedText.stored(row.getString("product")),
        Optional.ofNullable(row.getString("revision")),
        Optional.ofNullable(row.getString("gtin")),
        Optional.ofNullable(row.getOffsetDateTime("made_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("order_number"))
            .map(
                number ->
                    new PieceLine(
                        new OrderNumber(number), Optional.ofNullable(row.getInteger("line")))),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
        Optional.ofNullable(row.getString("shipment"))
            .map(
                number ->
                    new PieceShipment(
                        new ShipmentNumber(number),
                        row.getLocalDate("left_on"),
                        Optional.ofNullable(row.getLocalDate("delivered_on")))));
  }
}
