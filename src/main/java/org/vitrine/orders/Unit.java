package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * In what a line is counted; pieces where a line has none. What is usually meant by pieces, kg, m,
 * m2, l and sets is known however it is written, codes of UN/ECE Recommendation 20 among them;
 * anything else is the plant's own.
 *
 * @param code one of these six, or the plant's own word as it was written
 */
public record Unit(@JsonValue String code) {
  private static final int LONGEST = 20;

  /** Says nothing but a number, or holds what cannot be seen. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{N}\\s.,+-]*|.*[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202A-\u202E\u2066-\u2069].*",
          Pattern.DOTALL);

  private static final Map<String, String> KNOWN =
      known(
          Map.of(
              "pieces",
              "piece, pcs, pcs., pc, pce, ea, each, unit, units, nos, stk, stück, c62, h87, 件, 个, 個",
              "kg",
              "kgs, kgm, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, 千克, 公斤",
              "m",
              "mtr, mtrs, meter, meters, metre, metres, 米",
              "m2",
              "m^2, qm, sqm, sq m, mtk, square metre, square metres, square meter, square meters, 平方米, 平米",
              "l",
              "ltr, ltrs, liter, liters, litre, litres, 升, 公升",
              "sets",
              "set, 套"));

  private static final Unit PIECES = new Unit("pieces");

  /** Throws {@link Rejection.Invalid} without a field where this is no unit. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Unit {
    String written = code == null ? "" : Blanks.stripped(code);
    if (written.length() > LONGEST || UNFIT.matcher(written).matches()) {
      throw new Rejection.Invalid(
          "",
          Amount.quoted(written)
              + " is not a unit: give pieces, kg, m, m2, l, sets or a word of your own of at most "
              + LONGEST
              + " characters");
    }
    code = KNOWN.getOrDefault(OrderNumber.key(written), written);
  }

  /** The same unit, whether it is said or left out, and in whatever letters. */
  public static boolean isSame(Unit one, Unit other) {
    return OrderNumber.key(or(one).code).equals(OrderNumber.key(or(other).code));
  }

  /** What it is called, also where a line has none. */
  public static String name(Unit unit) {
    return or(unit).code;
  }

  private static Unit or(Unit said) {
    return said == null ? PIECES : said;
  }

  /**
   * That this much can be in a line of this unit: pieces and sets are whole. Throws {@link
   * Rejection.Invalid} naming the field.
   *
   * @param unit absent where the line has none
   */
  public static void requireFits(Unit unit, String field, Amount amount) {
    if (amount == null || amount.isWhole() || !isCounted(unit)) {
      return;
    }
    String number = Amount.quoted(amount.asWritten()) + " is not a whole number; ";
    throw new Rejection.Invalid(
        field,
        number
            + (isSame(unit, PIECES)
                ? "give the line a unit such as m or kg"
                : "a line in " + unit.code + " is counted whole"));
  }

  /** True where there is no half of it. */
  public static boolean isCounted(Unit unit) {
    return unit == null || unit.code.equals("pieces") || unit.code.equals("sets");
  }

  private static Map<String, String> known(Map<String, String> writings) {
    Map<String, String> known = new HashMap<>();
    writings.forEach(
        (code, others) -> {
          known.put(code, code);
          for (String other : others.split(", ")) {
            known.put(other, code);
          }
        });
    return Map.copyOf(known);
  }

  @Override
  public String toString() {
    return code;
  }
}
