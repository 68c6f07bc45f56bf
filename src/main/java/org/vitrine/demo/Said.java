package org.vitrine.demo;

import java.math.BigDecimal;
import java.time.Instant;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;

/** What somebody or something in the plant says, all but when. */
record Said(
    ReportKind kind,
    int line,
    String stage,
    String operation,
    Pieces pieces,
    Reading reading,
    String reason,
    Post post) {
  private static final Reading NO_READING = new Reading(null, null, null, null);

  /** Pieces of one report; {@code rework} where they were worked on again. */
  record Pieces(Integer good, Integer rejected, Integer scrapped, Boolean rework) {
    static final Pieces NONE = new Pieces(null, null, null, null);

    static Pieces of(int good, int rejected, int scrapped) {
      return new Pieces(
          good, rejected == 0 ? null : rejected, scrapped == 0 ? null : scrapped, null);
    }

    static Pieces reworked(int good) {
      return new Pieces(good, null, null, true);
    }
  }

  /** A measured value, or a yes or no. */
  record Reading(String requirement, BigDecimal value, Boolean passed, String unit) {}

  /** Who says it, and from where. */
  record Post(Source source, String actor, String station) {}

  /** Where in the plant it is said. */
  record Place(int line, String stage, String operation, Post post) {
    Said started() {
      return said(ReportKind.STARTED, Pieces.NONE, NO_READING, null);
    }

    Said progressed(Pieces pieces) {
      return said(ReportKind.PROGRESSED, pieces, NO_READING, null);
    }

    /** Of the stage as a whole. */
    Said finished(Pieces pieces) {
      return new Said(ReportKind.FINISHED, line, stage, null, pieces, NO_READING, null, post);
    }

    Said held(String reason) {
      return said(ReportKind.HELD, Pieces.NONE, NO_READING, reason);
    }

    Said resumed() {
      return said(ReportKind.RESUMED, Pieces.NONE, NO_READING, null);
    }

    Said read(Reading reading) {
      return said(ReportKind.READING, Pieces.NONE, reading, null);
    }

    private Said said(ReportKind kind, Pieces pieces, Reading reading, String reason) {
      return new Said(kind, line, stage, operation, pieces, reading, reason, post);
    }
  }

  /** The report that says it; what began with it began then, where it took any time. */
  Report report(String id, String order, Instant began, Instant happened) {
    return new Report(
        id,
        order,
        line,
        stage,
        operation,
        kind,
        pieces.good(),
        pieces.rejected(),
        pieces.scrapped(),
        pieces.rework(),
        null,
        reading.requirement(),
        reading.value(),
        reading.passed(),
        reading.unit(),
        reason,
        post.source(),
        post.actor(),
        post.station(),
        began.equals(happened) ? null : began,
        happened,
        null);
  }
}
