package org.vitrine.connectors;

import org.vitrine.intake.FetchedOutcome;

/**
 * What came of a run.
 *
 * @param read records that were looked at
 * @param same those of them that say what they said before
 * @param gone those that the other system no longer has
 */
public record PullCounts(int read, int created, int changed, int same, int refused, int gone) {
  static final PullCounts NOTHING = new PullCounts(0, 0, 0, 0, 0, 0);

  PullCounts and(FetchedOutcome outcome) {
    if (outcome.isRefused()) {
      return new PullCounts(read + 1, created, changed, same, refused + 1, gone);
    }
    return switch (outcome.saved()) {
      case CREATED -> new PullCounts(read + 1, created + 1, changed, same, refused, gone);
      case CHANGED -> new PullCounts(read + 1, created, changed + 1, same, refused, gone);
      case UNCHANGED -> andSame(1);
    };
  }

  PullCounts andSame(int more) {
    return new PullCounts(read + more, created, changed, same + more, refused, gone);
  }

  PullCounts andGone(int more) {
    return new PullCounts(read, created, changed, same, refused, gone + more);
  }
}
