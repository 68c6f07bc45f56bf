package org.vitrine.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One line of an order against the days that were promised for it.
 *
 * <ul>
 *   <li>First is the first day that was named.
 *   <li>Agreed is the last day that was named in time: a day that is moved once it has passed does
 *       not move what was agreed.
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
record DueLine(
    long company,
    String routing,
    Optional<LocalDate> first,
    Optional<LocalDate> agreed,
    Optional<LocalDate> ended,
    Optional<LocalDate> full,
    boolean isCounted) {

  /**
   * A word on the day of a line or of its order.
   *
   * @param line of which it was said; absent where of the whole order
   * @param said on which day
   * @param promised absent where it is to be confirmed
   */
  record DueWord(
      long version, Optional<Integer> line, LocalDate said, Optional<LocalDate> promised) {}

  /** So much that came on a day. */
  record CameOn(LocalDate day, BigDecimal quantity) {}

  /**
   * What was ordered.
   *
   * @param quantity absent where nobody knows
   * @param closedShort whether people declared it finished with less
   */
  record OrderedPart(
      long company, int line, String routing, Optional<BigDecimal> quantity, boolean closedShort) {}

  /**
   * @param words of the whole order, in any order
   * @param came what came of the line, in any order
   * @param made when it was made, where nothing is said of shipments
   */
  static DueLine of(
      OrderedPart part,
      Collection<DueWord> words,
      Collection<CameOn> came,
      Optional<LocalDate> made) {
    List<DueWord> own = wordsOn(part.line(), words);
    Optional<LocalDate> full =
        part.quantity().flatMap(ordered -> reached(ordered, came)).or(() -> whole(made, part));
    Optional<LocalDate> last = came.stream().map(CameOn::day).max(Comparator.naturalOrder());
    boolean finished = part.closedShort() || part.quantity().isEmpty();
    return new DueLine(
        part.company(),
        part.routing(),
        own.stream().flatMap(word -> word.promised().stream()).findFirst(),
        agreed(own),
        full.or(() -> finished ? last.or(() -> made) : Optional.empty()),
        part.closedShort() ? Optional.empty() : full,
        part.quantity().isPresent());
  }

  /** What was said of the order counts until something is said of the line itself. */
  private static List<DueWord> wordsOn(int line, Collection<DueWord> words) {
    List<DueWord> sorted =
        words.stream().sorted(Comparator.comparingLong(DueWord::version)).toList();
    long begins =
        sorted.stream()
            .filter(word -> word.line().filter(one -> one == line).isPresent())
            .mapToLong(DueWord::version)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return sorted.stream()
        .filter(
            word -> word.line().isPresent() ? word.line().get() == line : word.version() < begins)
        .toList();
  }

  private static Optional<LocalDate> agreed(List<DueWord> words) {
    Optional<LocalDate> agreed = Optional.empty();
    for (DueWord word : words) {
      if (agreed.filter(day -> word.said().isAfter(day)).isPresent()) {
        break;
      }
      agreed = word.promised();
    }
    return agreed;
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

  boolean endedBy(LocalDate day) {
    return ended.filter(on -> !on.isAfter(day)).isPresent();
  }

  boolean fullBy(LocalDate day) {
    return full.filter(on -> !on.isAfter(day)).isPresent();
  }

  /** Days behind what was agreed, 0 where it came by then; of what is open, until it is counted. */
  long daysLate(LocalDate agreedOn, LocalDate countedOn) {
    return Math.max(0, ChronoUnit.DAYS.between(agreedOn, ended.orElse(countedOn)));
  }
}
