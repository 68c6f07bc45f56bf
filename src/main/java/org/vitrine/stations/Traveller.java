package org.vitrine.stations;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the code on a traveller says: an order, a line and a step of its way (an operation, or the
 * code of a stage). It is an address, so that any phone can read it, and carries a check, so that
 * what a scanner lost or doubled is noticed without a network.
 */
record Traveller(String house, String order, int line, String step) {
  /** Whatever stands before: the house may have moved to another address since it was printed. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?i:https?://[^/?#]+)?/t/([^/?#]+)/([0-9]{1,4})/([^/?#]+)\\?c=([0-9A-Fa-f]{8})");

  String text() {
    return "%s/t/%s/%d/%s?c=%s".formatted(house, encoded(order), line, encoded(step), check());
  }

  /** CRC-32 (IEEE 802.3) of what it says, in UTF-8. */
  private String check() {
    CRC32 crc = new CRC32();
    crc.update((order + "\n" + line + "\n" + step).getBytes(StandardCharsets.UTF_8));
    return "%08X".formatted(crc.getValue());
  }

  /** Percent-encoded as a part of a path (RFC 3986, 2.1): a blank is %20, never a plus. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Whether a scanned text is a traveller's, read well or not. */
  static boolean isOne(String scanned) {
    return scanned.matches("(?is)(https?://[^/?#]+)?/t/.*");
  }

  /** What it says; nothing where its check says that it was read wrong. */
  static Optional<Traveller> read(String scanned) {
    Matcher parts = FORM.matcher(scanned);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Traveller read =
          new Traveller(
              "",
              decoded(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              decoded(parts.group(3)));
      return Optional.of(read)
          .filter(said -> said.check().equals(parts.group(4).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
