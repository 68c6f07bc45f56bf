package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What left, when, by whom and of which lines.
 *
 * @param leftOn the day where the plant is
 * @param carrier absent where nobody said
 * @param expectedOn when the carrier expects to deliver it; absent where nobody said
 * @param deliveredOn absent until somebody said that it was delivered
 * @param withdrawn why it was withdrawn; absent where it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shipment(
    ShipmentNumber number,
    LocalDate leftOn,
    Carrier carrier,
    String trackingNumber,
    LocalDate expectedOn,
    LocalDate deliveredOn,
    List<ShippedItem> items,
    String withdrawn) {

  public Shipment {
    items = List.copyOf(items);
  }

  @JsonIgnore
  public boolean stands() {
    return withdrawn == null;
  }

  /** Where the carrier tells how far it is. */
  public Optional<String> link() {
    return carrier == null || trackingNumber == null
        ? Optional.empty()
        : carrier.link(trackingNumber);
  }

  /** The same, with what was said before of which pieces and lots these are. */
  Shipment after(Optional<Shipment> before) {
    Map<Integer, ShippedItem> known =
        before.stream()
            .flatMap(one -> one.items.stream())
            .collect(Collectors.toMap(ShippedItem::line, Function.identity()));
    return of(
        items.stream()
            .map(
                item ->
                    item.after(
                        known.getOrDefault(
                            item.line(), new ShippedItem(item.line(), item.quantity()))))
            .toList());
  }

  /** The same, of these items. */
  Shipment of(List<ShippedItem> others) {
    return new Shipment(
        number, leftOn, carrier, trackingNumber, expectedOn, deliveredOn, others, withdrawn);
  }

  /** The same, delivered when the other was. */
  Shipment deliveredOn(Shipment other) {
    return new Shipment(
        number, leftOn, carrier, trackingNumber, expectedOn, other.deliveredOn, items, withdrawn);
  }

  /** The same, withdrawn for this reason. */
  Shipment withdrawn(String reason) {
    return new Shipment(
        number, leftOn, carrier, trackingNumber, expectedOn, deliveredOn, items, reason);
  }
}
