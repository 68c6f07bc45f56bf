package org.vitrine.orders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.orders.LockedOrders.OrderAct;
import org.vitrine.orders.OrderRepository.SaidPromise;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what people decide about an order that is under way. Each act is the order as it
 * stands with one thing changed, so it is refused by what refuses an order that is sent whole; what
 * a program repeats later does not undo it (decision 0092).
 */
public final class OrderActs {
  /** Of an order without a word on any date, the first is of the whole order. */
  private static final List<PromiseWord> NOTHING_SAID =
      List.of(PromiseWord.of(null, GivenPromise.toBeConfirmed(null)));

  private final Database database;
  private final LockedOrders locked;
  private final Clock clock;
  private final OrderRepository repository = new OrderRepository();

  public OrderActs(Database database, Companies companies, Orders orders, Clock clock) {
    this.database = database;
    this.locked = new LockedOrders(companies, orders, repository);
    this.clock = clock;
  }

  /** Who acts, as the history keeps it. */
  public record ActingOne(String source, String actor) {
    public static ActingOne of(Caller caller) {
      return new ActingOne(OrderRoutes.source(caller), caller.actor());
    }
  }

  /** What was last said of the dates of an order. */
  public PromisedDates promised(OrderNumber number) {
    return database.inTransaction(
        transaction ->
            PromisedDates.of(
                repository.saidPromises(transaction, locked.lock(transaction, number).id())));
  }

