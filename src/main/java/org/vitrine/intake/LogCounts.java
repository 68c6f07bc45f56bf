package org.vitrine.intake;

import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * The pieces of one row of a log, below zero where the row takes them back; absent where it does
 * not say.
 */
record LogCounts(Integer good, Integer rejected, Integer scrapped) {
  static final LogCounts NONE = new LogCounts(0, 0, 0);

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  static LogCounts of(CsvRow row) {
    LogCounts counts =
        new LogCounts(
            row.signedCount("good"), row.signedCount("rejected"), row.signedCount("scrapped"));
    if (counts.takesBack() && counts.all().anyMatch(count -> count > 0)) {
      throw new Rejection.Invalid(
          counts.negativeColumn(), "A row takes pieces back or reports some, not both");
    }
    return counts;
  }

  /** The same of a row with a fault somewhere; absent where it is in one of these. */
  static Optional<LogCounts> readable(CsvRow row) {
    try {
      return Optional.of(of(row));
    } catch (Rejection.Invalid unreadable) {
      return Optional.empty();
    }
  }

  /** True where the row means to take something back, whether or not it says how much. */
  static boolean takesBack(CsvRow row) {
    return Stream.of("good", "rejected", "scrapped").anyMatch(row::isNegative);
  }

  boolean takesBack() {
    return all().anyMatch(count -> count < 0);
  }

  String negativeColumn() {
    return orZero(good) < 0 ? "good" : orZero(rejected) < 0 ? "rejected" : "scrapped";
  }

  boolean isUndoneBy(LogCounts reversal) {
    return plus(reversal).all().allMatch(count -> count == 0);
  }

  /** True where both say something of the same. */
  boolean overlaps(LogCounts other) {
    return with(other, (one, another) -> one == 0 || another == 0 ? 0 : 1)
        .all()
        .anyMatch(count -> count != 0);
  }

  /** True where nothing is left to be taken back. */
  boolean isMet() {
    return all().allMatch(count -> count >= 0);
  }

  /**
   * What is left of the row that this one takes pieces back from; nothing where that row is not
   * known. Throws {@link Rejection.Invalid} where it says fewer.
   */
  LogCounts rest(Optional<LogCounts> corrected) {
    LogCounts rest = corrected.map(this::plus).orElse(NONE);
    if (rest.takesBack()) {
      throw new Rejection.Invalid(
          rest.negativeColumn(), "takes back more than the row says that it corrects");
    }
    return rest;
  }

  LogCounts plus(LogCounts other) {
    return with(other, Math::addExact);
  }

  private LogCounts with(LogCounts other, IntBinaryOperator both) {
    return new LogCounts(
        both.applyAsInt(orZero(good), orZero(other.good)),
        both.applyAsInt(orZero(rejected), orZero(other.rejected)),
        both.applyAsInt(orZero(scrapped), orZero(other.scrapped)));
  }

  private Stream<Integer> all() {
    return Stream.of(orZero(good), orZero(rejected), orZero(scrapped));
  }

  private static int orZero(Integer count) {
    return count == null ? 0 : count;
  }
}
