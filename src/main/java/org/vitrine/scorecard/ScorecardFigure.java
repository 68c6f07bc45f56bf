package org.vitrine.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Share;

/**
 * One number of a month.
 *
 * @param name small letters and dashes; of what it is among several alike, {@code group}
 * @param definition the edition of what it means
 * @param group the code and the name of what it is counted for; absent where of all
 * @param shown absent where it is of too few to be shown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScorecardFigure(
    String name,
    int definition,
    ScorecardUnit unit,
    Optional<ScorecardGroup> group,
    Optional<FigureShown> shown) {
  /** Of fewer lines, answers or companies nothing is shown. */
  public static final int FEWEST = 5;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final int HUNDRED = 100;

  public ScorecardFigure {
    if (!NAME.matcher(name).matches() || definition < 1) {
      throw new IllegalArgumentException(name + " " + definition);
    }
  }

  /** What a number is in. */
  public enum ScorecardUnit {
    /** Per cent. */
    @JsonProperty("share")
    SHARE,
    @JsonProperty("days")
    DAYS,
    @JsonProperty("count")
    COUNT,
    /** Points, as the definition says. */
    @JsonProperty("score")
    SCORE
  }

  /**
   * One of several for which the same is counted.
   *
   * @param name a routing's as it is called, a survey's in its languages
   */
  public record ScorecardGroup(String code, LocalizedText name) {}

  /**
   * A number that is shown, rounded to a tenth.
   *
   * @param of of how many; absent of what is only counted
   * @param hits how many of them, where it is a share
   * @param low from here in 19 of 20 cases; absent, as {@code high}, of what is counted whole
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FigureShown(
      Optional<Long> of,
      Optional<Long> hits,
      BigDecimal value,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high) {}

  /** How many of how many. */
  static ScorecardFigure share(
      String name, int definition, Optional<ScorecardGroup> group, FigureBase base, long hits) {
    if (base.isSmall()) {
      return hidden(name, definition, ScorecardUnit.SHARE, group);
    }
    Share share = new Share(Math.toIntExact(hits), Math.toIntExact(base.count()));
    Interval interval = share.interval().times(HUNDRED);
    return new ScorecardFigure(
        name,
        definition,
        ScorecardUnit.SHARE,
        group,
        Optional.of(
            new FigureShown(
                Optional.of(base.count()),
                Optional.of(hits),
                tenth(share.figure() * HUNDRED),
                Optional.of(tenth(interval.low())),
                Optional.of(tenth(interval.high())))));
  }

  /** A number of days, of so many. */
  static ScorecardFigure days(String name, int definition, FigureBase base, double days) {
    return base.isSmall()
        ? hidden(name, definition, ScorecardUnit.DAYS, Optional.empty())
        : new ScorecardFigure(
            name,
            definition,
            ScorecardUnit.DAYS,
            Optional.empty(),
            Optional.of(
                new FigureShown(
                    Optional.of(base.count()),
                    Optional.empty(),
                    tenth(days),
                    Optional.empty(),
                    Optional.empty())));
  }

  /** A number of points of those who answered, and where it lies at 95 %. */
  static ScorecardFigure score(
      String name, int definition, ScorecardGroup group, long of, double value, Interval interval) {
    return new ScorecardFigure(
        name,
        definition,
        ScorecardUnit.SCORE,
        Optional.of(group),
        Optional.of(
            new FigureShown(
                Optional.of(of),
                Optional.empty(),
                tenth(value),
                Optional.of(tenth(interval.low())),
                Optional.of(tenth(interval.high())))));
  }

  static ScorecardFigure count(String name, int definition, long count) {
    return new ScorecardFigure(
        name,
        definition,
        ScorecardUnit.COUNT,
        Optional.empty(),
        Optional.of(
            new FigureShown(
                Optional.empty(),
                Optional.empty(),
                BigDecimal.valueOf(count),
                Optional.empty(),
                Optional.empty())));
  }

  static ScorecardFigure hidden(
      String name, int definition, ScorecardUnit unit, Optional<ScorecardGroup> group) {
    return new ScorecardFigure(name, definition, unit, group, Optional.empty());
  }

  /** The same, not shown. */
  ScorecardFigure leftOut() {
    return hidden(name, definition, unit, group);
  }

  /** As it is when it was written and read again: 80, not 80.0, and never 8E+1. */
  static BigDecimal tenth(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /**
   * What a figure is of.
   *
   * @param count lines, pieces, commitments
   * @param companies whose they are
   */
  record FigureBase(long count, long companies) {
    boolean isSmall() {
      return count < FEWEST || companies < FEWEST;
    }
  }
}
