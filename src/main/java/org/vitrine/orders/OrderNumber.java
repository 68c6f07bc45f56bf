package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * The manufacturer's own number of an order, as it stands on paper: SO-1001, WH/MO/00012, #1042.
 * Two that differ only in small letters and capitals, or in their width, are the same order.
 */
public record OrderNumber(@JsonValue String value) {
  static final String FITTING =
      "1 to 80 characters, a letter or a digit among them and no control character";

  private static final int LONGEST = 80;

  /** Marks that turn the direction of writing would change what stands around the number. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202A-\u202E\u2066-\u2069]");

  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderNumber {
    value = value == null ? "" : Blanks.stripped(value);
    if (!fits(value)) {
      throw new Rejection.Invalid("number", "An order number is " + FITTING);
    }
  }

  /** Whether a text can stand on paper, for an order or for a shipment. */
  public static boolean fits(String text) {
    return text.length() <= LONGEST
        && !UNFIT.matcher(text).find()
        && LETTER_OR_DIGIT.matcher(text).find();
  }

  /** The same for numbers of one order. */
  public String key() {
    return key(value);
  }

  /** The same of a text that may be no number. */
  public static String key(String text) {
    String wide = Normalizer.normalize(Blanks.stripped(text), Normalizer.Form.NFKC);
    String folded = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC).replace('ς', 'σ');
  }

  @Override
  public String toString() {
    return value;
  }
}
