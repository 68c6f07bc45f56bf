package org.vitrine.warranty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.PieceCard;
import org.vitrine.traceability.PieceCard.PieceLine;
import org.vitrine.traceability.PieceCard.PieceShipment;
import org.vitrine.traceability.TraceChange;
import org.vitrine.traceability.Traces;

/** Registers pieces as they are shipped: whoever buys one has nothing to do for its warranty. */
final class ShipmentReader implements Subscriber {
  private static final Actor SHIPMENT = Actor.system("shipment");

  private final Traces traces;
  private final WarrantyRegister register;

  ShipmentReader(Traces traces, WarrantyRegister register) {
    this.traces = traces;
    this.register = register;
  }

  @Override
  public String name() {
    return "warranty.shipments";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TraceChange.PIECE);
  }

  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream().map(Change::key).sorted().forEach(serial -> hear(transaction, serial));
  }

  private void hear(Queries transaction, String key) {
    Optional<PieceCard> shipped =
        traces
            .piece(transaction, key)
            .filter(piece -> piece.company().isPresent() && piece.shipment().isPresent());
    if (shipped.isPresent()) {
      register(transaction, shipped.get());
    } else {
      register.takeBack(transaction, key);
    }
  }

  private void register(Queries transaction, PieceCard piece) {
    PieceShipment shipment = piece.shipment().orElseThrow();
    register.ship(
        transaction,
        new WarrantySerial(piece.serial()),
        new SaveWarrantyPiece(
            product(piece),
            piece.gtin().orElse(null),
            null,
            piece.order().map(PieceLine::number).orElse(null),
            shipment.leftOn(),
            shipment.deliveredOn().filter(day -> !day.isBefore(shipment.leftOn())).orElse(null),
            null,
            null),
        new WarrantyRegister.Sale(piece.company().orElseThrow(), shipment.number().value()),
        SHIPMENT);
  }

  /** A line may have left open which product it is. */
  private static LocalizedText product(PieceCard piece) {
    return piece.product() == null || piece.product().isBlank()
        ? LocalizedText.of(piece.serial())
        : piece.product();
  }
}
