package org.vitrine.products;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** Templates of products. Their page stands with the forms that place orders by them. */
public final class ProductsFeature {
  private ProductsFeature() {}

  public static Feature of(Products products, Guards guards) {
    return Feature.named("products")
        .answering(new ProductRoutes(products, guards))
        .foundBy(new TemplateFinder())
        .showing(
            PageEntry.of("/products", "ordering/pages/products.js")
                .needing(Permission.KEEP_PRODUCTS.code())
                .inMenu(MANAGE, 12, "nav.products"));
  }
}
