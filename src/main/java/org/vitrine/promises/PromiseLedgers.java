package org.vitrine.promises;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.notices.Notices;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.promises.LedgerEntry.WordMarks;

/**
 * The door to the ledger of promises: every word on the dates of an order, when its customer was
 * told, and by whom it was first read. It is derived from the history of the order, but for what is
 * known of telling and reading.
 */
public final class PromiseLedgers {
  /** The kind of the change that more is known of a ledger; its key is the order. */
  static final String KIND = "promise";

  /** What is heard late is still heard. */
  private static final Duration LOOKED_BACK = Duration.ofDays(7);

  private final Database database;
  private final Changes changes;
  private final Notices notices;
  private final Clock clock;
  private final LedgerRepository repository = new LedgerRepository();
  private volatile PromiseRests rests = PromiseRests.UNKNOWN;

  public PromiseLedgers(Database database, Changes changes, Notices notices, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.notices = notices;
    this.clock = clock;
  }

  /** Who kept what promises rested on. */
  public void restingOn(PromiseRests source) {
    rests = source;
  }

  /**
   * The ledger of an order; nothing where it is not there, or somebody else's.
   *
   * @param over over which it is read
   * @param company whose people read it; absent for staff
   */
  Optional<OrderLedger> of(Database over, OrderId order, Optional<CompanyId> company) {
    return over.onBehalfOf(
        company.map(CompanyId::value),
        queries ->
            repository
                .number(queries, order, company)
                .map(number -> read(queries, order, number, company)));
  }

  private OrderLedger read(
      Queries queries, OrderId order, String number, Optional<CompanyId> company) {
    List<PromiseStep> steps = repository.steps(queries, order, company);
    return OrderLedger.of(
        number,
        steps,
        marks(queries, order, company, steps),
        rests.of(queries, order, OrderLedger.said(steps)),
        company.isEmpty());
  }

  private Map<Long, WordMarks> marks(
      Queries queries, OrderId order, Optional<CompanyId> company, List<PromiseStep> steps) {
    Map<Long, WordMarks> marks = new HashMap<>(repository.marks(queries, order, company));
    Instant since = repository.toldSince(queries);
    steps.stream()
        .filter(step -> step.isWord() && step.at().isBefore(since))
        .forEach(
            step ->
                marks.put(
                    step.version(),
                    marks.getOrDefault(step.version(), WordMarks.NONE).beforeTellingWasKept()));
    return marks;
  }

  /**
   * A customer has the promise on the screen: what holds of it counts as read. That open pages move
   * is said afterwards, by the house: behind the second wall nothing can be told to others.
   *
   * @param upTo the newest entry that they see; all where absent
   * @param by absent through a glass link
   */
  void read(CompanyId company, OrderId order, Optional<Long> upTo, Optional<String> by) {
    Instant now = clock.instant();
    Optional<CompanyId> own = Optional.of(company);
    int added =
        database.inTransactionOnBehalfOf(
            company.value(),
            transaction -> {
              List<PromiseStep> steps = repository.steps(transaction, order, own);
              Set<Long> words = OrderLedger.holding(steps, upTo.orElse(Long.MAX_VALUE));
              return words.isEmpty()
                  ? 0
                  : repository.addRead(transaction, company, order, words, by, now);
            });
    if (added > 0) {
      database.inTransaction(
          transaction -> {
            changes.record(transaction, List.of(change(order, company)));
            return null;
          });
    }
  }

  /** Keeps what people were told of dates, before their notices are forgotten. */
  void hear(Queries transaction, Collection<Change> heard) {
    Set<Long> people =
        heard.stream().map(change -> Long.parseLong(change.key())).collect(Collectors.toSet());
    var told = notices.datesTold(transaction, people, clock.instant().minus(LOOKED_BACK));
    if (!told.isEmpty()) {
      changes.record(
          transaction,
          repository.addTold(transaction, told).stream()
              .map(one -> change(one.order(), one.company()))
              .toList());
    }
  }

  private static Change change(OrderId order, CompanyId company) {
    return new Change(KIND, String.valueOf(order.value()), 0, Optional.of(company.value()));
  }
}
