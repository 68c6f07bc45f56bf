package org.vitrine.production;

/**
 * Pieces that reports named, added up.
 *
 * @param good finished well; those of rework are not counted a second time
 * @param reworks how many of the reports are of rework
 */
record PieceCount(long good, long rejected, long scrapped, int reports, int reworks) {
  static final PieceCount NONE = new PieceCount(0, 0, 0, 0, 0);

  PieceCount plus(Report report) {
    return with(report, 1);
  }

  PieceCount minus(Report report) {
    return with(report, -1);
  }

  private PieceCount with(Report report, int sign) {
    Report.Pieces pieces = report.pieces();
    return new PieceCount(
        good + (pieces.isRework() ? 0 : sign * pieces.goodOrNone()),
        rejected + sign * pieces.rejectedOrNone(),
        scrapped + sign * pieces.scrappedOrNone(),
        reports + sign,
        reworks + (pieces.isRework() ? sign : 0));
  }
}
