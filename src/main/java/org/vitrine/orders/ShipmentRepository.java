package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What left of each order, in PostgreSQL. */
final class ShipmentRepository {
  private static final String OF_ORDER =
      """
      SELECT shipments_of(o.id)::text AS shipments
        FROM orders o
       WHERE o.id = order_numbered($1)\
      """;

  private static final String UNITS =
      """
      SELECT shipment, line, serials, lots
        FROM shipment_item
       WHERE order_id = order_numbered($1) AND (serials IS NOT NULL OR lots IS NOT NULL)\
      """;

  private static final String REMOVE =
      """
      DELETE FROM shipment
       WHERE order_id = $1 AND number_key = folded_number($2)\
      """;

  private static final String ADD =
      """
      INSERT INTO shipment
        (company_id, order_id, number, left_on, carrier, carrier_name, tracking_number, expected_on,
         delivered_on, withdrawn)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
      """;

  private static final String ADD_ITEMS =
      """
      INSERT INTO shipment_item (company_id, order_id, shipment, line, quantity, serials, lots)
      SELECT $1, $2, folded_number($3), i.line, i.quantity, i.serials, i.lots
        FROM json_to_recordset($4::text::json)
          AS i (line integer, quantity numeric, serials text[], lots text[])\
      """;

  /** An item by its shipment, as numbers are compared. */
  private record ItemKey(String shipment, int line) {}

  /** Which pieces and lots an item names. */
  private record NamedUnits(ItemKey key, List<String> serials, List<String> lots) {
    ShippedItem of(ShippedItem item) {
      return new ShippedItem(item.line(), item.quantity(), serials, lots);
    }
  }

  /** All that was recorded of an order; absent where there is no such order. */
  Optional<List<Shipment>> find(Queries queries, OrderNumber number) {
    Optional<List<Shipment>> found =
        queries.findOne(
            "shipment.of_order",
            OF_ORDER,
            row -> List.of(Json.read(row.getString("shipments"), Shipment[].class)),
            number.value());
    if (found.filter(shipments -> !shipments.isEmpty()).isEmpty()) {
      return found;
    }
    Map<ItemKey, NamedUnits> units =
        queries.find("shipment.units", UNITS, ShipmentRepository::toUnits, number.value()).stream()
            .collect(Collectors.toMap(NamedUnits::key, Function.identity()));
    return found.map(
        shipments ->
            units.isEmpty() ? shipments : shipments.stream().map(one -> with(one, units)).toList());
  }

  private static NamedUnits toUnits(Row row) {
    return new NamedUnits(
        new ItemKey(row.getString("shipment"), row.getInteger("line")),
        texts(row.getArrayOfStrings("serials")),
        texts(row.getArrayOfStrings("lots")));
  }

  private static List<String> texts(String[] stored) {
    return stored == null ? null : List.of(stored);
  }

  private static Shipment with(Shipment shipment, Map<ItemKey, NamedUnits> units) {
    return shipment.of(
        shipment.items().stream()
            .map(
                item ->
                    Optional.ofNullable(
                            units.get(new ItemKey(shipment.number().key(), item.line())))
                        .map(named -> named.of(item))
                        .orElse(item))
            .toList());
  }

  /** Puts it in the place of what was said of this shipment before. */
  void save(Queries transaction, OrderId order, CompanyId company, Shipment shipment) {
    String number = shipment.number().value();
    Carrier carrier = shipment.carrier();
    String code = carrier == null ? null : carrier.code();
    transaction.execute("shipment.remove", REMOVE, order.value(), number);
    transaction.execute(
        "shipment.add",
        ADD,
        company.value(),
        order.value(),
        number,
        shipment.leftOn(),
        code,
        carrier == null || code != null ? null : carrier.name(),
        shipment.trackingNumber(),
        shipment.expectedOn(),
        shipment.deliveredOn(),
        shipment.withdrawn());
    transaction.execute(
        "shipment.add_items",
        ADD_ITEMS,
        company.value(),
        order.value(),
        number,
        Json.text(shipment.items()));
  }
}
