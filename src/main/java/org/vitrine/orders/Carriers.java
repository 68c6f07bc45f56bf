package org.vitrine.orders;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to who takes goods to customers. */
public final class Carriers {
  private static final int MOST = 2_000;

  private final Database database;
  private final Clock clock;
  private final CarrierRepository repository = new CarrierRepository();
  private final History history;

  public Carriers(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.history = new History(changes);
  }

  /** What became of a carrier that was saved, and how many orders it was shown on. */
  public record SavedCarrier(Carrier carrier, SaveOutcome outcome, int orders) {}

  /** Creates the carrier or changes it; every order that it took goods of is shown anew. */
  public SavedCarrier save(Carrier wanted, String actor) {
    Carrier checked = wanted.checked();
    return database.inTransaction(transaction -> save(transaction, checked, actor));
  }

  private SavedCarrier save(Queries transaction, Carrier wanted, String actor) {
    repository.lock(transaction, wanted.code());
    Optional<Carrier> before = repository.find(transaction, wanted.code());
    if (before.equals(Optional.of(wanted))) {
      return new SavedCarrier(wanted, SaveOutcome.UNCHANGED, 0);
    }
    if (before.isEmpty() && repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d carriers has been reached".formatted(MOST));
    }
    repository.save(transaction, wanted);
    int orders = history.carrierChanged(transaction, wanted, actor, clock.instant());
    return new SavedCarrier(
        wanted, before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, orders);
  }

  public Optional<Carrier> find(String code) {
    return repository.find(database, code);
  }

  public List<Carrier> all() {
    return repository.list(database);
  }
}
