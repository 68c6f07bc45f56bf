package org.vitrine.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of GS1 in the one form in which they are compared: the canonical Digital Link with
 * its finest level and nothing else (CBV 2.0, 8.9, rules 17 and 18). What is no identifier of GS1
 * stays as it is.
 */
final class DigitalLinks {
  private static final String DOMAIN = "https://id.gs1.org/";
  private static final Pattern EPC = Pattern.compile("urn:epc:(?:id|class|idpat):([a-z]+):(.+)");
  private static final Pattern WEB = Pattern.compile("https?://[^/?#]+/([^?#]*)(?:[?#].*)?");
  private static final Pattern PREFIX = Pattern.compile("\\d{6,12}");
  private static final String ANY = "*";

  /** What a key looks like, by its application identifier. */
  private static final Map<String, Pattern> KEYS =
      Map.ofEntries(
          key("00", "\\d{18}"),
          key("01", "\\d{8}|\\d{12,14}"),
          key("253", "\\d{13}.*"),
          key("255", "\\d{13}.*"),
          key("401", ".+"),
          key("402", "\\d{17}"),
          key("414", "\\d{13}"),
          key("417", "\\d{13}"),
          key("8003", "\\d{14}.*"),
          key("8004", ".+"),
          key("8006", "\\d{18}"),
          key("8010", ".+"),
          key("8017", "\\d{18}"),
          key("8018", "\\d{18}"));

