package org.vitrine.promises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of an order against the days that were promised for it.
 *
 * <ul>
 *   <li>First is the first day that was named.
 *   <li>Agreed is the last day that was named in time and that the customer knew of in time: they
 *       were told, read it, or accepted it before the day passed that held until then. A day that
 *       is moved once it has passed does not move what was agreed, and one that is withdrawn holds
 *       until another is agreed.
 *   <li>Ended is the day on which the last of it was delivered, or left where nobody said when it
 *       was delivered; where nothing is said of shipments, the day on which it was made.
 *   <li>Full is the day on which as much as was ordered had come.
 * </ul>
 *
 * @param company whose it is
 * @param routing by which it is made
 * @param first absent where no day was ever named
 * @param full absent where it did not come in full, or how much was ordered is not known
 * @param isCounted whether it is known how much was ordered
 */
public record DueLine(
    long company,
    String routing,
    Optional<LocalDate> first,
    Optional<LocalDate> agreed,
    Optional<LocalDate> ended,
    Optional<LocalDate> full,
    boolean isCounted) {

  /** So much that came on a day. */
  public record CameOn(LocalDate day, BigDecimal quantity) {}

  /**
   * What was ordered.
   *
   * @param quantity absent where nobody knows
   * @param closedShort whether people declared it finished with less
   */
  public record OrderedPart(
      long company, int line, String routing, Optional<BigDecimal> quantity, boolean closedShort) {}

  /**
   * @param words of the whole order, in any order
   * @param came what came of the line, in any order
   * @param made when it was made, where nothing is said of shipments
   */
  public static DueLine of(
      OrderedPart part,
      Collection<DueWord> words,
      Collection<CameOn> came,
      Optional<LocalDate> made) {
    DueWords own = DueWords.on(part.line(), words);
    Optional<LocalDate> full =
        part.quantity().flatMap(ordered -> reached(ordered, came)).or(() -> whole(made, part));
    Optional<LocalDate> last = came.stream().map(CameOn::day).max(Comparator.naturalOrder());
    boolean finished = part.closedShort() || part.quantity().isEmpty();
    return new DueLine(
        part.company(),
        part.routing(),
        own.first().flatMap(DueWord::promised),
        own.agreed(),
        full.or(() -> finished ? last.or(() -> made) : Optional.empty()),
        part.closedShort() ? Optional.empty() : full,
        part.quantity().isPresent());
  }

  private static Optional<LocalDate> reached(BigDecimal ordered, Collection<CameOn> came) {
    BigDecimal sum = BigDecimal.ZERO;
    for (CameOn one : came.stream().sorted(Comparator.comparing(CameOn::day)).toList()) {
      sum = sum.add(one.quantity());
      if (sum.compareTo(ordered) >= 0) {
        return Optional.of(one.day());
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> whole(Optional<LocalDate> made, OrderedPart part) {
    return made.filter(any -> part.quantity().isPresent() && !part.closedShort());
  }

  public boolean endedBy(LocalDate day) {
    return ended.filter(on -> !on.isAfter(day)).isPresent();
  }

  public boolean fullBy(LocalDate day) {
    return full.filter(on -> !on.isAfter(day)).isPresent();
  }

  /** Days behind what was agreed, 0 where it came by then; of what is open, until it is counted. */
  public long daysLate(LocalDate agreedOn, LocalDate countedOn) {
    return Math.max(0, ChronoUnit.DAYS.between(agreedOn, ended.orElse(countedOn)));
  }
}
