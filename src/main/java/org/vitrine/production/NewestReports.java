package org.vitrine.production;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.production.OrderSnapshot.RecordedReport;

/**
 * The newest of what was heard, of each kind that not everybody may hear, and how much there is of
 * it: enough for a page, however long the history.
 */
public record NewestReports(Map<ReportGroup, Part> parts) {
  static final NewestReports NONE = new NewestReports(Map.of());

  private static final int KEPT = 20;

  /** What makes a difference in who may hear of it. */
  public enum ReportGroup {
    WORK,
    READING,
    /** What no stage of the routing knows, or what came after the order was cancelled. */
    UNMAPPED_WORK,
    UNMAPPED_READING;

    static ReportGroup of(Report report, boolean mapped) {
      if (report.isReading()) {
        return mapped ? READING : UNMAPPED_READING;
      }
      return mapped ? WORK : UNMAPPED_WORK;
    }
  }

  /**
   * Reports of some kinds.
   *
   * @param count how many there are, those included that were replaced
   * @param newest the last of them, in the order in which they happened
   */
  public record Part(int count, List<RecordedReport> newest) {
    private static final Part NONE = new Part(0, List.of());
    private static final Comparator<RecordedReport> BY_TIME =
        Comparator.comparing(RecordedReport::report, Report.BY_TIME);

    Part where(Predicate<RecordedReport> stands) {
      return new Part(count, newest.stream().filter(stands).toList());
    }

    private Part and(Part other) {
      List<RecordedReport> all = new ArrayList<>(newest);
      all.addAll(other.newest);
      all.sort(BY_TIME);
      List<RecordedReport> last = all.subList(Math.max(0, all.size() - KEPT), all.size());
      return new Part(count + other.count, List.copyOf(last));
    }
  }

  public NewestReports {
    parts = Map.copyOf(parts);
  }

  /** With more, which were not heard before. */
  NewestReports plus(Map<ReportGroup, List<RecordedReport>> heard) {
    Map<ReportGroup, Part> more = new EnumMap<>(ReportGroup.class);
    more.putAll(parts);
    heard.forEach(
        (kind, next) ->
            more.put(kind, parts.getOrDefault(kind, Part.NONE).and(new Part(next.size(), next))));
    return new NewestReports(more);
  }

  /** Those of these kinds together. */
  Part of(Set<ReportGroup> kinds) {
    return parts.entrySet().stream()
        .filter(part -> kinds.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Part.NONE, Part::and);
  }
}
