package org.vitrine.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Blanks;

/**
 * A unit that is known, and how it becomes another of the same quantity. What is not known is
 * converted to nothing but itself.
 *
 * @param factor how much of the quantity's first unit one of it is
 */
record MeasuringUnit(String quantity, BigDecimal factor) {
  private static final Map<String, MeasuringUnit> KNOWN = new HashMap<>();

  static {
    known("length", "mm", "1", "millimeter", "millimetre", "毫米");
    known("length", "cm", "10", "centimeter", "centimetre", "厘米");
    known("length", "m", "1000", "meter", "metre", "米");
    known("length", "µm", "0.001", "um", "micron", "micrometer", "micrometre", "微米");
    known("length", "in", "25.4", "inch", "\"", "英寸");
    known("mass", "g", "1", "gram", "克");
    known("mass", "mg", "0.001", "毫克");
    known("mass", "kg", "1000", "kilogram", "千克", "公斤");
    known("mass", "t", "1000000", "吨");
    known("mass", "lb", "453.59237", "lbs");
    known("force", "N", "1", "newton");
    known("force", "kN", "1000");
    known("pressure", "Pa", "1", "pascal");
    known("pressure", "kPa", "1000");
    known("pressure", "MPa", "1000000");
    known("pressure", "mbar", "100", "hPa");
    known("pressure", "bar", "100000");
    known("voltage", "V", "1", "volt");
    known("voltage", "mV", "0.001");
    known("voltage", "kV", "1000");
    known("current", "A", "1");
    known("current", "mA", "0.001");
    known("power", "W", "1", "watt");
    known("power", "kW", "1000");
    known("time", "s", "1", "sec", "second");
    known("time", "ms", "0.001");
    known("time", "min", "60");
    known("angle", "°", "1", "deg", "degree", "度");
    known("angle", "rad", "57.29577951308232", "radian");
    known("torque", "Nm", "1", "N·m", "N*m");
  }

  private static void known(String quantity, String code, String factor, String... also) {
    MeasuringUnit unit = new MeasuringUnit(quantity, new BigDecimal(factor));
    KNOWN.put(code, unit);
    for (String other : also) {
      KNOWN.put(other, unit);
    }
  }

  /** Nothing where it is not known that both are of one quantity. */
  static Optional<BigDecimal> converted(BigDecimal value, String from, String to) {
    if (plain(from).equalsIgnoreCase(plain(to))
        && (plain(from).equals(plain(to)) || !isTold(plain(from)))) {
      return Optional.of(value);
    }
    return find(from)
        .flatMap(
            one ->
                find(to)
                    .filter(other -> other.quantity.equals(one.quantity))
                    .map(
                        other ->
                            one.factor.compareTo(other.factor) == 0
                                ? value
                                : value
                                    .multiply(one.factor)
                                    .divide(other.factor, MathContext.DECIMAL64)
                                    .stripTrailingZeros()));
  }

  /** Whether its letters mean different things as capitals: mV is no MV. */
  private static boolean isTold(String unit) {
    return unit.length() > 1 && Set.of('m', 'M').contains(unit.charAt(0)) && !isLength(unit);
  }

  private static boolean isLength(String unit) {
    return unit.equalsIgnoreCase("mm");
  }

  private static Optional<MeasuringUnit> find(String written) {
    String unit = plain(written);
    return Optional.ofNullable(KNOWN.get(unit))
        .or(
            () ->
                isTold(unit)
                    ? Optional.empty()
                    : Optional.ofNullable(KNOWN.get(unit.toLowerCase(Locale.ROOT))));
  }

  /** The micro sign and the Greek letter are one. */
  private static String plain(String unit) {
    return Blanks.stripped(unit).replace('\u03bc', '\u00b5');
  }
}
