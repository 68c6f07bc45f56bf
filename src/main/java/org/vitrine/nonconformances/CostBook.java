package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.CostRepository.NewCost;
import org.vitrine.nonconformances.NonconformanceCost.BookCost;
import org.vitrine.nonconformances.NonconformanceCost.CostSum;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What nonconformances cost: booked, and taken back by an entry against what was wrong. Also of one
 * that is closed, since bills come late.
 */
final class CostBook {
  private static final int MOST = 1_000;

  private final NonconformanceDesk desk;
  private final CostRepository repository = new CostRepository();

  CostBook(NonconformanceDesk desk) {
    this.desk = desk;
  }

  /** All of a nonconformance, in the order in which they were booked. */
  record CostPage(List<NonconformanceCost> entries, List<CostSum> sums) {}

  CostPage of(Queries queries, NonconformanceNumber number) {
    List<NonconformanceCost> entries = repository.of(queries, number);
    return new CostPage(entries, NonconformanceCost.sums(entries));
  }

  void book(Queries transaction, NonconformanceNumber number, BookCost wanted, Actor by) {
    Nonconformance one = desk.lock(transaction, number);
    if (repository.of(transaction, number).size() >= MOST) {
      throw new Rejection.Conflict("At most %,d entries are kept of one".formatted(MOST));
    }
    NewCost cost =
        new NewCost(
            wanted.kind(),
            wanted.amount(),
            wanted.currency(),
            Optional.ofNullable(wanted.note()),
            Optional.empty());
    repository.add(transaction, number, cost, desk.now(), by);
    desk.write(transaction, one, "cost-booked", said(cost), by);
  }

  private static ObjectNode said(NewCost cost) {
    return Json.object()
        .put("costKind", cost.kind().code())
        .put("amount", cost.amount())
        .put("currency", cost.currency());
  }

  /** Takes an entry back, and says why; once. */
  void takeBack(
      Queries transaction, NonconformanceNumber number, long entry, String reason, Actor by) {
    String why = NonconformanceText.reason(reason, "Say why it is taken back");
    Nonconformance one = desk.lock(transaction, number);
    List<NonconformanceCost> entries = repository.of(transaction, number);
    NonconformanceCost wrong =
        entries.stream()
            .filter(cost -> cost.id() == entry)
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("There is no such entry"));
    if (wrong.against().isPresent()) {
      throw new Rejection.Conflict("An entry that takes another back stays; book it again");
    }
    if (entries.stream().anyMatch(cost -> cost.against().equals(Optional.of(entry)))) {
      throw new Rejection.Conflict("It was taken back before");
    }
    NewCost against =
        new NewCost(
            wrong.kind(), -wrong.amount(), wrong.currency(), Optional.of(why), Optional.of(entry));
    repository.add(transaction, number, against, desk.now(), by);
    desk.write(transaction, one, "cost-taken-back", said(against), by);
  }
}
