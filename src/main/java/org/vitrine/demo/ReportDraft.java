package org.vitrine.demo;

import java.time.Instant;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.production.Report;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Report.Pieces;
import org.vitrine.production.Report.Place;
import org.vitrine.production.Report.Reading;
import org.vitrine.production.ReportKind;

/** What somebody or something in the plant says, all but when. */
record ReportDraft(
    ReportKind kind,
    Place place,
    Pieces pieces,
    Reading reading,
    LocalizedText reason,
    Origin origin) {

  static Pieces pieces(int good, int rejected, int scrapped) {
    return new Pieces(
        Amount.of(good),
        rejected == 0 ? null : Amount.of(rejected),
        scrapped == 0 ? null : Amount.of(scrapped),
        null,
        null);
  }

  static Pieces reworked(int good) {
    return new Pieces(Amount.of(good), null, null, true, null);
  }

  /** Where in the plant it is said, and by whom. */
  record Post(Place place, Origin origin) {
    ReportDraft started() {
      return said(ReportKind.STARTED, Pieces.NONE, Reading.NONE, null);
    }

    ReportDraft progressed(Pieces pieces) {
      return said(ReportKind.PROGRESSED, pieces, Reading.NONE, null);
    }

    /** Of the stage as a whole. */
    ReportDraft finished(Pieces pieces) {
      Place wholeStage = new Place(place.line(), place.stage(), null);
      return new ReportDraft(ReportKind.FINISHED, wholeStage, pieces, Reading.NONE, null, origin);
    }

    ReportDraft held(LocalizedText reason) {
      return said(ReportKind.HELD, Pieces.NONE, Reading.NONE, reason);
    }

    ReportDraft resumed() {
      return said(ReportKind.RESUMED, Pieces.NONE, Reading.NONE, null);
    }

    ReportDraft read(Reading reading) {
      return said(ReportKind.READING, Pieces.NONE, reading, null);
    }

    /** A picture of it was taken. */
    ReportDraft seen() {
      return said(ReportKind.SEEN, Pieces.NONE, Reading.NONE, null);
    }

    private ReportDraft said(
        ReportKind kind, Pieces pieces, Reading reading, LocalizedText reason) {
      return new ReportDraft(kind, place, pieces, reading, reason, origin);
    }
  }

  /** The report that says it; what began with it began then, where it took any time. */
  Report report(String id, String order, Instant began, Instant happened) {
    return new Report(
        new Report.Reference(id, order, null),
        place,
        kind,
        pieces,
        reading,
        reason,
        origin,
        new Report.Timing(began.equals(happened) ? null : began, happened));
  }
}
