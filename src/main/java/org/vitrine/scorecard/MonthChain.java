package org.vitrine.scorecard;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** Whether the months that were frozen are what they were when they were. */
public final class MonthChain {
  private MonthChain() {}

  /**
   * What was found.
   *
   * @param rows how many there are, corrections included
   * @param misfit the first month that does not fit, with why; absent where all do
   */
  public record ChainFinding(int rows, Optional<String> misfit) {}

  public static ChainFinding check(Queries queries) {
    try {
      return check(new FrozenMonthRepository().all(queries));
    } catch (DateTimeParseException noMonth) {
      return new ChainFinding(
          0, Optional.of("“%s” is no month".formatted(Excerpt.of(noMonth.getParsedString()))));
    }
  }

  /**
   * @param rows in their order
   */
  static ChainFinding check(List<FrozenMonth> rows) {
    for (int at = 0; at < rows.size(); at++) {
      Optional<String> misfit = misfit(rows.subList(0, at), rows.get(at));
      if (misfit.isPresent()) {
        return new ChainFinding(rows.size(), misfit);
      }
    }
    return new ChainFinding(rows.size(), Optional.empty());
  }

  private static Optional<String> misfit(List<FrozenMonth> before, FrozenMonth row) {
    if (row.sequence() != before.size() + 1) {
      return Optional.of("before %s, row %d is gone".formatted(row.month(), before.size() + 1));
    }
    if (!FrozenMonth.hashOf(row.content()).equals(row.hash())) {
      return Optional.of("%s is not what was frozen".formatted(named(row)));
    }
    return follows(before, row)
        ? Optional.empty()
        : Optional.of("%s does not follow what stands before it".formatted(named(row)));
  }

  private static boolean follows(List<FrozenMonth> before, FrozenMonth row) {
    Optional<MonthCard> card = card(row);
    String previous = before.isEmpty() ? FrozenMonth.NONE_BEFORE : before.getLast().hash();
    Optional<String> corrected =
        row.corrects()
            .filter(number -> number > 0 && number <= before.size())
            .map(number -> before.get(number - 1))
            .filter(one -> one.month().equals(row.month()))
            .map(FrozenMonth::hash);
    return card.filter(one -> row.month().equals(one.month()))
            .flatMap(MonthCard::seal)
            .filter(seal -> previous.equals(seal.previous()))
            .filter(seal -> seal.corrects().equals(corrected))
            .isPresent()
        && (row.corrects().isPresent() || isNext(before, row.month()));
  }

  /** A month that is frozen for the first time is the one after the last that was. */
  private static boolean isNext(List<FrozenMonth> before, YearMonth month) {
    return before.stream()
        .map(FrozenMonth::month)
        .max(YearMonth::compareTo)
        .map(last -> last.plusMonths(1).equals(month))
        .orElse(true);
  }

  private static Optional<MonthCard> card(FrozenMonth row) {
    try {
      return Optional.of(row.card());
    } catch (Rejection.Invalid unreadable) {
      return Optional.empty();
    }
  }

  private static String named(FrozenMonth row) {
    return row.corrects().isPresent() ? "the correction of " + row.month() : row.month().toString();
  }
}
