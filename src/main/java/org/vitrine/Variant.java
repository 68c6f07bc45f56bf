package org.vitrine;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.signin.PasswordCost;

/**
 * In what a Vitrine differs from the one that was built, which only tests may ask for.
 *
 * @param wording in what other words it asks its database
 * @param passwordCost what it spends on a new password
 * @param moreFeatures what it serves besides
 */
record Variant(
    UnaryOperator<String> wording,
    PasswordCost passwordCost,
    BiFunction<House.Ground, Guards, List<Feature>> moreFeatures) {
  static final Variant AS_BUILT =
      new Variant(UnaryOperator.identity(), PasswordCost.USUAL, (ground, guards) -> List.of());
}
