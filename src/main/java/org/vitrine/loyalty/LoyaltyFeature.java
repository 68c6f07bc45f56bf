package org.vitrine.loyalty;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** How loyal customers are, from what they order. */
public final class LoyaltyFeature {
  private LoyaltyFeature() {}

  public static Feature of(Loyalty loyalty, Companies companies, Guards guards) {
    return Feature.named("loyalty")
        .answering(new LoyaltyRoutes(loyalty, companies, guards))
        .showing(
            PageEntry.of("/loyalty", "loyalty/pages/loyalty.js")
                .needing(Permission.READ_LOYALTY.code())
                .inMenu(CARE, 30, "nav.loyalty"))
        .extending("/companies/:code", "loyalty/pages/on-company.js");
  }
}
