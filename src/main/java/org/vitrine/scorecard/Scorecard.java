package org.vitrine.scorecard;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SingleFlightCache;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.promises.DueLines;
import org.vitrine.scorecard.FrozenMonth.Correcting;
import org.vitrine.voices.Figures;

/**
 * The door to the numbers of each month. A month is counted whenever somebody of the house looks;
 * on the fifth of the next it is frozen, and never changed.
 */
public final class Scorecard {
  /** The kind under which other rooms hear that a month was frozen or corrected; the key is it. */
  public static final String KIND = "scorecard";

  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 120;

  private final Database database;
  private final Changes changes;
  private final Audit audit;
  private final ZoneId zone;
  private final Clock clock;
  private final MonthCounter counter;
  private final FrozenMonthRepository repository = new FrozenMonthRepository();
  private final SingleFlightCache<String, PublishedMonths> published =
      new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT));

  /**
   * @param zone where the plant is: there months begin
   */
  public Scorecard(
      Database database, Changes changes, ScorecardGround ground, ZoneId zone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.audit = ground.audit();
    this.zone = zone;
    this.clock = clock;
    this.counter =
        new MonthCounter(
            database,
            ground.words(),
            zone,
            List.of(
                new DeliveryPart(new DueLines(ground.snapshots())),
                new HousePart(ground.clocks())));
    changes.onChange(
        heard -> {
          if (heard.stream().anyMatch(change -> change.kind().equals(KIND))) {
            published.forgetAll();
          }
        });
    changes.onForget(published::forgetAll);
  }

  /** The rooms below. */
  public record ScorecardGround(
      OrderSnapshots snapshots, Figures clocks, Words words, Audit audit) {}

  /** Its figures stand behind the others. */
  public void alsoCounting(ScorecardPart part) {
    counter.alsoCounting(part);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** What is frozen, and to whom it is opened: the same for all who may read it. */
  PublishedMonths published() {
    return published.of(
        KIND, () -> new PublishedMonths(repository.opened(database), repository.all(database)));
  }

  /** A month that is not frozen, as it would be now. */
  MonthCard counted(YearMonth month) {
    return counter.count(month, today());
  }

  /** The month that is frozen next. */
  YearMonth next() {
    return published().rows().stream()
        .map(FrozenMonth::month)
        .max(YearMonth::compareTo)
        .map(last -> last.plusMonths(1))
        .orElseGet(() -> YearMonth.from(today()).minusMonths(isEarly() ? 1 : 0));
  }

  /** Every node does it, again and again: who comes first is for the database to say. */
  Chore chore() {
    return new Chore("numbers of the months", PAUSE, this::freezeDue);
  }

  /** Whether a month is frozen. */
  public boolean isBegun() {
    return repository.lastMonth(database).isPresent();
  }

  /** Freezes each month that is due; the first one is the last that was over. */
  public void freezeDue() {
    freezeSince(YearMonth.from(today()).minusMonths(isEarly() ? 2 : 1));
  }

  private boolean isEarly() {
    YearMonth before = YearMonth.from(today()).minusMonths(1);
    return today().isBefore(ScorecardMonth.frozenOn(before));
  }

  /** The same where none is frozen yet and the first one is to be this one. */
  public void freezeSince(YearMonth first) {
    for (int frozen = 0; frozen < MOST_AT_ONCE; frozen++) {
      YearMonth next = repository.lastMonth(database).map(last -> last.plusMonths(1)).orElse(first);
      boolean due = !today().isBefore(ScorecardMonth.frozenOn(next));
      if (!due || !repository.everOrdered(database, next) || !freeze(next)) {
        return;
      }
    }
  }

  /** Returns false where another node was quicker. */
  private boolean freeze(YearMonth month) {
    MonthCard card = counted(month);
    return database.inTransaction(
        transaction -> {
          Optional<FrozenMonth> before = repository.newest(transaction);
          FrozenMonth row = FrozenMonth.of(before, Optional.empty(), card, clock.instant());
          boolean added = repository.add(transaction, row);
          if (added) {
            changes.record(transaction, List.of(changed(month)));
          }
          return added;
        });
  }

  private static Change changed(YearMonth month) {
    return new Change(KIND, month.toString(), 0, Optional.empty());
  }

  /**
   * Counts a frozen month again: what was published stays, and what is right stands beside it.
   * Throws {@link Rejection.NotFound} where it is not frozen, {@link Rejection.Conflict} where
   * nothing is different.
   */
  void correct(YearMonth month, String reason, Actor by) {
    MonthCard counted = counted(month);
    database.inTransaction(
        transaction -> {
          List<FrozenMonth> before =
              repository.all(transaction).stream()
                  .filter(row -> row.month().equals(month))
                  .toList();
          if (before.isEmpty()) {
            throw new Rejection.NotFound("%s is not frozen".formatted(month));
          }
          FrozenMonth last = before.getLast();
          MonthCard card = counted.beside(before.stream().map(FrozenMonth::card).toList());
          if (last.card().figures().equals(card.figures())) {
            throw new Rejection.Conflict("Counted again, nothing is different");
          }
          FrozenMonth row =
              FrozenMonth.of(
                  repository.newest(transaction),
                  Optional.of(new Correcting(last, reason)),
                  card,
                  clock.instant());
          if (!repository.add(transaction, row)) {
            throw new Rejection.Conflict("Somebody else was quicker; look at it again");
          }
          audit.record(
              transaction,
              by,
              AuditAction.NUMBERS_CORRECTED,
              month.toString(),
              Optional.empty(),
              Map.of("reason", reason));
          changes.record(transaction, List.of(changed(month)));
          return row;
        });
    published.forgetAll();
  }

  /** Says to whom they are shown, besides staff. */
  public void open(Openness to, Actor by) {
    database.inTransaction(
        transaction -> {
          Openness before = repository.lockOpened(transaction);
          repository.open(transaction, to);
          AuditedDifference difference =
              new AuditedDifference()
                  .of("opened", Optional.of(before.code()), Optional.of(to.code()));
          if (!difference.isNothing()) {
            audit.record(
                transaction,
                by,
                AuditAction.NUMBERS_OPENED,
                KIND,
                Optional.empty(),
                difference.detail());
            changes.record(transaction, List.of(new Change(KIND, "opened", 0, Optional.empty())));
          }
          return to;
        });
    published.forgetAll();
  }
}
