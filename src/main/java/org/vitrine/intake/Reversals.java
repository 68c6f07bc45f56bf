package org.vitrine.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;

/**
 * Bookings that a log takes back.
 *
 * <ul>
 *   <li>A row with negative counts takes back the latest earlier row of the same order and
 *       operation that says the same counts, and of the same worker where it names one; it corrects
 *       that row's report to nothing.
 *   <li>A row that names in {@code corrects} what it corrects says what is right instead; its
 *       negative counts are taken from what that row says.
 *   <li>Where a row that takes back or corrects is refused, what it was about is refused too: the
 *       order must not claim what somebody has said is wrong.
 * </ul>
 */
final class Reversals {
  private static final Comparator<LogEntry> IN_TIME =
      Comparator.comparing(LogEntry::report, Report.BY_TIME).thenComparing(LogEntry::line);

  private final Map<String, LogEntry> read = new HashMap<>();
  private final Map<String, LogEntry> byKey = new LinkedHashMap<>();
  private final Map<String, List<LogEntry>> bookings = new HashMap<>();
  private final Set<String> takenBack = new HashSet<>();

  /** What is left of a row after the last that took pieces back from it, by the row's key. */
  private final Map<String, Rest> reduced = new HashMap<>();

  private final List<RefusedRow> refused = new ArrayList<>();
  private final Deque<Claim> unmet = new ArrayDeque<>();

  private Reversals() {}

  /** The entry that says of a row what is left of it, and how much that is. */
  private record Rest(LogEntry entry, LogCounts counts) {
    private static Rest whole(LogEntry entry) {
      return new Rest(entry, entry.counts());
    }
  }

  /**
   * What a log says once everything in it that was taken back is.
   *
   * @param refused rows that take back what is not there, and rows that these were about
   */
  record Settled(List<LogEntry> entries, List<RefusedRow> refused) {}

  /**
   * @param lost rows that were refused when they were read, and that nobody can match
   */
  static Settled settle(Collection<LogEntry> read, Collection<CsvRow> lost) {
    Reversals reversals = new Reversals();
    read.forEach(entry -> reversals.read.put(entry.key(), entry));
    read.stream().sorted(IN_TIME).forEach(reversals::take);
    lost.stream().flatMap(row -> Claim.of(row).stream()).forEach(reversals.unmet::add);
    reversals.refuseWhatIsUnmet();
    return new Settled(List.copyOf(reversals.byKey.values()), List.copyOf(reversals.refused));
  }

  private void take(LogEntry entry) {
    try {
      LogEntry settled = settled(entry);
      byKey.put(settled.key(), settled);
      if (!entry.row().takesBack()) {
        bookings.computeIfAbsent(work(entry), key -> new ArrayList<>()).add(settled);
      }
    } catch (Rejection.Invalid invalid) {
      refused.add(RefusedRow.at(entry.line(), invalid));
      unmet.add(Claim.of(entry));
    }
  }

  private LogEntry settled(LogEntry entry) {
    PlantLogRow row = entry.row();
    if (row.corrects() != null) {
      String target = LogEntry.key(row.order(), row.corrects());
      takenBack.add(target);
      if (!row.takesBack()) {
        return entry;
      }
      Optional<Rest> before =
          Optional.ofNullable(reduced.get(target))
              .or(() -> Optional.ofNullable(read.get(target)).map(Rest::whole));
      LogCounts left = row.counts().rest(before.map(Rest::counts));
      LogEntry settled =
          entry.correcting(
              before.map(rest -> rest.entry().report().id()).orElse(row.corrects()),
              left,
              before
                  .filter(rest -> !left.equals(LogCounts.NONE))
                  .map(rest -> rest.entry().report().pieces().made())
                  .orElse(null));
      reduced.put(target, new Rest(settled, left));
      return settled;
    }
    if (!row.takesBack()) {
      return entry;
    }
    LogEntry booking =
        standing(work(entry), entry.line(), Optional.of(entry.report()))
            .filter(other -> row.worker() == null || row.worker().equals(other.row().worker()))
            .filter(other -> other.row().counts().isUndoneBy(row.counts()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        row.counts().negativeColumn(),
                        "takes back what no earlier row of %s says of “%s”"
                            .formatted(row.order(), row.work())));
    takenBack.add(booking.key());
    return entry.correcting(booking.report().id(), LogCounts.NONE, null);
  }