  /**
   * Says something else of a date.
   *
   * @param startedFrom the version of the dates that whoever says so has read
   */
  public PlacedOrder revise(
      OrderNumber number, RevisePromise said, Optional<Long> startedFrom, ActingOne by) {
    RealDates.require("date", said.date(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return act(
        number,
        by,
        (transaction, order) -> {
          requireStanding(order, Optional.ofNullable(said.line()));
          requireStartedFrom(transaction, order, startedFrom);
          return placed -> promised(placed, said.line(), said.given());
        });
  }

  /**
   * What the customer accepted of an offer becomes what is promised, in the transaction in which
   * they accept it.
   *
   * @param said of each line that it is about, or of the whole order
   * @param offer what the offer is called
   */
  public PlacedOrder agree(
      Queries transaction,
      OrderNumber number,
      List<RevisePromise> said,
      String offer,
      ActingOne by) {
    return say(transaction, number, said, Placing.by(by.source(), by.actor()).accepting(offer));
  }

  /** Says something else of several dates of an order. */
  public PlacedOrder revise(
      Queries transaction, OrderNumber number, List<RevisePromise> said, ActingOne by) {
    return say(transaction, number, said, Placing.by(by.source(), by.actor()));
  }

  private PlacedOrder say(
      Queries transaction, OrderNumber number, List<RevisePromise> said, Placing by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return locked.act(
        transaction,
        number,
        by,
        (same, order) -> {
          UnaryOperator<PlaceOrder> all = placed -> placed;
          for (RevisePromise one : said) {
            RealDates.require("date", one.date(), today);
            requireStanding(order, Optional.ofNullable(one.line()));
            UnaryOperator<PlaceOrder> before = all;
            all = placed -> promised(before.apply(placed), one.line(), one.given());
          }
          return all;
        });
  }

  /**
   * Says something else of every date of an order: its own, and those of its lines. Like others
   * that take a transaction, it is done in the one of whoever keeps beside it that it was.
   *
   * @param to what is said in the place of a day, absent where that is to be confirmed; nothing
   *     where it stays
   */
  public PlacedOrder reviseAll(
      Queries transaction,
      OrderNumber number,
      Function<Optional<LocalDate>, Optional<GivenPromise>> to,
      ActingOne by) {
    return act(
        transaction,
        number,
        by,
        (same, order) -> {
          requireStanding(order, Optional.empty());
          return revisions(repository.saidPromises(same, order.id()), order, to);
        });
  }

  private UnaryOperator<PlaceOrder> revisions(
      List<SaidPromise> said,
      Order order,
      Function<Optional<LocalDate>, Optional<GivenPromise>> to) {
    UnaryOperator<PlaceOrder> all = placed -> placed;
    int moved = 0;
    for (PromiseWord word : said.isEmpty() ? NOTHING_SAID : words(said, order)) {
      Optional<GivenPromise> given = to.apply(Optional.ofNullable(word.date()));
      if (given.isPresent()) {
        RealDates.require(
            "date", given.get().date(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        UnaryOperator<PlaceOrder> before = all;
        all = placed -> promised(before.apply(placed), word.line(), given.get());
        moved++;
      }
    }
    if (moved == 0) {
      throw new Rejection.Conflict("No day was promised of it that could move");
    }
    return all;
  }

  private static List<PromiseWord> words(List<SaidPromise> said, Order order) {
    return said.stream()
        .map(SaidPromise::word)
        .filter(word -> word.line() == null || order.line(word.line()).isPresent())
        .filter(word -> word.line() == null || order.line(word.line()).get().cancelled() == null)
        .toList();
  }

  private static PlaceOrder promised(PlaceOrder placed, Integer line, GivenPromise said) {
    return line == null ? placed.promising(said) : placed.withLine(line, one -> one.promised(said));
  }

  private static void requireStanding(Order order, Optional<Integer> line) {
    boolean isCancelled =
        order.cancelReason() != null
            || line.map(one -> requireLine(order, one)).map(Line::cancelled).isPresent();
    if (isCancelled) {
      throw new Rejection.Conflict("It is cancelled; take it up again first");
    }
  }

  private static Line requireLine(Order order, int number) {
    return order
        .line(number)
        .orElseThrow(() -> new Rejection.Invalid("line", "The order has no line " + number));
  }

  private void requireStartedFrom(Queries transaction, Order order, Optional<Long> startedFrom) {
    List<SaidPromise> said = repository.saidPromises(transaction, order.id());
    PromisedDates current = PromisedDates.of(said);
    if (startedFrom.isPresent() && startedFrom.get() != current.version()) {
      Optional<SaidPromise> newest = PromisedDates.newest(said);
      throw new Rejection.ChangedMeanwhile(
          current,
          newest.map(SaidPromise::actor).orElse(null),
          newest.map(SaidPromise::at).orElse(null));
    }
  }

  /**
   * Cancels the order or one of its lines, or says otherwise why it is.
   *
   * @param line absent for the whole order
   * @param reason the customer reads it
   */
  public PlacedOrder cancel(
      OrderNumber number, Optional<Integer> line, LocalizedText reason, ActingOne by) {
    requireReason(reason);
    return act(number, by, (transaction, order) -> cancelling(order, line, reason));
  }

  /** Cancels the whole order. */
  public PlacedOrder cancel(
      Queries transaction, OrderNumber number, LocalizedText reason, ActingOne by) {
    requireReason(reason);
    return act(
        transaction, number, by, (same, order) -> cancelling(order, Optional.empty(), reason));
  }

  private static void requireReason(LocalizedText reason) {
    if (reason == null || reason.isBlank()) {
      throw new Rejection.Invalid("reason", "Give the reason: the customer reads it");
    }
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
  }

  /** Takes the order or one of its lines up again. */
  public PlacedOrder reinstate(OrderNumber number, Optional<Integer> line, ActingOne by) {
    return act(number, by, (transaction, order) -> cancelling(order, line, null));
  }

  /** Takes the whole order up again. */
  public PlacedOrder reinstate(Queries transaction, OrderNumber number, ActingOne by) {
    return act(transaction, number, by, (same, order) -> cancelling(order, Optional.empty(), null));
  }

  private static UnaryOperator<PlaceOrder> cancelling(
      Order order, Optional<Integer> line, LocalizedText reason) {
    if (line.isEmpty()) {
      return placed -> placed.cancelledFor(reason);
    }
    int number = requireLine(order, line.get()).number();
    return placed ->
        placed.withLine(
            number, one -> (reason == null ? one : one.closedShortFor(null)).cancelledFor(reason));
  }

  /**
   * Declares a line finished with fewer than were ordered, or says otherwise why it is.
   *
   * @param reason the customer reads it
   */
  public PlacedOrder closeShort(OrderNumber number, int line, LocalizedText reason, ActingOne by) {
    requireReason(reason);
    return act(number, by, (transaction, order) -> closing(order, line, reason));
  }

  /** More is made of the line after all. */
  public PlacedOrder reopen(OrderNumber number, int line, ActingOne by) {
    return act(number, by, (transaction, order) -> closing(order, line, null));
  }

  private static UnaryOperator<PlaceOrder> closing(Order order, int line, LocalizedText reason) {
    requireStanding(order, Optional.of(line));
    return placed -> placed.withLine(line, one -> one.closedShortFor(reason));
  }

  private PlacedOrder act(OrderNumber number, ActingOne by, OrderAct act) {
    return database.inTransaction(transaction -> act(transaction, number, by, act));
  }

  private PlacedOrder act(Queries transaction, OrderNumber number, ActingOne by, OrderAct act) {
    return locked.act(transaction, number, Placing.by(by.source(), by.actor()), act);
  }

  /** The orders that are acted on. */
  LockedOrders locked() {
    return locked;
  }
}
