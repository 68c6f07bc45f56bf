package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * Something that went into what was made: a lot, material by its supplier's lot, or a piece.
 *
 * @param product what it is, where that was not said of the lot itself
 * @param amount how much of it; absent where nobody counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consumed(
    String lot,
    String supplierLot,
    String serial,
    LocalizedText product,
    Amount amount,
    Unit unit) {
  private static final int LONGEST_PRODUCT = 200;

  /** Asked of what comes in: throws {@link Rejection.Invalid} below this field. */
  public void check(String field) {
    long named = Stream.of(lot, supplierLot, serial).filter(Objects::nonNull).count();
    if (named != 1) {
      throw new Rejection.Invalid(
          field, "Give exactly one of lot, supplierLot and serial for each thing that went in");
    }
    code(field + ".lot", lot);
    code(field + ".supplierLot", supplierLot);
    code(field + ".serial", serial);
    product(field + ".product", product);
    if (amount != null) {
      amount.requireNotNegative(field + ".amount");
    }
  }

  static void code(String field, String text) {
    if (text != null && !OrderNumber.fits(Blanks.stripped(text))) {
      throw new Rejection.Invalid(
          field,
          "“%s” is no code: 1 to 80 characters, a letter or a digit among them and no control character"
              .formatted(Excerpt.of(text)));
    }
  }

  /** Throws {@link Rejection.Invalid} naming the field where this names no product. */
  public static void product(String field, LocalizedText product) {
    if (product != null && product.isBlank()) {
      throw new Rejection.Invalid(field, "Empty");
    }
    LocalizedText.requireAtMost(field, product, LONGEST_PRODUCT);
    LocalizedText.requireLanguages(field, product);
  }

  /** The code by which it is known. */
  @JsonIgnore
  public String code() {
    return Stream.of(lot, supplierLot, serial).filter(Objects::nonNull).findFirst().orElseThrow();
  }
}
