package org.vitrine.warranty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;

/**
 * Sixty days before the cover of a piece ends its owner is offered a check, once for each end; so
 * is whoever takes the piece over later. It hears when cover changes and writes down when that is;
 * each node looks what is due, one at a time offers it.
 */
final class CourtesyChecks implements Subscriber {
  private static final int DAYS_BEFORE = 60;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Warranty warranty;
  private final Changes changes;
  private final Clock clock;
  private final DueWork<String> due;
  private final CourtesyRepository repository = new CourtesyRepository();

  CourtesyChecks(Database database, Changes changes, Warranty warranty, Clock clock) {
    this.warranty = warranty;
    this.changes = changes;
    this.clock = clock;
    this.due =
        new DueWork<>(
            "courtesy checks",
            database,
            clock,
            repository::lockDue,
            this::offer,
            (piece, later) -> repository.rest(database, piece, later));
  }

  @Override
  public String name() {
    return "warranty.courtesy";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Warranty.KIND);
  }

  /** Its cover is looked at anyway, so that of several changes the newest is enough. */
  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream().map(Change::key).distinct().sorted().forEach(key -> plan(transaction, key));
  }

  private void plan(Queries transaction, String key) {
    Optional<WarrantyPiece> piece = warranty.piece(transaction, new WarrantySerial(key));
    Optional<LocalDate> until = piece.flatMap(one -> end(transaction, one));
    if (until.isEmpty()) {
      repository.drop(transaction, key);
      return;
    }
    boolean over = until.get().isBefore(warranty.today());
    Optional<Instant> at =
        Optional.of(warranty.beginningOf(until.get().minusDays(DAYS_BEFORE))).filter(any -> !over);
    repository.schedule(transaction, piece.get(), until.get(), at);
  }

  /** The last day of cover; nothing where it has not begun, or was voided. */
  private Optional<LocalDate> end(Queries queries, WarrantyPiece piece) {
    Cover cover = warranty.cover(queries, piece.serial());
    return Optional.ofNullable(cover.until()).filter(any -> cover.voided() == null);
  }

  Chore chore() {
    return new Chore("courtesy checks", PAUSE, this::round);
  }

  /** Offers all that is due now; once, however many nodes do so at the same moment. */
  void round() {
    due.doAll();
  }

  private void offer(Queries transaction, String key) {
    WarrantyPiece piece = warranty.piece(transaction, new WarrantySerial(key)).orElseThrow();
    LocalDate until = repository.until(transaction, key);
    if (end(transaction, piece).filter(until::equals).isEmpty()
        || until.isBefore(warranty.today())) {
      repository.drop(transaction, key);
      return;
    }
    repository.offered(transaction, key, clock.instant());
    changes.record(
        transaction,
        List.of(
            new CourtesyOffer(piece.serial().value(), piece.product(), until)
                .asChange(piece.owner())));
  }
}
