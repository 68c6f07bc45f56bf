package org.vitrine.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units of a QIF document: what a value does not say, the document does for all of its
 * quantity, and where it does not either, it is the one of the SI.
 */
final class QifUnits {
  private static final String LINEAR = "Linear";
  private static final String ANGULAR = "Angular";

  private static final Map<String, String> OF_THE_SI =
      Map.of(
          LINEAR,
          "meter",
          ANGULAR,
          "radian",
          "Mass",
          "kilogram",
          "Force",
          "newton",
          "Pressure",
          "pascal",
          "Time",
          "second");

  /** All others are lengths, an angularity too: it is as wide as the zone that it keeps within. */
  private static final Pattern ANGLE =
      Pattern.compile("(?:Angle|AngleBetween|AngleFrom|AngularCoordinate)Characteristic.*");

  private static final Pattern USER_DEFINED = Pattern.compile("UserDefined(\\w+)Characteristic.*");
  private static final String NAMING = "Unit";

  private final Map<String, String> primary = new HashMap<>();

  /**
   * @param element such as {@code LinearUnit}
   */
  void say(String element, String unit) {
    if (element.endsWith(NAMING)) {
      primary.put(element.substring(0, element.length() - NAMING.length()), unit);
    }
  }

  /** Of the values of such an element; empty where nothing says. */
  String of(String measurement) {
    String quantity = quantity(measurement);
    return primary.getOrDefault(quantity, OF_THE_SI.getOrDefault(quantity, ""));
  }

  private static String quantity(String measurement) {
    Matcher own = USER_DEFINED.matcher(measurement);
    if (own.matches()) {
      return own.group(1);
    }
    return ANGLE.matcher(measurement).matches() ? ANGULAR : LINEAR;
  }
}
