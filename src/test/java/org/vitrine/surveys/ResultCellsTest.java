package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.companies.Tier;

class ResultCellsTest {
  private static final int TRIED = 3_000;

  /**
   * Whatever is told by any filters may be joined, taken from one another and from all, again and
   * again: nothing that comes of it has fewer than so many.
   */
  @ParameterizedTest
  @ValueSource(ints = {QuestionShaping.FIGURES_FROM, QuestionShaping.TEXTS_FROM})
  void nothing_that_filters_tell_can_be_taken_apart_into_fewer(int least) {
    Random random = new Random(15);
    int several = 0;
    for (int tried = 0; tried < TRIED; tried++) {
      List<ResultSheet> sheets = sheets(random);
      ResultCells cells = ResultCells.of(sheets, least);
      List<Set<Integer>> told =
          filters().stream()
              .filter(cells::shows)
              .map(filter -> taken(sheets, filter))
              .filter(any -> !any.isEmpty())
              .toList();
      several += told.size() > 2 ? 1 : 0;
      for (Set<Integer> part : parts(told, sheets.size())) {
        assertThat(part).as("%s of %s", told, sheets).hasSizeGreaterThanOrEqualTo(least);
      }
    }
    assertThat(several).as("random sheets of which something can be told apart").isGreaterThan(100);
  }

  /** The finest that all differences and intersections of these can come to. */
  private static List<Set<Integer>> parts(List<Set<Integer>> told, int of) {
    List<Set<Integer>> parts = new ArrayList<>();
    if (told.isEmpty()) {
      return parts;
    }
    parts.add(new HashSet<>(IntStream.range(0, of).boxed().toList()));
    for (Set<Integer> one : told) {
      List<Set<Integer>> finer = new ArrayList<>();
      for (Set<Integer> part : parts) {
        Set<Integer> in = new HashSet<>(part);
        in.retainAll(one);
        Set<Integer> out = new HashSet<>(part);
        out.removeAll(one);
        finer.add(in);
        finer.add(out);
      }
      parts = new ArrayList<>(finer.stream().filter(part -> !part.isEmpty()).toList());
    }
    return parts;
  }

  private static Set<Integer> taken(List<ResultSheet> sheets, ResultFilter filter) {
    Set<Integer> taken = new HashSet<>();
    for (int at = 0; at < sheets.size(); at++) {
      if (filter.takes(sheets.get(at))) {
        taken.add(at);
      }
    }
    return taken;
  }

  private static List<ResultFilter> filters() {
    List<ResultFilter> filters = new ArrayList<>();
    for (Optional<Tier> tier : orNone(List.of(Tier.values()))) {
      for (Optional<SheetChannel> channel : orNone(List.of(SheetChannel.values()))) {
        for (Optional<LocalDate> from : orNone(List.of(day(2), day(5)))) {
          filters.add(new ResultFilter(tier, channel, from));
        }
      }
    }
    return filters;
  }

  private static <T> List<Optional<T>> orNone(List<T> values) {
    List<Optional<T>> all = new ArrayList<>(List.of(Optional.empty()));
    values.forEach(value -> all.add(Optional.of(value)));
    return all;
  }

  private static List<ResultSheet> sheets(Random random) {
    int tiers = 1 + random.nextInt(3);
    int channels = 1 + random.nextInt(3);
    return IntStream.range(0, random.nextInt(60))
        .mapToObj(
            at ->
                sheet(
                    Tier.values()[random.nextInt(tiers)],
                    SheetChannel.values()[random.nextInt(channels)],
                    1 + random.nextInt(8)))
        .toList();
  }

  private static ResultSheet sheet(Tier tier, SheetChannel channel, int day) {
    return new ResultSheet(
        channel, Optional.of(day(day)), Optional.of(tier), Optional.empty(), Map.of());
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, day);
  }

  @Test
  void a_single_answer_elsewhere_keeps_all_others_together() {
    List<ResultSheet> sheets = new ArrayList<>();
    IntStream.range(0, 20).forEach(at -> sheets.add(sheet(Tier.GOLD, SheetChannel.PAGE, 1)));
    assertThat(ResultCells.of(sheets, 5)).isEqualTo(ResultCells.BOTH);

    sheets.add(sheet(Tier.SILVER, SheetChannel.PAGE, 1));
    assertThat(ResultCells.of(sheets, 5)).isEqualTo(ResultCells.CHANNELS);

    sheets.add(sheet(Tier.GOLD, SheetChannel.MAIL, 1));
    assertThat(ResultCells.of(sheets, 5)).isEqualTo(ResultCells.WHOLE);
  }
}
