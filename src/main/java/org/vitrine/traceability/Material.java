package org.vitrine.traceability;

import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.words.Language;

/** A product by which lots and pieces of one kind are known, in whatever language it is written. */
final class Material {
  /** Of what nobody said which product it is. */
  static final String UNKNOWN = "";

  private Material() {}

  static String of(LocalizedText product) {
    return product == null ? UNKNOWN : OrderNumber.key(product.in(Language.ENGLISH));
  }
}
