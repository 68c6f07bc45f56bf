package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Risk;

/**
 * The door to what of orders in flight wants looking after, for staff. It is judged where orders
 * are; here its dates are compared with a moment.
 */
public final class OrderConcerns {
  /** What an order wants is not what it was: the kind of such a change; its key is the order's. */
  public static final String CHANGED = "concern";

  private final Changes changes;
  private final OrderConcernRepository repository = new OrderConcernRepository();

  OrderConcerns(Changes changes) {
    this.changes = changes;
  }

  /** The first of many, and how many there are. */
  public record ConcernPart<T>(List<T> rows, long total) {}

  /** Whose order it is. */
  public record ConcernedCompany(String code, String name, String tier) {}

  /**
   * An order that wants looking after.
   *
   * @param dates to be compared with a clock
   * @param toBeConfirmed for how many of its lines a day is to be confirmed
   * @param risks at any moment the last whose time has come is the one to name
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ConcernRow(
      String order,
      ConcernedCompany company,
      @JsonUnwrapped ConcernDates dates,
      int toBeConfirmed,
      List<Risk> risks) {}

  /** The dates by which an order is judged. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ConcernDates(
      Optional<LocalDate> promised,
      Optional<LocalDate> likely,
      Optional<Instant> lateFrom,
      Optional<Instant> likelyLateFrom) {}

  /** A requirement that keeps a stage from being met. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record PointRow(
      String order, ConcernedCompany company, @JsonUnwrapped OrderConcern.OpenPoint point) {}

  /**
   * How much stands at a stage.
   *
   * @param since when what waits there longest began to; absent where that is not known
   * @param longest its order
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FloorRow(
      String stage,
      JsonNode name,
      long running,
      long held,
      long waiting,
      Optional<Instant> since,
      Optional<String> longest) {}

  /** Orders of these companies that are late or at risk at this moment: the late ones first. */
  public ConcernPart<ConcernRow> atRisk(
      Queries queries, Collection<CompanyId> companies, Instant now, int most) {
    return repository.atRisk(queries, companies, now, most);
  }

  /** The same of any company. */
  public ConcernPart<ConcernRow> atRisk(Queries queries, Instant now, int most) {
    return repository.atRisk(queries, now, most);
  }

  /**
   * Those of which somebody has to say another day: none is set, it has passed, or it is likely to
   * be missed.
   */
  public ConcernPart<ConcernRow> promises(
      Queries queries, Collection<CompanyId> companies, Instant now, int most) {
    return repository.promises(queries, companies, now, most);
  }

  /** Requirements of any order that failed, then those that wait though their stage is through. */
  public ConcernPart<PointRow> points(Queries queries, int most) {
    return repository.points(queries, most);
  }

  /** What is at work, by stage; where most is held first. */
  public List<FloorRow> floor(Queries queries, int most) {
    return repository.floor(queries, most);
  }

  /**
   * Written with the summaries, which are locked: what is written later was read later. Returns
   * those that are not what they were.
   *
   * @param newer those whose summary was newer than what was kept
   */
  List<OrderSummary> save(
      Queries transaction, Collection<OrderSummary> standings, Collection<OrderId> newer) {
    List<OrderSummary> saved =
        standings.stream().filter(one -> newer.contains(order(one))).toList();
    List<OrderSummary> inFlight = saved.stream().filter(one -> one.state().inFlight()).toList();
    Set<OrderId> ended =
        saved.stream()
            .filter(one -> !one.state().inFlight())
            .map(OrderConcerns::order)
            .collect(Collectors.toSet());
    Set<OrderId> changed = repository.save(transaction, inFlight);
    changed.addAll(repository.remove(transaction, ended));
    List<OrderSummary> told = saved.stream().filter(one -> changed.contains(order(one))).toList();
    changes.record(transaction, told.stream().map(OrderConcerns::change).toList());
    return told;
  }

  private static OrderId order(OrderSummary summary) {
    return summary.snapshot().order().id();
  }

  private static Change change(OrderSummary summary) {
    return new Change(
        CHANGED,
        String.valueOf(order(summary).value()),
        summary.snapshot().order().version(),
        Optional.of(summary.snapshot().company().id().value()));
  }
}
