package org.vitrine.stations;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a GS1 code says of a thing: a Digital Link (URI Syntax 1.2, 4) or an element string (General
 * Specifications, 7.8), as far as a serial and a lot.
 *
 * @param lot application identifier 10
 * @param serial application identifier 21
 */
record Gs1(Optional<String> lot, Optional<String> serial) {
  private static final char SEPARATOR = '\u001D';

  /**
   * What readers put in front, where they are set to say which symbology it was (ISO/IEC 15424).
   */
  private static final Pattern SYMBOLOGY = Pattern.compile("\\](?:d2|C1|e0|Q3|J1)");

  private static final Pattern LINK =
      Pattern.compile(
          "(?i:https?)://[^?#]*/01/[0-9]{8,14}(?:/10/([^/?#]+))?(?:/21/([^/?#]+))?(?:[?#].*)?");

  /** Of these the length is known, and no separator follows (7.8.5, figure 7.8.5-2). */
  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("00", 18),
          Map.entry("01", 14),
          Map.entry("02", 14),
          Map.entry("11", 6),
          Map.entry("12", 6),
          Map.entry("13", 6),
          Map.entry("15", 6),
          Map.entry("16", 6),
          Map.entry("17", 6),
          Map.entry("20", 2));

  /** Others that may stand beside; each ends by a separator, or the text does. */
  private static final Pattern KNOWN_LENGTHS =
      Pattern.compile("(?s)(10|21|22|30|37|9[0-9]|24[0-3]|25[0-4]|40[0-3]|3[1-6][0-9]{2})(.*)");

  /** Nothing where the text is none. */
  static Optional<Gs1> of(String text) {
    Matcher link = LINK.matcher(text);
    if (link.matches()) {
      return Optional.of(new Gs1(decoded(link.group(1)), decoded(link.group(2))));
    }
    Matcher symbology = SYMBOLOGY.matcher(text);
    return symbology.lookingAt()
        ? Optional.of(elements(text.substring(symbology.end())))
        : text.indexOf(SEPARATOR) >= 0 ? Optional.of(elements(text)) : Optional.empty();
  }

  static Optional<String> decoded(String part) {
    try {
      return Optional.ofNullable(part)
          .map(one -> URLDecoder.decode(one.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  /** As far as the identifiers are known; what comes after one that is not says nothing. */
  private static Gs1 elements(String text) {
    Optional<String> lot = Optional.empty();
    Optional<String> serial = Optional.empty();
    String rest = text;
    while (!rest.isEmpty()) {
      if (rest.charAt(0) == SEPARATOR) {
        rest = rest.substring(1);
        continue;
      }
      Integer length = rest.length() < 2 ? null : FIXED.get(rest.substring(0, 2));
      if (length != null && rest.length() >= 2 + length) {
        rest = rest.substring(2 + length);
        continue;
      }
      Matcher element = KNOWN_LENGTHS.matcher(rest);
      if (!element.matches()) {
        break;
      }
      String said = element.group(2);
      int end = said.indexOf(SEPARATOR);
      String value = end < 0 ? said : said.substring(0, end);
      switch (element.group(1)) {
        case "10" -> lot = Optional.of(value);
        case "21" -> serial = Optional.of(value);
        default -> {
          // Said of the thing, not by which it is found.
        }
      }
      rest = end < 0 ? "" : said.substring(end);
    }
    return new Gs1(lot, serial);
  }
}
