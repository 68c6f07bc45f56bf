package org.vitrine.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.platform.json.Json;

/**
 * What is frozen, as it is published.
 *
 * @param rows in the order in which they were frozen
 */
record PublishedMonths(Openness opened, List<FrozenMonth> rows) {
  private static final int TAG_DIGITS = 16;

  PublishedMonths {
    rows = List.copyOf(rows);
  }

  /**
   * A row as it is read: whoever has the card can reckon the hash.
   *
   * @param card canonical JSON
   */
  record ShownRow(String hash, @JsonRawValue String card) {
    static ShownRow of(FrozenMonth row) {
      return new ShownRow(row.hash(), row.content());
    }
  }

  /**
   * A month with all that was said of it.
   *
   * @param frozen else the card is what would be frozen now
   * @param hash absent of what is not frozen
   * @param card as it was first
   * @param corrections in the order in which they were made; the last is what holds
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ShownMonth(
      YearMonth month,
      @JsonInclude boolean frozen,
      Optional<String> hash,
      @JsonRawValue String card,
      List<ShownRow> corrections) {
    static ShownMonth notFrozen(YearMonth month, MonthCard card) {
      return new ShownMonth(month, false, Optional.empty(), Json.text(card), List.of());
    }
  }

  /**
   * A month in a list.
   *
   * @param figures as they hold now
   */
  record ListedMonth(
      YearMonth month, String hash, int corrections, List<ScorecardFigure> figures) {}

  Optional<ShownMonth> month(YearMonth month) {
    List<FrozenMonth> all = of(month);
    return all.stream()
        .findFirst()
        .map(
            first ->
                new ShownMonth(
                    month,
                    true,
                    Optional.of(first.hash()),
                    first.content(),
                    all.stream().skip(1).map(ShownRow::of).toList()));
  }

  /** All rows of a month, in their order. */
  List<FrozenMonth> of(YearMonth month) {
    return rows.stream().filter(row -> row.month().equals(month)).toList();
  }

  /** The newest months first. */
  List<ListedMonth> newest(int most) {
    Map<YearMonth, List<FrozenMonth>> byMonth = new TreeMap<>(Comparator.reverseOrder());
    rows.stream()
        .map(FrozenMonth::month)
        .distinct()
        .forEach(month -> byMonth.put(month, of(month)));
    return byMonth.entrySet().stream()
        .limit(most)
        .map(
            one ->
                new ListedMonth(
                    one.getKey(),
                    one.getValue().getLast().hash(),
                    one.getValue().size() - 1,
                    one.getValue().getLast().card().figures()))
        .toList();
  }

  /** Another one whenever anything of it is. */
  String tag() {
    String last = rows.isEmpty() ? "" : rows.getLast().hash().substring(0, TAG_DIGITS);
    return "\"%s-%d-%s\"".formatted(opened.code(), rows.size(), last);
  }
}
