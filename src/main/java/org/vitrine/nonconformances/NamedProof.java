package org.vitrine.nonconformances;

import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.words.Language;

/**
 * By what it is seen that an action worked: so many readings of a requirement of a product, one
 * after the other, each within its limits.
 *
 * @param goal how many pieces; a reading that names none is a piece of its own
 */
record NamedProof(LocalizedText product, String requirement, Integer goal) {
  private static final int MOST = 1_000;

  NamedProof {
    if (product == null || product.isBlank()) {
      throw new Rejection.Invalid("product", "Say of which product");
    }
    LocalizedText.requireAtMost("product", product, 200);
    LocalizedText.requireLanguages("product", product);
    TextLimit.atMost("requirement", requirement, 60);
    requirement = requirement == null ? "" : Blanks.stripped(requirement);
    if (requirement.isEmpty()) {
      throw new Rejection.Invalid("requirement", "Say which requirement, by its code");
    }
    if (goal == null || goal < 1 || goal > MOST) {
      throw new Rejection.Invalid("goal", "Say how many pieces, 1 to %,d".formatted(MOST));
    }
  }

  /** The same for a product in whatever language it is written. */
  static String key(LocalizedText product) {
    return OrderNumber.key(product.in(Language.ENGLISH));
  }
}
