package org.vitrine.products;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** Templates of products. */
public final class ProductsFeature {
  private ProductsFeature() {}

  public static Feature of(Products products, Guards guards) {
    return Feature.named("products").answering(new ProductRoutes(products, guards));
  }
}
