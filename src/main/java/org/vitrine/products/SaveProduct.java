package org.vitrine.products;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderLimits;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.TextLimit;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Rejection;

/** A template as it is sent; its code stands in the path. */
public record SaveProduct(
    LocalizedText name, Unit unit, String routing, List<Requirement> requirements) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CODE = 40;

  public SaveProduct {
    if (name == null || name.isBlank()) {
      throw new Rejection.Invalid("name", "Give the product’s name");
    }
    LocalizedText.requireAtMost("name", name, LONGEST_NAME);
    if (routing == null || routing.isBlank()) {
      throw new Rejection.Invalid("routing", "Say by which routing it is made");
    }
    requirements = requirements == null ? List.of() : List.copyOf(requirements);
  }

  /** Asked of what comes in, never of what is stored: the field that says too much is named. */
  void require() {
    LocalizedText.requireLanguages("name", name);
    TextLimit.atMost("routing", routing, LONGEST_CODE);
    OrderLimits.require("", requirements);
    Set<String> codes = new HashSet<>();
    for (int at = 0; at < requirements.size(); at++) {
      Requirement requirement = requirements.get(at);
      if (!codes.add(requirement.code())) {
        throw new Rejection.Invalid(
            "requirements[%d].code".formatted(at),
            "The requirement “%s” appears twice".formatted(requirement.code()));
      }
      if (requirement.waiver() != null) {
        throw new Rejection.Invalid(
            "requirements[%d].waiver".formatted(at),
            "A requirement is waived in an order, not for a product as such");
      }
    }
  }
}
