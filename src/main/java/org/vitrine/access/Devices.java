package org.vitrine.access;

import java.util.List;

/** What a browser calls itself, in words that its owner knows: "Firefox on Linux". */
final class Devices {
  private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");

  private Devices() {}

  static String named(String userAgent) {
    String browser = first(BROWSERS, userAgent, "a browser");
    String system = first(SYSTEMS, userAgent, "an unknown system");
    return switch (browser) {
          case "Edg" -> "Edge";
          case "OPR" -> "Opera";
          default -> browser;
        }
        + " on "
        + (system.equals("Mac OS X") ? "macOS" : system);
  }

  private static String first(List<String> names, String text, String otherwise) {
    return names.stream().filter(text::contains).findFirst().orElse(otherwise);
  }
}