  /** Bookings that nobody took back, the latest first. */
  private Stream<LogEntry> standing(String work, long line, Optional<Report> before) {
    return bookings.getOrDefault(work, List.of()).reversed().stream()
        .filter(entry -> byKey.containsKey(entry.key()) && !takenBack.contains(entry.key()))
        .filter(
            entry ->
                before
                    .map(report -> !entry.report().happenedAt().isAfter(report.happenedAt()))
                    .orElse(entry.line() < line));
  }

  private static String work(LogEntry entry) {
    return work(entry.row().order().key(), entry.row().work());
  }

  private static String work(String order, String work) {
    return order + '\n' + work;
  }

  /**
   * What somebody said is wrong, and nobody could take back.
   *
   * @param report absent where not even the time could be read
   * @param counts absent where they could not be read: then it may be all
   */
  private record Claim(
      long line,
      String order,
      String work,
      String worker,
      String corrects,
      Optional<Report> report,
      Optional<LogCounts> counts) {

    private static Claim of(LogEntry entry) {
      PlantLogRow row = entry.row();
      return new Claim(
          entry.line(),
          row.order().key(),
          row.work(),
          row.worker(),
          row.corrects(),
          Optional.of(entry.report()),
          Optional.of(row.counts()));
    }

    private static Optional<Claim> of(CsvRow row) {
      boolean isNone =
          PlantLogRow.bookedOn(row) == null
              || row.text("corrects") == null && !LogCounts.takesBack(row);
      return isNone
          ? Optional.empty()
          : Optional.of(
              new Claim(
                  row.line(),
                  OrderNumber.key(PlantLogRow.bookedOn(row)),
                  PlantLogRow.work(row.text("stage"), row.text("operation")),
                  row.text("worker"),
                  row.text("corrects"),
                  Optional.empty(),
                  LogCounts.readable(row)));
    }
  }

  private void refuseWhatIsUnmet() {
    while (!unmet.isEmpty()) {
      Claim claim = unmet.remove();
      if (claim.corrects() == null) {
        refuseBookings(claim);
      } else {
        String target = claim.order() + '\n' + claim.corrects();
        Stream.of(
                Optional.ofNullable(byKey.get(target)),
                Optional.ofNullable(reduced.get(target)).map(rest -> byKey.get(rest.entry().key())))
            .flatMap(Optional::stream)
            .forEach(entry -> refuse(entry, claim));
      }
    }
  }

  /** The latest ones, until they come to what was to be taken back. */
  private void refuseBookings(Claim claim) {
    Optional<LogCounts> left = claim.counts();
    List<LogEntry> candidates =
        standing(work(claim.order(), claim.work()), claim.line(), claim.report())
            .filter(entry -> claim.worker() == null || claim.worker().equals(entry.row().worker()))
            .filter(entry -> claim.counts().map(entry.row().counts()::overlaps).orElse(true))
            .toList();
    for (LogEntry entry : candidates) {
      if (left.filter(LogCounts::isMet).isPresent()) {
        return;
      }
      refuse(entry, claim);
      left = left.map(counts -> counts.plus(entry.row().counts()));
    }
  }

  private void refuse(LogEntry entry, Claim claim) {
    byKey.remove(entry.key());
    refused.add(RefusedRow.doubted(entry.line(), claim.line()));
    if (entry.row().corrects() != null) {
      unmet.add(Claim.of(entry));
    }
  }
}
