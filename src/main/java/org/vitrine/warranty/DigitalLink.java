package org.vitrine.warranty;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address that the QR code of a piece leads to: a GS1 Digital Link (URI Syntax 1.2, 4) where it
 * has a GTIN and a serial that fits, else our page with the serial. Either shows nothing secret.
 */
final class DigitalLink {
  /** GS1 General Specifications, 7.11: what application identifier 21 may hold. */
  private static final Pattern FITS_AI_21 = Pattern.compile("[!\"%-?A-Z_a-z]{1,20}");

  private DigitalLink() {}

  static String of(URI house, WarrantySerial serial, Optional<String> gtin) {
    String encoded = URLEncoder.encode(serial.value(), StandardCharsets.UTF_8).replace("+", "%20");
    return gtin.filter(number -> FITS_AI_21.matcher(serial.value()).matches())
        .map(number -> house + "/01/" + number + "/21/" + encoded)
        .orElseGet(() -> house + "/warranty/look-up?serial=" + encoded);
  }
}
