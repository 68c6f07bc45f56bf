package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a piece is covered, derived from its ledger:
 *
 * <ul>
 *   <li>of several bases the last counts, in the place of the first;
 *   <li>an extension goes on from the last day that is covered, or from its own day if that is
 *       later;
 *   <li>a repaired part is covered by itself and makes the rest no longer;
 *   <li>a replacement is covered at least so long, never shorter than it was;
 *   <li>the law adds its months once, while the piece is covered;
 *   <li>what is voided ends the day before, parts included, and only goodwill goes on after it.
 * </ul>
 *
 * @param until the last day that is covered, where the plant is; absent where nothing has begun
 * @param voided why it ended before its time, empty for whom that was not written; absent where it
 *     did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cover(LocalDate until, String voided, List<CoveredPart> parts) {

  /** A part that is covered by itself until the end of a day. */
  public record CoveredPart(String part, LocalDate until) {}

  public Cover {
    parts = List.copyOf(parts);
  }

  /**
   * @param ledger in its order
   */
  public static Cover derivedFrom(List<CoverEntry> ledger) {
    Reckoning reckoning = new Reckoning();
    ledger.stream()
        .filter(entry -> entry.kind() == CoverKind.BASE)
        .reduce((earlier, later) -> later)
        .ifPresent(base -> reckoning.until = base.end());
    ledger.forEach(reckoning::add);
    return reckoning.result();
  }

  /** Whether the piece itself is covered on this day. */
  public boolean lastsOn(LocalDate day) {
    return until != null && !day.isAfter(until);
  }

  /** What is known after some of the entries. */
  private static final class Reckoning {
    private LocalDate until;
    private String voided;
    private boolean addedByLaw;
    private final Map<String, LocalDate> parts = new LinkedHashMap<>();

    private void add(CoverEntry entry) {
      if (voided != null && entry.kind() != CoverKind.GOODWILL) {
        return;
      }
      switch (entry.kind()) {
        case BASE -> {
          // The last one counts already.
        }
        case EXTENSION -> goOn(entry);
        case GOODWILL -> {
          voided = null;
          goOn(entry);
        }
        case PART -> parts.merge(entry.part(), entry.end(), Reckoning::later);
        case REPLACEMENT -> until = until == null ? entry.end() : later(until, entry.end());
        case LAW -> {
          if (!addedByLaw && until != null && !entry.from().isAfter(until)) {
            addedByLaw = true;
            goOn(entry);
          }
        }
        case VOIDED -> end(entry.from().minusDays(1), entry.reason() == null ? "" : entry.reason());
      }
    }

    private void goOn(CoverEntry entry) {
      until =
          (until == null ? entry.from() : later(until, entry.from())).plusMonths(entry.months());
    }

    private void end(LocalDate lastDay, String reason) {
      voided = reason;
      until = until == null || until.isAfter(lastDay) ? lastDay : until;
      parts.replaceAll((part, end) -> end.isAfter(lastDay) ? lastDay : end);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    private Cover result() {
      return new Cover(
          until,
          voided,
          parts.entrySet().stream()
              .map(part -> new CoveredPart(part.getKey(), part.getValue()))
              .toList());
    }
  }
}
