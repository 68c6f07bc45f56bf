package org.vitrine.promises;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was kept and what was missed of what was due in some days, by the line: against the first
 * day and against the agreed one, always both.
 *
 * @param gamed what would make it look better than it is, for staff
 * @param groups where it was asked for by company, product or routing: those with the most lines
 *     first
 */
record KeptReport(
    LocalDate from,
    LocalDate to,
    LocalDate countedOn,
    KeptShare first,
    KeptShare agreed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GamedRow> gamed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<KeptGroup> groups) {
  private static final int MOST_GROUPS = 200;

  /**
   * @param n lines that were due
   * @param onTime of these, those of which the last had come by then
   * @param counted of these, those of which it is known how much was ordered
   * @param inFull of those, those of which all had come by then
   */
  record KeptShare(int n, int onTime, int counted, int inFull) {
    static KeptShare of(
        Collection<KeptLine> lines, DueSpan span, Function<DueLine, Optional<LocalDate>> due) {
      List<DueLine> mine =
          lines.stream()
              .map(KeptLine::due)
              .filter(line -> due.apply(line).filter(span::isOver).isPresent())
              .toList();
      List<DueLine> counted = mine.stream().filter(DueLine::isCounted).toList();
      return new KeptShare(
          mine.size(),
          (int) mine.stream().filter(line -> line.endedBy(due.apply(line).get())).count(),
          counted.size(),
          (int) counted.stream().filter(line -> line.fullBy(due.apply(line).get())).count());
    }
  }

  /**
   * @param n how many it was so of
   * @param of how many it could have been so of
   */
  record GamedRow(GamedKind kind, int n, int of) {}

  /**
   * @param key the company's code, the product, or the routing's code
   */
  record KeptGroup(String key, String name, KeptShare first, KeptShare agreed) {}

  /**
   * @param lines due in these days
   * @param group under what each line is counted, where it is asked for
   * @param names of what they are counted under
   */
  static KeptReport of(
      DueSpan span,
      Collection<KeptLine> lines,
      Optional<Function<KeptLine, String>> group,
      Map<String, String> names,
      boolean forStaff) {
    return new KeptReport(
        span.first(),
        span.last(),
        span.countedOn(),
        KeptShare.of(lines, span, DueLine::first),
        KeptShare.of(lines, span, DueLine::agreed),
        forStaff ? gamed(lines) : List.of(),
        group.map(key -> groups(span, lines, key, names)).orElse(List.of()));
  }

  private static List<GamedRow> gamed(Collection<KeptLine> lines) {
    return Arrays.stream(GamedKind.values())
        .map(
            kind ->
                new GamedRow(
                    kind,
                    lines.stream().mapToInt(kind::hits).sum(),
                    lines.stream().mapToInt(kind::all).sum()))
        .toList();
  }

  private static List<KeptGroup> groups(
      DueSpan span,
      Collection<KeptLine> lines,
      Function<KeptLine, String> key,
      Map<String, String> names) {
    return lines.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
        .map(
            one ->
                new KeptGroup(
                    one.getKey(),
                    names.getOrDefault(one.getKey(), one.getKey()),
                    KeptShare.of(one.getValue(), span, DueLine::first),
                    KeptShare.of(one.getValue(), span, DueLine::agreed)))
        .sorted(
            Comparator.comparingInt((KeptGroup one) -> -one.agreed().n())
                .thenComparing(KeptGroup::key))
        .limit(MOST_GROUPS)
        .toList();
  }
}
