package org.vitrine.production;

import java.time.Instant;
import java.util.Collection;

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
        reports.stream().filter(report -> !report.isRework()).mapToInt(Report::goodPieces).sum(),
        reports.stream().mapToInt(Report::rejectedPieces).sum(),
        reports.stream().mapToInt(Report::scrappedPieces).sum(),
        reports.size(),
        reports.stream().anyMatch(Report::isRework));
  }
}
