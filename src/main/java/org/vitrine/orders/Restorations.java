package org.vitrine.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vitrine.companies.Companies;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.orders.RestorationRepository.LockedOrder;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door by which an order goes back to what it was before an import, where nothing came after
 * it. What it made goes; what it changed is said again as it was; what it reported counts no
 * longer.
 */
public final class Restorations {
  /** Something else has happened to the order since. */
  private static final Optional<String> CHANGED = Optional.of("changed");

  private static final String SOURCE = "import";
  private static final LocalizedText REASON =
      LocalizedText.of(
          Map.of("en", "Changed by mistake; the import was taken back", "zh-CN", "导入有误，已撤回"));

  private final Database database;
  private final Companies companies;
  private final LineRule lineRule;
  private final Orders orders;
  private final Changes changes;
  private final Clock clock;
  private final History history;
  private final OrderRepository orderRepository = new OrderRepository();
  private final ShipmentRepository shipments = new ShipmentRepository();
  private final CarrierRepository carriers = new CarrierRepository();
  private final RestorationRepository repository = new RestorationRepository();

  public Restorations(
      Database database,
      Companies companies,
      LineRule lineRule,
      Orders orders,
      Changes changes,
      Clock clock) {
    this.database = database;
    this.companies = companies;
    this.lineRule = lineRule;
    this.orders = orders;
    this.changes = changes;
    this.clock = clock;
    this.history = new History(changes);
  }

  /**
   * What an import did to one order.
   *
   * @param run the number of the import
   * @param created whether it made the order
   * @param version the one that it left the order at; {@link #MIXED} where others wrote in between
   * @param reports how many reports it gave the order
   */
  public record DoneToOrder(
      long run,
      OrderId order,
      OrderNumber number,
      boolean created,
      long version,
      int reports,
      SaidBefore before) {
    public static final long MIXED = -1;
  }

  /**
   * What was said before.
   *
   * @param order absent where it was not changed
   */
  public record SaidBefore(PlaceOrder order, List<SaidShipment> shipments) {
    public static final SaidBefore NOTHING = new SaidBefore(null, null);

    public SaidBefore {
      shipments = shipments == null ? List.of() : List.copyOf(shipments);
    }

    private Stream<String> carriers() {
      return shipments.stream()
          .map(SaidShipment::before)
          .filter(Objects::nonNull)
          .map(Shipment::carrier)
          .filter(Objects::nonNull)
          .map(Carrier::code)
          .filter(Objects::nonNull)
          .distinct()
          .sorted();
    }
  }

  /**
   * A shipment that was recorded.
   *
   * @param before what was said of it before; absent of one that was new
   */
  public record SaidShipment(ShipmentNumber number, Shipment before) {}

  /**
   * Takes it back in a transaction of its own; says why where the order is left as it is: {@code
   * changed}, {@code spoken}, {@code shared} or {@code discussed} since.
   *
   * @param also is done in the same transaction, where it is taken back
   */
  public Optional<String> takeBack(DoneToOrder done, String actor, Consumer<Queries> also) {
    return database.inTransaction(
        transaction -> {
          Optional<String> left =
              done.created() ? remove(transaction, done) : restore(transaction, done, actor);
          if (left.isEmpty()) {
            also.accept(transaction);
          }
          return left;
        });
  }

  private Optional<String> remove(Queries transaction, DoneToOrder done) {
    Optional<LockedOrder> locked = repository.lock(transaction, done.order());
    if (locked.isEmpty()) {
      return CHANGED;
    }
    Optional<String> left = repository.remove(transaction, done.run(), done.order());
    if (left.isEmpty()) {
      changes.record(
          transaction,
          List.of(
              OrderRemoved.of(
                  done.order(), done.number(), locked.get().company(), done.version() + 1)));
    }
    return left;
  }

  /** A company, then routings, then carriers, then the order: as everybody locks them. */
  private Optional<String> restore(Queries transaction, DoneToOrder done, String actor) {
    if (done.before().order() != null) {
      companies.require(transaction, done.before().order().company());
      lineRule.holdFor(transaction, done.before().order().lines());
    }
    done.before().carriers().forEach(code -> carriers.findToShipBy(transaction, code));
    Optional<Order> now = orderRepository.lock(transaction, done.number());
    if (now.isEmpty()
        || !now.get().id().equals(done.order())
        || now.get().version() != done.version()) {
      return CHANGED;
    }
    if (done.reports() > 0) {
      Optional<String> left = repository.takeReports(transaction, done.run(), done.order());
      if (left.isPresent()) {
        return left;
      }
    }
    append(transaction, done, actor);
    if (done.before().order() != null) {
      PlaceOrder again =
          new OrderBefore(done.version(), done.before().order(), null)
              .again(orderRepository.currentPromises(transaction, done.order()), REASON);
      orders.place(transaction, done.number(), again, Placing.unsaid(SOURCE, actor));
    }
    return Optional.empty();
  }

  /** What is said of reports and shipments; an order says by itself that it changed. */
  private void append(Queries transaction, DoneToOrder done, String actor) {
    Instant now = clock.instant();
    List<NewEvent> entries = new ArrayList<>();
    if (done.reports() > 0) {
      Map<String, Integer> told = Map.of("reports", done.reports());
      entries.add(new NewEvent(EventKind.TAKEN_BACK, now, SOURCE, actor, told));
    }
    Order order = orderRepository.lock(transaction, done.number()).orElseThrow();
    List<Shipment> all = shipments.find(transaction, done.number()).orElseThrow();
    done.before()
        .shipments()
        .forEach(
            said ->
                all.stream()
                    .filter(one -> one.number().key().equals(said.number().key()))
                    .findFirst()
                    .ifPresent(
                        known -> {
                          Shipment again =
                              said.before() == null ? known.withdrawn(reason()) : said.before();
                          Object told = ToldShipment.of(again, reason());
                          EventKind kind = kind(known, again);
                          entries.add(new NewEvent(kind, now, SOURCE, actor, told));
                          shipments.save(transaction, order.id(), order.company(), again);
                        }));
    history.append(transaction, done.order(), entries, now);
  }

  private static EventKind kind(Shipment known, Shipment again) {
    if (!again.stands()) {
      return EventKind.SHIPMENT_WITHDRAWN;
    }
    return known.stands() ? EventKind.SHIPMENT_CHANGED : EventKind.SHIPPED;
  }

  /** Shipments have a reason in one language: it says both. */
  private static String reason() {
    return REASON.toString();
  }
}
