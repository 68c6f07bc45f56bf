package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What is promised of a product, or was of a piece.
 *
 * @param months how long; absent where it is not said
 * @param begins from when on; absent with the months
 * @param covers what is covered
 * @param claimsAt where to go with it
 * @param euLaw whether choosing repair adds twelve months
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverPromise(
    Integer months,
    CoverBegins begins,
    LocalizedText covers,
    LocalizedText claimsAt,
    Boolean euLaw) {
  static final CoverPromise NONE = new CoverPromise(null, null, null, null, false);
  private static final int LONGEST_TEXT = 1_000;

  /** Throws {@link Rejection.Invalid} where what is sent cannot be promised. */
  void require() {
    if (months != null && (months < 1 || months > CoverEntry.MOST_MONTHS)) {
      throw new Rejection.Invalid(
          "months", "Must be a whole number from 1 to " + CoverEntry.MOST_MONTHS);
    }
    requireText("covers", covers);
    requireText("claimsAt", claimsAt);
  }

  private static void requireText(String field, LocalizedText text) {
    LocalizedText.requireAtMost(field, text, LONGEST_TEXT);
    LocalizedText.requireLanguages(field, text);
  }

  /** The same, for so many months where it is for fewer. */
  CoverPromise atLeast(int agreed) {
    return months != null && months >= agreed
        ? this
        : new CoverPromise(agreed, begins, covers, claimsAt, euLaw);
  }

  /** The same; what it leaves open is the other's. */
  CoverPromise or(CoverPromise other) {
    return new CoverPromise(
        months == null ? other.months : months,
        begins == null ? other.begins : begins,
        covers == null ? other.covers : covers,
        claimsAt == null ? other.claimsAt : claimsAt,
        euLaw == null ? other.euLaw : euLaw);
  }
}
