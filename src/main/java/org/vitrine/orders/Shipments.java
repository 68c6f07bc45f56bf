package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what left. A shipment raises its order's version and stands in its history; it says
 * nothing of where production is (decision 0056). Locked are the carrier and then the order, as
 * whoever changes a carrier does.
 */
public final class Shipments {
  private static final String NO_ORDER = "There is no order “%s”";
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Clock clock;
  private final ZoneId plantZone;
  private final OrderRepository orders = new OrderRepository();
  private final CarrierRepository carriers = new CarrierRepository();
  private final ShipmentRepository repository = new ShipmentRepository();
  private final History history;
  private final List<ShippingStop> stops = new CopyOnWriteArrayList<>();

  /**
   * @param plantZone decides which day is today
   */
  public Shipments(Database database, Changes changes, Clock clock, ZoneId plantZone) {
    this.database = database;
    this.clock = clock;
    this.plantZone = plantZone;
    this.history = new History(changes);
  }

  /**
   * What became of a shipment that was sent, and the version that its order came to.
   *
   * @param before what was said of it before, where anything was
   */
  public record SavedShipment(
      OrderNumber order,
      ShipmentNumber shipment,
      long version,
      SaveOutcome outcome,
      @JsonIgnore Optional<Shipment> before) {}

  /** What it says must not leave is refused from now on. */
  public void stoppedBy(ShippingStop stop) {
    stops.add(stop);
  }

  /** Records what left, or says it otherwise; the same again changes nothing. */
  public SavedShipment record(
      OrderNumber order, ShipmentNumber number, RecordShipment said, String source, String actor) {
    said.requireRealDays(LocalDate.ofInstant(clock.instant(), plantZone));
    return database.inTransaction(
        transaction -> record(transaction, order, number, said, source, actor));
  }

  private SavedShipment record(
      Queries transaction,
      OrderNumber number,
      ShipmentNumber shipment,
      RecordShipment said,
      String source,
      String actor) {
    Carrier carrier = carrier(transaction, said);
    Order order = lock(transaction, number);
    List<Shipment> all = repository.find(transaction, order.number()).orElseThrow();
    Optional<Shipment> known = known(all, shipment);
    Shipment wanted = said.of(known.map(Shipment::number).orElse(shipment), carrier).after(known);
    if (known.equals(Optional.of(wanted))) {
      return saved(order, wanted, 0, SaveOutcome.UNCHANGED, known);
    }
    Optional<Shipment> before = known.filter(Shipment::stands);
    new ShipmentRule(order, all, before, wanted).require(said);
    requireFree(transaction, before, wanted);
    Object told = ToldShipment.of(wanted, said.reason());
    append(transaction, order, kind(before, wanted), told, source, actor);
    repository.save(transaction, order.id(), order.company(), wanted);
    return saved(
        order, wanted, 1, known.isPresent() ? SaveOutcome.CHANGED : SaveOutcome.CREATED, known);
  }

  /** What was said to have left before is not asked again. */
  private void requireFree(Queries transaction, Optional<Shipment> before, Shipment wanted) {
    List<String> serials = new ArrayList<>(codes(wanted, ShippedItem::serials));
    List<String> lots = new ArrayList<>(codes(wanted, ShippedItem::lots));
    before.ifPresent(
        known -> {
          serials.removeAll(codes(known, ShippedItem::serials));
          lots.removeAll(codes(known, ShippedItem::lots));
        });
    if (!serials.isEmpty() || !lots.isEmpty()) {
      stops.forEach(stop -> stop.requireFree(transaction, serials, lots));
    }
  }

  private static List<String> codes(Shipment of, Function<ShippedItem, List<String>> codes) {
    return of.items().stream().map(codes).filter(Objects::nonNull).flatMap(List::stream).toList();
  }

  private Carrier carrier(Queries transaction, RecordShipment said) {
    if (said.carrier() == null) {
      return said.carrierName() == null ? null : new Carrier(null, said.carrierName(), null);
    }
    return carriers
        .findToShipBy(transaction, said.carrier())
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "carrier",
                    "There is no carrier “%s”: create it first, or give its name in “carrierName”"
                        .formatted(Excerpt.of(said.carrier()))));
  }

  private static EventKind kind(Optional<Shipment> before, Shipment after) {
    if (before.isEmpty()) {
      return EventKind.SHIPPED;
    }
    return before.get().deliveredOn() == null && before.get().deliveredOn(after).equals(after)
        ? EventKind.DELIVERED
        : EventKind.SHIPMENT_CHANGED;
  }

  /** Takes a shipment back, with the reason that the customer reads. */
  public SavedShipment withdraw(
      OrderNumber order, ShipmentNumber number, String reason, String source, String actor) {
    if (reason == null || reason.isBlank()) {
      throw new Rejection.Invalid("reason", "Give the reason why the shipment is withdrawn");
    }
    TextLimit.atMost("reason", reason, LONGEST_REASON);
    return database.inTransaction(
        transaction -> {
          Order locked = lock(transaction, order);
          Shipment known =
              known(repository.find(transaction, locked.number()).orElseThrow(), number)
                  .orElseThrow(
                      () ->
                          new Rejection.NotFound(
                              "Order %s has no shipment “%s”".formatted(locked.number(), number)));
          return withdraw(transaction, locked, known, reason, source, actor);
        });
  }

  private SavedShipment withdraw(
      Queries transaction,
      Order order,
      Shipment known,
      String reason,
      String source,
      String actor) {
    if (!known.stands()) {
      return saved(order, known, 0, SaveOutcome.UNCHANGED, Optional.of(known));
    }
    Object told = ToldShipment.of(known, reason);
    append(transaction, order, EventKind.SHIPMENT_WITHDRAWN, told, source, actor);
    repository.save(transaction, order.id(), order.company(), known.withdrawn(reason));
    return saved(order, known, 1, SaveOutcome.CHANGED, Optional.of(known));
  }

  /** Everything that was recorded of an order, what was withdrawn included, as it left. */
  public List<Shipment> of(OrderNumber order) {
    return repository
        .find(database, order)
        .orElseThrow(() -> new Rejection.NotFound(NO_ORDER.formatted(order)));
  }

  private Order lock(Queries transaction, OrderNumber number) {
    return orders
        .lock(transaction, number)
        .orElseThrow(() -> new Rejection.NotFound(NO_ORDER.formatted(number)));
  }

  private static Optional<Shipment> known(List<Shipment> all, ShipmentNumber number) {
    return all.stream().filter(one -> one.number().key().equals(number.key())).findFirst();
  }

  private void append(
      Queries transaction, Order order, EventKind kind, Object told, String source, String actor) {
    Instant now = clock.instant();
    history.append(
        transaction, order.id(), List.of(new NewEvent(kind, now, source, actor, told)), now);
  }

  private static SavedShipment saved(
      Order order, Shipment shipment, int events, SaveOutcome outcome, Optional<Shipment> before) {
    return new SavedShipment(
        order.number(), shipment.number(), order.version() + events, outcome, before);
  }
}
