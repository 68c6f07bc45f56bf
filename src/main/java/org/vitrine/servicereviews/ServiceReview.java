package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody made of a quarter.
 *
 * @param version counts from 1, raised by each change
 * @param conclusions empty until somebody writes them
 * @param changed who wrote last
 * @param signed who signed, and when; it is never changed afterwards
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ServiceReview(
    ServiceQuarter quarter,
    int version,
    String conclusions,
    ReviewHand begun,
    ReviewHand changed,
    Optional<ReviewHand> signed) {

  /** Who, and when. */
  record ReviewHand(String by, Instant at) {}

  /** What somebody says beside what was signed. */
  record ReviewCorrection(String text, String by, Instant at) {}

  static ServiceReview begun(ServiceQuarter quarter, ReviewHand hand) {
    return new ServiceReview(quarter, 1, "", hand, hand, Optional.empty());
  }

  ServiceReview concluded(String text, ReviewHand hand) {
    return new ServiceReview(quarter, version + 1, text, begun, hand, signed);
  }

  ServiceReview signedBy(ReviewHand hand) {
    return new ServiceReview(quarter, version + 1, conclusions, begun, changed, Optional.of(hand));
  }
}
