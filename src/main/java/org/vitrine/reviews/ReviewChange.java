package org.vitrine.reviews;

import java.util.Optional;
import org.vitrine.platform.changes.Change;

/** Something about a review is different; its pages are read again. */
public final class ReviewChange {
  public static final String KIND = "review";

  private ReviewChange() {}

  static Change of(ReviewNumber number) {
    return new Change(KIND, number.toString(), 0, Optional.empty());
  }
}
