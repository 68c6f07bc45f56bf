package org.vitrine.voices;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.voices.FigureKey.FigureDimension;

/**
 * Which figures are asked for.
 *
 * @param to the last month, which belongs to them
 * @param by what they are told apart by
 */
record FigureSearch(YearMonth from, YearMonth to, Set<FigureDimension> by) {
  private static final int MOST_MONTHS = 36;
  private static final int USUAL_MONTHS = 12;

  FigureSearch {
    if (to.isBefore(from)) {
      throw new Rejection.Invalid("to", "“%s” lies before “%s”".formatted(to, from));
    }
    if (to.isAfter(from.plusMonths(MOST_MONTHS - 1))) {
      throw new Rejection.Invalid(
          "from", "%s to %s are more than %d months".formatted(from, to, MOST_MONTHS));
    }
    by =
        Collections.unmodifiableSet(
            by.isEmpty() ? EnumSet.noneOf(FigureDimension.class) : EnumSet.copyOf(by));
  }

  /** As it stands in a query; a year until now where nothing is said. */
  static FigureSearch of(
      Optional<String> from, Optional<String> to, Optional<String> by, YearMonth now) {
    YearMonth last =
        to.map(text -> month("to", text))
            .orElseGet(() -> from.map(text -> later(month("from", text), now)).orElse(now));
    YearMonth first =
        from.map(text -> month("from", text)).orElse(last.minusMonths(USUAL_MONTHS - 1));
    return new FigureSearch(first, last, by.map(FigureSearch::dimensions).orElse(everything()));
  }

  private static YearMonth later(YearMonth a, YearMonth b) {
    return a.isAfter(b) ? a : b;
  }

  private static YearMonth month(String field, String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= 2000 && month.getYear() < 2200) {
        return month;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a year out of range.
    }
    throw new Rejection.Invalid(
        field, "“%s” is not a month such as 2026-11".formatted(Excerpt.of(text)));
  }

  private static Set<FigureDimension> everything() {
    return EnumSet.allOf(FigureDimension.class);
  }

  private static Set<FigureDimension> dimensions(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(FigureSearch::dimension)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FigureDimension.class)));
  }

  private static FigureDimension dimension(String code) {
    return Arrays.stream(FigureDimension.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "by",
                    "“%s” is not one of: month, department, kind, tier"
                        .formatted(Excerpt.of(code))));
  }

  Instant begins(ZoneId zone) {
    return from.atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The first moment after them. */
  Instant ends(ZoneId zone) {
    return to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
