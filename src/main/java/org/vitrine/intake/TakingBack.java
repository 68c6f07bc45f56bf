package org.vitrine.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.intake.ImportRunRepository.TouchedOrder;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Restorations;
import org.vitrine.orders.Restorations.DoneToOrder;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * Takes an import back, order by order, each in a transaction of its own: what nothing came after
 * goes back to what it was, all else is left, with the reason.
 */
public final class TakingBack {
  private static final int AT_ONCE = 500;

  private final Database database;
  private final Restorations restorations;
  private final Audit audit;
  private final Clock clock;
  private final ImportRunRepository repository = new ImportRunRepository();

  public TakingBack(Database database, Restorations restorations, Audit audit, Clock clock) {
    this.database = database;
    this.restorations = restorations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An order that was left as the import made it.
   *
   * @param because {@code changed}: something else happened to it since; {@code spoken}: somebody
   *     wrote about it; {@code shared}: it has a glass link; {@code discussed}: it is on an agenda;
   *     else a sentence
   */
  record LeftOrder(OrderNumber order, String because) {}

  /**
   * What became of it.
   *
   * @param takenBack how many orders were taken back
   * @param left the others
   */
  record TakenBack(int takenBack, List<LeftOrder> left) {}

  /**
   * The same as {@link #requireOpen}, and then takes it back.
   *
   * @param done is told how many orders are done
   */
  TakenBack takeBack(ImportRun run, Actor by, String actor, IntConsumer done) {
    requireOpen(run);
    int count = 0;
    int takenBack = 0;
    List<LeftOrder> left = new ArrayList<>();
    Optional<Long> after = Optional.empty();
    List<TouchedOrder> some;
    do {
      some = repository.touched(database, run.id(), after, AT_ONCE);
      for (TouchedOrder one : some) {
        if (one.takenBackAt().isEmpty()) {
          Optional<String> because = takeBack(one.done(), actor);
          because.ifPresent(why -> left.add(new LeftOrder(one.done().number(), why)));
          takenBack += because.isEmpty() ? 1 : 0;
        }
        done.accept(++count);
        after = Optional.of(one.done().order().value());
      }
    } while (some.size() == AT_ONCE);
    audit.record(
        by,
        AuditAction.IMPORT_TAKEN_BACK,
        "import " + run.id(),
        Optional.empty(),
        Map.of("file", run.file().name(), "takenBack", takenBack, "left", left.size()));
    return new TakenBack(takenBack, left);
  }

  /** Throws {@link Rejection.Conflict} where it is too late, or it still runs. */
  void requireOpen(ImportRun run) {
    if (run.isRunning(clock.instant())) {
      throw new Rejection.Conflict("The import is still running");
    }
    if (!clock.instant().isBefore(run.until())) {
      throw new Rejection.Conflict(
          "An import can be taken back within an hour; this one could until " + run.until());
    }
  }

  private Optional<String> takeBack(DoneToOrder done, String actor) {
    Optional<String> because = attempted(done, actor);
    because.ifPresent(why -> repository.left(database, done.run(), done.order(), why));
    return because;
  }

  private Optional<String> attempted(DoneToOrder done, String actor) {
    try {
      return Retry.until(
          () ->
              restorations.takeBack(
                  done,
                  actor,
                  transaction ->
                      repository.takenBack(
                          transaction, done.run(), done.order(), clock.instant())));
    } catch (Rejection.Invalid | Rejection.Conflict | Rejection.NotFound refused) {
      return Optional.of(refused.getMessage());
    }
  }
}
