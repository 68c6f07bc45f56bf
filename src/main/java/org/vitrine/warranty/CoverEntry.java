package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.vitrine.platform.Rejection;

/**
 * An entry of the ledger of cover, which is only ever added to.
 *
 * @param from the day from which it counts, where the plant is
 * @param months how long; absent where cover is voided
 * @param part which part was repaired, for {@link CoverKind#PART} alone
 * @param reason why, for whoever owned it on that day to read; absent for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverEntry(
    CoverKind kind, LocalDate from, Integer months, String part, String reason) {
  /** Directive (EU) 2019/771, article 10(6), as amended by (EU) 2024/1799. */
  static final int MONTHS_BY_LAW = 12;

  static final int MOST_MONTHS = 600;
  private static final int LONGEST_TEXT = 500;
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final int MOST_YEARS_AHEAD = 100;

  public CoverEntry {
    if (kind == null) {
      throw new Rejection.Invalid("kind", "Say what it is");
    }
    if (from == null
        || from.isBefore(EARLIEST)
        || ChronoUnit.YEARS.between(EARLIEST, from) > MOST_YEARS_AHEAD) {
      throw new Rejection.Invalid("from", "Give the day from which it counts, from 1970 on");
    }
    requireMonths(kind, months);
    part = stripped("part", part);
    reason = stripped("reason", reason);
    if ((kind == CoverKind.PART) != (part != null)) {
      throw new Rejection.Invalid(
          "part",
          kind == CoverKind.PART
              ? "Say which part was repaired"
              : "Only the cover of a part names one");
    }
  }

  /** Whether something is given or taken away and nobody would know why. */
  boolean lacksReason() {
    return reason == null && (kind == CoverKind.VOIDED || kind == CoverKind.GOODWILL);
  }

  private static void requireMonths(CoverKind kind, Integer months) {
    if (kind == CoverKind.VOIDED) {
      if (months != null) {
        throw new Rejection.Invalid("months", "What is voided is so from a day on, for no time");
      }
    } else if (months == null || months < 1 || months > MOST_MONTHS) {
      throw new Rejection.Invalid("months", "Must be a whole number from 1 to " + MOST_MONTHS);
    }
    if (kind == CoverKind.LAW && months != MONTHS_BY_LAW) {
      throw new Rejection.Invalid("months", "By law it is " + MONTHS_BY_LAW + " months");
    }
  }

  private static String stripped(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Rejection.Invalid(field, "At most %d characters".formatted(LONGEST_TEXT));
    }
    return text.strip();
  }

  static CoverEntry base(LocalDate from, int months) {
    return new CoverEntry(CoverKind.BASE, from, months, null, null);
  }

  static CoverEntry byLaw(LocalDate from) {
    return new CoverEntry(CoverKind.LAW, from, MONTHS_BY_LAW, null, null);
  }

  /** The last day that it covers, counted from its own. */
  LocalDate end() {
    return from.plusMonths(months);
  }
}
