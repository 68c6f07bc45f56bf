package org.vitrine.warranty;

import org.vitrine.access.Guards;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;

/** What is promised of pieces after they have left, and how it is found out. */
public final class WarrantyFeature {
  private WarrantyFeature() {}

  public static Feature of(Warranty warranty, Companies companies, Guards guards) {
    return Feature.named("warranty").answering(new WarrantyRoutes(warranty, companies, guards));
  }
}
