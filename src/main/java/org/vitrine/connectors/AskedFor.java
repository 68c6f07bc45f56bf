package org.vitrine.connectors;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an address asks for. */
final class AskedFor {
  private AskedFor() {}

  static Map<String, String> in(URI url) {
    Map<String, String> asked = new LinkedHashMap<>();
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        asked.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return asked;
  }

  static String value(URI url, String name) {
    return in(url).getOrDefault(name, "");
  }

  /** The same address, with this in the place of what it asked by that name. */
  static SourceQuestion with(SourceQuestion asked, String name, Object value) {
    Map<String, String> all = in(asked.url());
    all.put(name, String.valueOf(value));
    AddressText address = new AddressText(asked.url().toString().replaceFirst("\\?.*", ""), null);
    all.forEach(address::asking);
    return new SourceQuestion(
        asked.method(), URI.create(address.toString()), asked.headers(), asked.body());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
