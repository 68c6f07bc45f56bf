package org.vitrine.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the database takes and how that became more, in bytes; of its tables the largest.
 *
 * @param before what it took on the first day that is known, 30 days ago at most; absent where none
 *     is
 * @param since that day
 */
record DatabaseGrowth(
    long now, Optional<Long> before, Optional<LocalDate> since, List<TableGrowth> tables) {
  /** The database as a whole is kept under this name, which no table has. */
  static final String WHOLE = "";

  private static final int LOOKED_BACK = 30;
  private static final int LARGEST = 10;

  DatabaseGrowth {
    tables = List.copyOf(tables);
  }

  /** A table with its indexes. */
  record TableGrowth(String name, long now, Optional<Long> before) {}

  /** What was taken on a day. */
  record KeptSize(LocalDate day, String name, long bytes) {}

  static LocalDate earliest(Instant now) {
    return day(now).minusDays(LOOKED_BACK);
  }

  static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Compared with the first day of those kept; a table that was not there then has none. */
  static DatabaseGrowth of(Map<String, Long> sizes, List<KeptSize> kept, Instant now) {
    Optional<LocalDate> first =
        kept.stream()
            .map(KeptSize::day)
            .filter(day -> day.isBefore(day(now)))
            .min(Comparator.naturalOrder());
    return new DatabaseGrowth(
        sizes.getOrDefault(WHOLE, 0L),
        before(kept, first, WHOLE),
        first,
        sizes.entrySet().stream()
            .filter(size -> !size.getKey().equals(WHOLE))
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(LARGEST)
            .map(
                size ->
                    new TableGrowth(
                        size.getKey(), size.getValue(), before(kept, first, size.getKey())))
            .toList());
  }

  private static Optional<Long> before(
      List<KeptSize> kept, Optional<LocalDate> first, String name) {
    return kept.stream()
        .filter(size -> first.equals(Optional.of(size.day())) && size.name().equals(name))
        .map(KeptSize::bytes)
        .findFirst();
  }

  /**
   * In how many days so much room is used up if it goes on like this; absent where it shrank, or
   * where a week is not known yet.
   */
  OptionalLong daysUntilFull(long free, Instant at) {
    if (before.isEmpty() || now <= before.get()) {
      return OptionalLong.empty();
    }
    long days = ChronoUnit.DAYS.between(since.orElseThrow(), day(at));
    return days < Duration.ofDays(7).toDays()
        ? OptionalLong.empty()
        : OptionalLong.of((long) (free / ((double) (now - before.get()) / days)));
  }
}
