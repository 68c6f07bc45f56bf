package org.vitrine.reviews;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/**
 * A question that is put to companies for a while.
 *
 * @param mostEach how much one person may propose
 * @param proposals how many there are
 */
public record Review(
    ReviewNumber number,
    String title,
    String question,
    Instant opens,
    Instant closes,
    WhoseWord word,
    Set<Tier> tiers,
    List<CompanyId> companies,
    int mostEach,
    int proposals) {
  /** How much is proposed in one review. */
  public static final int MOST = 10_000;

  public Review {
    tiers = Set.copyOf(tiers);
    companies = List.copyOf(companies);
  }

  boolean isOpen(Instant now) {
    return !now.isBefore(opens) && now.isBefore(closes);
  }

  void requireOpen(Instant now) {
    if (now.isBefore(opens)) {
      throw new Rejection.Conflict("This review has not opened yet");
    }
    if (!now.isBefore(closes)) {
      throw new Rejection.Conflict("This review has closed; what was said until then counts");
    }
  }

  void requireRoom() {
    if (proposals >= MOST) {
      throw isFull();
    }
  }

  static Rejection.Conflict isFull() {
    return new Rejection.Conflict(
        "This review has reached its limit of %,d proposals; you can still support others"
            .formatted(MOST));
  }
}
