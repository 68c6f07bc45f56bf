package org.vitrine.loyalty;

import org.vitrine.access.Guards;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;

/** How loyal customers are, from what they order. */
public final class LoyaltyFeature {
  private LoyaltyFeature() {}

  public static Feature of(Loyalty loyalty, Companies companies, Guards guards) {
    return Feature.named("loyalty").answering(new LoyaltyRoutes(loyalty, companies, guards));
  }
}
