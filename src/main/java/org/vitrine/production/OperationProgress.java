package org.vitrine.production;

import java.time.Instant;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What one shop-floor operation has reported, all its reports taken together. */
public record OperationProgress(
    String name,
    Instant began,
    Instant ended,
    int good,
    int rejected,
    int scrapped,
    int reports,
    boolean rework) {

  /** From at least one report. */
  static OperationProgress derivedFrom(String name, Collection<Report> reports) {
    return new OperationProgress(
        name,
        reports.stream().map(Report::beganAt).min(Instant::compareTo).orElseThrow(),
        reports.stream().map(Report::happenedAt).max(Instant::compareTo).orElseThrow(),
        pieces(reports.stream().filter(report -> !report.isRework()), Report::goodPieces),
        pieces(reports.stream(), Report::rejectedPieces),
        pieces(reports.stream(), Report::scrappedPieces),
        reports.size(),
        reports.stream().anyMatch(Report::isRework));
  }

  /** A sum that stays at the most a number can hold, rather than turn negative. */
  private static int pieces(Stream<Report> reports, ToIntFunction<Report> of) {
    return (int) Math.min(Integer.MAX_VALUE / 4, reports.mapToLong(of::applyAsInt).sum());
  }
}
