package org.vitrine;

import java.util.function.UnaryOperator;
import org.vitrine.signin.PasswordCost;

/**
 * In what a Vitrine differs from the one that was built: for the demo more is served, and tests ask
 * for the rest.
 *
 * @param wording in what other words it asks its database
 * @param passwordCost what it spends on a new password
 * @param moreFeatures what it serves besides
 */
record Variant(
    UnaryOperator<String> wording, PasswordCost passwordCost, MoreFeatures moreFeatures) {
  static final Variant AS_BUILT = with(MoreFeatures.NONE);

  /** As it was built, and these besides. */
  static Variant with(MoreFeatures more) {
    return new Variant(UnaryOperator.identity(), PasswordCost.USUAL, more);
  }
}
