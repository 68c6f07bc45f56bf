package org.vitrine.servicereviews;

import java.util.Optional;
import org.vitrine.platform.changes.Change;

/** That a review was begun, written or signed, for other rooms to hear; the key is its quarter. */
public final class ServiceReviewChange {
  public static final String KIND = "service-review";

  private ServiceReviewChange() {}

  static Change of(ServiceReview review) {
    return new Change(KIND, review.quarter().toString(), review.version(), Optional.empty());
  }
}
