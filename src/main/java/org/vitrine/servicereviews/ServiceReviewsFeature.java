package org.vitrine.servicereviews;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** The service itself, looked over every quarter. */
public final class ServiceReviewsFeature {
  private ServiceReviewsFeature() {}

  public static Feature of(ServiceReviews reviews, Guards guards, Idempotency idempotency) {
    return Feature.named("service-reviews")
        .answering(new ServiceReviewRoutes(reviews, guards, idempotency))
        .showing(
            PageEntry.of("/service-reviews", "service-reviews/pages/service-reviews.js")
                .needing(Permission.REVIEW_SERVICE.code())
                .inMenu(CARE, 50, "nav.service-reviews"),
            PageEntry.of("/service-reviews/:quarter", "service-reviews/pages/service-review.js")
                .needing(Permission.REVIEW_SERVICE.code()));
  }
}
