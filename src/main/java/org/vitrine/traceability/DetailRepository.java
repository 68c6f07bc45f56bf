package org.vitrine.traceability;

import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What was said of lots and pieces directly, in PostgreSQL. */
final class DetailRepository {
  private static final String FIND_LINE =
      """
      SELECT o.id, l.number AS line
        FROM order_head o
        LEFT JOIN line_card l ON l.order_id = o.id AND l.number = $3::integer
       WHERE o.id = order_meant($1, $2)\
      """;

  private static final String SAVE_LOT =
      """
      INSERT INTO lot AS known
        (node, product, revision, supplier, supplier_lot, thousandths, unit, order_id, line, stage, station, made_at,
         directly)
      VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true)
      ON CONFLICT (node) DO UPDATE
         SET (product, revision, supplier, supplier_lot, thousandths, unit, order_id, line, stage, station, made_at,
              directly)
           = (excluded.product, excluded.revision, excluded.supplier, excluded.supplier_lot, excluded.thousandths,
              excluded.unit, excluded.order_id, excluded.line, excluded.stage, excluded.station, excluded.made_at, true)
       WHERE (known.*) IS DISTINCT FROM (excluded.*)
      RETURNING known.xmax = 0 AS created\
      """;

  private static final String SAVE_PIECE =
      """
      INSERT INTO piece AS known
        (node, serial, serial_key, product, revision, gtin, order_id, line, station, made_at, directly)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9, $10, true)
      ON CONFLICT (node) DO UPDATE
         SET (product, revision, gtin, order_id, line, station, made_at, directly)
           = (excluded.product, excluded.revision, excluded.gtin, excluded.order_id, excluded.line, excluded.station,
              excluded.made_at, true)
       WHERE (known.product, known.revision, known.gtin, known.order_id, known.line, known.station, known.made_at,
              known.directly)
             IS DISTINCT FROM
             (excluded.product, excluded.revision, excluded.gtin, excluded.order_id, excluded.line, excluded.station,
              excluded.made_at, true)
      RETURNING known.xmax = 0 AS created\
      """;

  /** An order that somebody named, and the line of it; without a line where it has no such one. */
  record NamedLine(OrderId order, Optional<Integer> line) {}

  Optional<NamedLine> line(Queries queries, OrderNumber order, Integer line) {
    return queries.findOne(
        "trace.find_line",
        FIND_LINE,
        row ->
            new NamedLine(
                new OrderId(row.getLong("id")), Optional.ofNullable(row.getInteger("line"))),
        order.value(),
        false,
        line);
  }

  SaveOutcome saveLot(Queries transaction, long node, SaveLot said, Optional<MadeFor> made) {
    return outcome(
        transaction.findOne(
            "trace.save_lot",
            SAVE_LOT,
            row -> row.getBoolean("created"),
            node,
            product(said.product()),
            said.revision(),
            said.supplier(),
            said.supplierLot(),
            Optional.ofNullable(said.amount()).map(Amount::thousandths).orElse(null),
            Optional.ofNullable(said.unit()).map(Unit::code).orElse(null),
            made.map(one -> one.order().value()).orElse(null),
            made.map(MadeFor::line).orElse(null),
            said.stage(),
            said.station(),
            said.madeAt() == null ? null : Sql.utc(said.madeAt())));
  }

  SaveOutcome savePiece(
      Queries transaction, long node, TraceCode serial, SavePiece said, Optional<MadeFor> made) {
    return outcome(
        transaction.findOne(
            "trace.save_piece",
            SAVE_PIECE,
            row -> row.getBoolean("created"),
            node,
            serial.value(),
            serial.key(),
            product(said.product()),
            said.revision(),
            said.gtin(),
            made.map(one -> one.order().value()).orElse(null),
            made.map(MadeFor::line).orElse(null),
            said.station(),
            said.madeAt() == null ? null : Sql.utc(said.madeAt())));
  }

  private static String product(LocalizedText product) {
    return product == null ? null : Json.text(product);
  }

  private static SaveOutcome outcome(Optional<Boolean> created) {
    return created
        .map(isNew -> isNew ? SaveOutcome.CREATED : SaveOutcome.CHANGED)
        .orElse(SaveOutcome.UNCHANGED);
  }
}
