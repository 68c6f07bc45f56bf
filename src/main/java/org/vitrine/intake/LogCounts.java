package org.vitrine.intake;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Rejection;

/**
 * The pieces of one row of a log, below zero where the row takes them back; absent where it does
 * not say.
 */
record LogCounts(Amount good, Amount rejected, Amount scrapped) {
  static final LogCounts NONE = new LogCounts(Amount.NONE, Amount.NONE, Amount.NONE);

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  static LogCounts of(CsvRow row) {
    LogCounts counts =
        new LogCounts(
            row.signedAmount("good"), row.signedAmount("rejected"), row.signedAmount("scrapped"));
    if (counts.takesBack() && counts.all().anyMatch(Amount::isPositive)) {
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
    return all().anyMatch(Amount::isNegative);
  }

  String negativeColumn() {
    return orZero(good).isNegative()
        ? "good"
        : orZero(rejected).isNegative() ? "rejected" : "scrapped";
  }

  boolean isUndoneBy(LogCounts reversal) {
    return plus(reversal).all().allMatch(Amount.NONE::equals);
  }

  /** Throws {@link Rejection.Invalid} naming the column that there cannot be in such a line. */
  void requireFit(Unit unit) {
    Unit.requireFits(unit, "good", good);
    Unit.requireFits(unit, "rejected", rejected);
    Unit.requireFits(unit, "scrapped", scrapped);
  }

  boolean areWhole() {
    return all().allMatch(Amount::isWhole);
  }

  /** True where both say something of the same. */
  boolean overlaps(LogCounts other) {
    return with(other, (one, another) -> one.equals(Amount.NONE) ? one : another)
        .all()
        .anyMatch(count -> !count.equals(Amount.NONE));
  }

  /** True where nothing is left to be taken back. */
  boolean isMet() {
    return all().noneMatch(Amount::isNegative);
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
    return with(other, Amount::plus);
  }

  private LogCounts with(LogCounts other, BinaryOperator<Amount> both) {
    return new LogCounts(
        both.apply(orZero(good), orZero(other.good)),
        both.apply(orZero(rejected), orZero(other.rejected)),
        both.apply(orZero(scrapped), orZero(other.scrapped)));
  }

  private Stream<Amount> all() {
    return Stream.of(orZero(good), orZero(rejected), orZero(scrapped));
  }

  private static Amount orZero(Amount count) {
    return count == null ? Amount.NONE : count;
  }
}
