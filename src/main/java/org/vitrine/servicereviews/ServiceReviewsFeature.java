package org.vitrine.servicereviews;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;

/** The service itself, looked over every quarter. */
public final class ServiceReviewsFeature {
  private ServiceReviewsFeature() {}

  public static Feature of(ServiceReviews reviews, Guards guards, Idempotency idempotency) {
    return Feature.named("service-reviews")
        .answering(new ServiceReviewRoutes(reviews, guards, idempotency));
  }
}
