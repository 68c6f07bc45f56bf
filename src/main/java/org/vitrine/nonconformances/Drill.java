package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One drill: a lot of which it is found out where all of it is.
 *
 * @param half of which year it is: 2026-2
 * @param due the last day of that
 * @param tracedAt when everything was known, or said not to be
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Drill(
    long id,
    String half,
    LocalDate due,
    String lot,
    Instant drawnAt,
    Optional<DrillStart> started,
    Optional<Instant> tracedAt,
    Optional<DrillResult> result) {
  private static final int SECOND_HALF = 7;

  /** When the clock began to run, and who began. */
  record DrillStart(Instant at, String by) {}

  /**
   * What was found.
   *
   * @param reached lots and pieces that are known to be reached
   * @param companies to how many of them went
   * @param gaps of how many it could not be shown
   * @param beyond how many of these are too many to be asked for one by one: they are unknown
   */
  record DrillResult(
      int reached, int house, int road, int customer, int companies, int gaps, int beyond) {}

  /** What somebody says of a gap. */
  enum GapAnswer {
    @JsonProperty("affected")
    AFFECTED,
    @JsonProperty("free")
    FREE,
    /** Nobody can tell. */
    @JsonProperty("unknown")
    UNKNOWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static GapAnswer of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * Something that cannot be shown to be free of the lot.
   *
   * @param place among those of its drill
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DrillGap(
      int place, String kind, String code, Optional<String> order, Optional<GapFinding> answered) {}

  /** What somebody said of a gap. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record GapFinding(GapAnswer answer, Optional<String> note, Instant at, String by) {}

  Drill started(DrillStart start, DrillResult found) {
    return new Drill(id, half, due, lot, drawnAt, Optional.of(start), tracedAt, Optional.of(found));
  }

  Drill traced(Instant at) {
    return new Drill(id, half, due, lot, drawnAt, started, Optional.of(at), result);
  }

  /** The half of a year in which a day lies. */
  static String half(LocalDate day) {
    return day.getYear() + "-" + (day.getMonthValue() < SECOND_HALF ? 1 : 2);
  }

  static LocalDate endOfHalf(LocalDate day) {
    return day.getMonthValue() < SECOND_HALF
        ? LocalDate.of(day.getYear(), 6, 30)
        : LocalDate.of(day.getYear(), 12, 31);
  }

  static LocalDate day(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone);
  }
}
