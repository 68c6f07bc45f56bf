package org.vitrine.warranty;

import java.text.Normalizer;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/**
 * By what whoever bought a piece can be recognised: a telephone number, a number of an order or of
 * a person. Never demanded; only a keyed hash of it is kept.
 *
 * @param letters its letters and digits, without what people write in between
 */
record PieceIdentity(String letters) {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 100;
  private static final int SHOWN_AT_MOST = 4;

  /** What is shown of one is about one digit in three at most: four of a telephone number. */
  private static final int SHOWN_ONE_IN = 3;

  /** As somebody typed it: whatever that is can be compared. */
  static PieceIdentity typed(String text) {
    return new PieceIdentity(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", ""));
  }

  /** One that is to be kept; throws {@link Rejection.Invalid} where it is too easy to guess. */
  static PieceIdentity kept(String text) {
    PieceIdentity identity = typed(text == null ? "" : text);
    if (identity.letters.length() < SHORTEST || identity.letters.length() > LONGEST) {
      throw new Rejection.Invalid(
          "identities", "Each must have %d to %d letters and digits".formatted(SHORTEST, LONGEST));
    }
    return identity;
  }

  /** What is hashed: two pieces of the same buyer have nothing in common. */
  String of(WarrantySerial serial) {
    return serial.key() + '\n' + letters;
  }

  /** Its last digits, so that staff can tell which it is. */
  String shown() {
    String digits = letters.replaceAll("[^0-9]", "");
    int most =
        Math.min(SHOWN_AT_MOST, Math.min(digits.length(), (letters.length() + 1) / SHOWN_ONE_IN));
    return digits.substring(digits.length() - most);
  }

  /** Never what it is: a log must not have it. */
  @Override
  public String toString() {
    return "PieceIdentity";
  }
}
