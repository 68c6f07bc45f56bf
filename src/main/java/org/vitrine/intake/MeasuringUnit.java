package org.vitrine.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.json.Json;

/**
 * A unit that is known, and how it becomes another of the same quantity. What is not known is
 * converted to nothing but itself. Stations read what gauges send by the same table.
 *
 * @param factor how much of the quantity's first unit one of it is
 */
record MeasuringUnit(String quantity, BigDecimal factor) {
  private static final String TABLE = "/intake/units.json";
  private static final Map<String, MeasuringUnit> KNOWN = known();

  private static Map<String, MeasuringUnit> known() {
    Map<String, MeasuringUnit> known = new HashMap<>();
    try (InputStream table = MeasuringUnit.class.getResourceAsStream(TABLE)) {
      Json.read(table, JsonNode.class)
          .properties()
          .forEach(
              quantity ->
                  quantity
                      .getValue()
                      .properties()
                      .forEach(
                          unit -> {
                            MeasuringUnit one =
                                new MeasuringUnit(
                                    quantity.getKey(), unit.getValue().decimalValue());
                            known.put(unit.getKey(), one);
                            if (!isTold(unit.getKey())) {
                              known.put(unit.getKey().toLowerCase(Locale.ROOT), one);
                            }
                          }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(known);
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

  /** NFKC makes one of signs that look alike, the ohm and the Greek letter; so of the micro. */
  private static String plain(String unit) {
    return Normalizer.normalize(Blanks.stripped(unit), Normalizer.Form.NFKC)
        .replace('\u03bc', '\u00b5');
  }
}
