package org.vitrine.profiles;

import org.vitrine.platform.Rejection;

/**
 * How often somebody comes by.
 *
 * @param ideal days from one visit to the next
 * @param longest days after which the next one is overdue
 */
public record AgreedCadence(int ideal, int longest) {
  private static final int MOST = 1_000;

  public AgreedCadence {
    require("ideal", ideal);
    require("longest", longest);
    if (longest < ideal) {
      throw new Rejection.Invalid(
          "longest", "%d days cannot be less than “ideal”, %d".formatted(longest, ideal));
    }
  }

  private static void require(String field, int days) {
    if (days < 1 || days > MOST) {
      throw new Rejection.Invalid(field, "Must be from 1 to %,d days".formatted(MOST));
    }
  }
}