  /** The finest first: only one of them stays. */
  private static final Map<String, List<String>> QUALIFIERS =
      Map.of(
          "01", List.of("21", "235", "10"),
          "414", List.of("254"),
          "8006", List.of("21", "10"),
          "8010", List.of("8011"));

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("sscc", "00"),
          Map.entry("gtin", "01"),
          Map.entry("lot", "10"),
          Map.entry("ser", "21"),
          Map.entry("gdti", "253"),
          Map.entry("gcn", "255"),
          Map.entry("ginc", "401"),
          Map.entry("gsin", "402"),
          Map.entry("gln", "414"),
          Map.entry("glnx", "254"),
          Map.entry("party", "417"),
          Map.entry("grai", "8003"),
          Map.entry("giai", "8004"),
          Map.entry("itip", "8006"),
          Map.entry("cpid", "8010"),
          Map.entry("cpsn", "8011"),
          Map.entry("gsrnp", "8017"),
          Map.entry("gsrn", "8018"));

  private DigitalLinks() {}

  private static Map.Entry<String, Pattern> key(String identifier, String shape) {
    return Map.entry(identifier, Pattern.compile(shape));
  }

  static String normal(String identifier) {
    Matcher epc = EPC.matcher(identifier);
    if (epc.matches()) {
      return ofEpc(epc.group(1), epc.group(2)).map(DOMAIN::concat).orElse(identifier);
    }
    Matcher web = WEB.matcher(identifier);
    return web.matches()
        ? ofPath(web.group(1).split("/")).map(DOMAIN::concat).orElse(identifier)
        : identifier;
  }

  /** What a link of one thing says of its kind; nothing where it is no such link. */
  static Optional<String> kindOf(String normal) {
    return Optional.of(normal)
        .filter(link -> link.startsWith(DOMAIN))
        .map(link -> link.substring(DOMAIN.length()).split("/"))
        .filter(parts -> parts.length > 2)
        .map(parts -> DOMAIN + parts[0] + "/" + parts[1]);
  }

  private static Optional<String> ofEpc(String scheme, String rest) {
    String[] parts = rest.split("\\.", scheme.equals("itip") ? 5 : 3);
    if (parts.length < 2 || !PREFIX.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    String third = parts.length > 2 ? parts[2] : "";
    return switch (scheme) {
      case "sgtin" -> item(parts).map(gtin -> with("01/" + gtin, "/21/", third));
      case "lgtin" -> item(parts).map(gtin -> with("01/" + gtin, "/10/", third));
      case "upui" -> item(parts).map(gtin -> with("01/" + gtin, "/235/", third));
      case "itip" ->
          item(parts)
              .filter(gtin -> parts.length == 5)
              .map(gtin -> with("8006/" + gtin + third + parts[3], "/21/", parts[4]));
      case "sscc" -> joined(turned(parts), 17).map("00/"::concat);
      case "sgln" ->
          joined(parts[0] + parts[1], 12)
              .map(gln -> with("414/" + gln, "/254/", third.equals("0") ? ANY : third));
      case "pgln" -> joined(parts[0] + parts[1], 12).map("417/"::concat);
      case "grai" -> joined(parts[0] + parts[1], 12).map(key -> with("8003/0" + key, "", third));
      case "gdti" -> joined(parts[0] + parts[1], 12).map(key -> with("253/" + key, "", third));
      case "sgcn" -> joined(parts[0] + parts[1], 12).map(key -> with("255/" + key, "", third));
      case "gsrn" -> joined(parts[0] + parts[1], 17).map("8018/"::concat);
      case "gsrnp" -> joined(parts[0] + parts[1], 17).map("8017/"::concat);
      case "gsin" -> joined(parts[0] + parts[1], 16).map("402/"::concat);
      case "giai" -> Optional.of("8004/" + parts[0] + encoded(second(rest)));
      case "ginc" -> Optional.of("401/" + parts[0] + encoded(second(rest)));
      case "cpi" -> Optional.of(with("8010/" + parts[0] + encoded(parts[1]), "/8011/", third));
      default -> Optional.empty();
    };
  }

  /** Everything behind the company's prefix, dots included. */
  private static String second(String rest) {
    return rest.substring(rest.indexOf('.') + 1);
  }

  /** The first digit of a reference stands before the prefix in the key. */
  private static String turned(String[] parts) {
    return parts[1].isEmpty() ? parts[0] : parts[1].charAt(0) + parts[0] + parts[1].substring(1);
  }

  private static Optional<String> item(String[] parts) {
    return joined(turned(parts), 13);
  }

  private static Optional<String> joined(String digits, int length) {
    return digits.length() == length && digits.chars().allMatch(Character::isDigit)
        ? Optional.of(digits + checkDigit(digits))
        : Optional.empty();
  }

  private static String with(String key, String qualifier, String value) {
    return value.isEmpty() || value.equals(ANY) ? key : key + qualifier + encoded(value);
  }

  /** GS1 General Specifications, 7.9: weights of 3 and 1 from the right. */
  private static int checkDigit(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int weight = (digits.length() - at) % 2 == 1 ? 3 : 1;
      sum += weight * (digits.charAt(at) - '0');
    }
    return (10 - sum % 10) % 10;
  }

  /** What an EPC may hold plainly, and a Digital Link must not. */
  private static String encoded(String value) {
    return value
        .replace("!", "%21")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("*", "%2A")
        .replace("+", "%2B")
        .replace(",", "%2C")
        .replace(":", "%3A");
  }

  private static Optional<String> ofPath(String[] segments) {
    List<String> names = new ArrayList<>();
    for (String segment : segments) {
      names.add(ALIASES.getOrDefault(segment, segment));
    }
    for (int at = 0; at + 1 < segments.length; at++) {
      Pattern shape = KEYS.get(names.get(at));
      if (shape != null && shape.matcher(segments[at + 1]).matches()) {
        return Optional.of(names.get(at) + "/" + segments[at + 1] + qualifier(names, segments, at));
      }
    }
    return Optional.empty();
  }

  private static String qualifier(List<String> names, String[] segments, int key) {
    for (String wanted : QUALIFIERS.getOrDefault(names.get(key), List.of())) {
      for (int at = key + 2; at + 1 < segments.length; at += 2) {
        if (names.get(at).equals(wanted)) {
          return "/" + wanted + "/" + segments[at + 1];
        }
      }
    }
    return "";
  }
}
