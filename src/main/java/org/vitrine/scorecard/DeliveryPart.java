package org.vitrine.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.promises.DueLine;
import org.vitrine.promises.DueLines;
import org.vitrine.scorecard.ScorecardFigure.FigureBase;
import org.vitrine.scorecard.ScorecardFigure.ScorecardGroup;
import org.vitrine.scorecard.ScorecardFigure.ScorecardUnit;

/**
 * Whether promises were kept, counted by the lines of orders: against the first date and against
 * the agreed one, always both.
 */
final class DeliveryPart implements ScorecardPart {
  static final String FIRST = "first-date";
  static final String AGREED = "agreed-date";
  static final String FIRST_IN_FULL = "in-full-first-date";
  static final String IN_FULL = "on-time-in-full";
  static final String MEDIAN = "late-median";
  static final String WORST = "late-worst-tenth";

  private static final int EDITION = 1;

  /** Since a day that is moved counts only where the customer knew of it in time. */
  private static final int EDITION_OF_AGREED = 2;

  /** In tenths. */
  private static final int HALF = 5;

  private static final int NINE_TENTHS = 9;
  private static final int ALL = 10;

  private final DueLines lines;

  DeliveryPart(DueLines lines) {
    this.lines = lines;
  }

  @Override
  public List<ScorecardFigure> figures(Queries queries, ScorecardMonth month) {
    return figures(lines.of(queries, month.span()), month, lines.names(queries));
  }

  /**
   * @param all lines of which some day was promised that lies in the month
   * @param names of routings, by their codes
   */
  static List<ScorecardFigure> figures(
      Collection<DueLine> all, ScorecardMonth month, Map<String, String> names) {
    List<DueLine> first = dueIn(all, month, DueLine::first);
    List<DueLine> agreed = dueIn(all, month, DueLine::agreed);
    List<DueLine> counted = agreed.stream().filter(DueLine::isCounted).toList();
    List<ScorecardFigure> figures = new ArrayList<>();
    figures.add(share(FIRST, EDITION, first, line -> line.endedBy(line.first().orElseThrow())));
    figures.add(
        share(
            AGREED, EDITION_OF_AGREED, agreed, line -> line.endedBy(line.agreed().orElseThrow())));
    figures.add(
        share(
            FIRST_IN_FULL,
            EDITION,
            first.stream().filter(DueLine::isCounted).toList(),
            line -> line.fullBy(line.first().orElseThrow())));
    figures.add(share(IN_FULL, EDITION, counted, DeliveryPart::isInFull));
    figures.addAll(byRouting(counted, names));
    List<Long> late =
        agreed.stream()
            .map(line -> line.daysLate(line.agreed().orElseThrow(), month.countedOn()))
            .sorted()
            .toList();
    figures.add(days(MEDIAN, agreed, late, HALF));
    figures.add(days(WORST, agreed, late, NINE_TENTHS));
    return figures;
  }

  /** What is due on a day after the one on which it is counted has not been broken yet. */
  private static List<DueLine> dueIn(
      Collection<DueLine> all, ScorecardMonth month, Function<DueLine, Optional<LocalDate>> due) {
    return all.stream()
        .filter(line -> due.apply(line).filter(month.span()::isOver).isPresent())
        .toList();
  }

  private static boolean isInFull(DueLine line) {
    return line.fullBy(line.agreed().orElseThrow());
  }

  private static ScorecardFigure share(
      String name, int edition, List<DueLine> lines, Predicate<DueLine> kept) {
    long hits = lines.stream().filter(kept).count();
    return ScorecardFigure.share(name, edition, Optional.empty(), base(lines), hits);
  }

  private static FigureBase base(List<DueLine> lines) {
    return new FigureBase(lines.size(), companies(lines).size());
  }

  private static Set<Long> companies(List<DueLine> lines) {
    return lines.stream().map(DueLine::company).collect(Collectors.toSet());
  }

  private static List<ScorecardFigure> byRouting(List<DueLine> lines, Map<String, String> names) {
    Map<String, List<DueLine>> byRouting =
        lines.stream()
            .collect(Collectors.groupingBy(DueLine::routing, TreeMap::new, Collectors.toList()));
    Set<String> leftOut =
        SmallCells.leftOut(
            byRouting.entrySet().stream()
                .map(
                    one ->
                        new SmallCells.Cell<>(
                            one.getKey(), one.getValue().size(), companies(one.getValue())))
                .toList());
    return byRouting.entrySet().stream()
        .map(
            one -> {
              Optional<ScorecardGroup> group =
                  Optional.of(
                      new ScorecardGroup(
                          one.getKey(),
                          LocalizedText.of(names.getOrDefault(one.getKey(), one.getKey()))));
              List<DueLine> own = one.getValue();
              return leftOut.contains(one.getKey())
                  ? ScorecardFigure.hidden(IN_FULL, EDITION, ScorecardUnit.SHARE, group)
                  : ScorecardFigure.share(
                      IN_FULL,
                      EDITION,
                      group,
                      base(own),
                      own.stream().filter(DeliveryPart::isInFull).count());
            })
        .toList();
  }

  /**
   * The fewest days that so many of them came late at most: a number of days that there was.
   *
   * @param late the fewest first
   */
  private static ScorecardFigure days(
      String name, List<DueLine> lines, List<Long> late, int tenths) {
    FigureBase base = base(lines);
    int place = Math.ceilDiv(late.size() * tenths, ALL);
    return ScorecardFigure.days(name, EDITION, base, base.isSmall() ? 0 : late.get(place - 1));
  }
}
