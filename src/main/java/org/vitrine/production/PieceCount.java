package org.vitrine.production;

/**
 * What reports counted, added up, in thousandths of a piece or of what is measured.
 *
 * @param good finished well at the first go
 * @param reworked finished well when they were worked on again
 * @param reworks how many of the reports are of rework
 */
record PieceCount(
    long good, long reworked, long rejected, long scrapped, int reports, int reworks) {
  static final PieceCount NONE = new PieceCount(0, 0, 0, 0, 0, 0);

  PieceCount plus(Report report) {
    return with(report, 1);
  }

  PieceCount minus(Report report) {
    return with(report, -1);
  }

  private PieceCount with(Report report, int sign) {
    Report.Pieces pieces = report.pieces();
    return new PieceCount(
        good + (pieces.isRework() ? 0 : sign * pieces.goodOrNone().thousandths()),
        reworked + (pieces.isRework() ? sign * pieces.goodOrNone().thousandths() : 0),
        rejected + sign * pieces.rejectedOrNone().thousandths(),
        scrapped + sign * pieces.scrappedOrNone().thousandths(),
        reports + sign,
        reworks + (pieces.isRework() ? sign : 0));
  }
}
