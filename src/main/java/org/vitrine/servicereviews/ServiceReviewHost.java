package org.vitrine.servicereviews;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.servicereviews.ServiceReviewDesk.ReviewAction;
import org.vitrine.servicereviews.ServiceReviewDesk.SaveConclusions;

/** What somebody does about the review of one quarter, otherwise than by HTTP. */
public final class ServiceReviewHost {
  private final ServiceReviews reviews;
  private final ServiceQuarter quarter;
  private final Actor by;

  ServiceReviewHost(ServiceReviews reviews, ServiceQuarter quarter, Actor by) {
    this.reviews = reviews;
    this.quarter = quarter;
    this.by = by;
  }

  /** The first day after the quarter. */
  public LocalDate since() {
    return quarter.last().plusDays(1);
  }

  /** Begins it, with what follows from it. */
  public void conclude(String conclusions) {
    reviews.desk().begin(quarter, by);
    reviews.desk().conclude(quarter, new SaveConclusions(conclusions), Optional.empty(), by);
  }

  /**
   * @param owner by e-mail address
   */
  public void raise(String text, String owner, LocalDate due) {
    reviews.desk().raise(quarter, new ReviewAction(text, owner, due), by);
  }

  /** From then on it stays as it is. */
  public void sign() {
    reviews.desk().sign(quarter, reviews.today(), Optional.empty(), by);
  }
}
