package org.vitrine.production;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.orders.History;
import org.vitrine.orders.OrderChanges;
import org.vitrine.orders.RoutingDirectory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to how products are made. */
public final class Routings implements RoutingDirectory {
  private final Database database;
  private final OrderChanges orderChanges;
  private final Clock clock;
  private final RoutingRepository repository = new RoutingRepository();
  private final History history = new History();

  public Routings(Database database, OrderChanges orderChanges, Clock clock) {
    this.database = database;
    this.orderChanges = orderChanges;
    this.clock = clock;
  }

  /** What became of a routing that was saved; {@code orders} says how many orders it moved. */
  public record SavedRouting(SaveOutcome outcome, int orders) {}

  /** Creates the routing or changes it; every order made by it is looked at anew. */
  public SavedRouting save(Routing wanted, String actor) {
    SavedRouting saved = database.inTransaction(transaction -> save(transaction, wanted, actor));
    if (saved.orders() > 0) {
      orderChanges.publishAll();
    }
    return saved;
  }

  private SavedRouting save(Queries transaction, Routing wanted, String actor) {
    repository.lock(transaction, wanted.code());
    Optional<Routing> before = repository.find(transaction, wanted.code());
    if (before.isPresent() && before.get().equals(wanted)) {
      return new SavedRouting(SaveOutcome.UNCHANGED, 0);
    }
    repository.save(transaction, wanted);
    requireDemandedStages(transaction, wanted);
    int orders = history.routingChanged(transaction, wanted.code(), actor, clock.instant());
    return new SavedRouting(before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, orders);
  }

  /** A requirement whose stage went away would no longer be looked at: a failure would vanish. */
  private void requireDemandedStages(Queries transaction, Routing wanted) {
    for (String stage : repository.demandedStages(transaction, wanted.code())) {
      if (wanted.stage(stage).isEmpty()) {
        throw new Rejection.Conflict(
            "Orders demand something of the stage «"
                + stage
                + "», so it cannot be taken out of the routing");
      }
    }
  }

  public Optional<Routing> find(String code) {
    return repository.find(database, code);
  }

  public List<Routing> all() {
    return repository.list(database);
  }

  @Override
  public Optional<Set<String>> stagesOf(Queries queries, String routing) {
    return repository
        .findToPlanBy(queries, routing)
        .map(found -> found.stages().stream().map(Stage::code).collect(Collectors.toSet()));
  }
}
