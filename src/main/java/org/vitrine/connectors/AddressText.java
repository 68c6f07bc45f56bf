package org.vitrine.connectors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address with what is asked in it. */
final class AddressText {
  private final String base;
  private final Map<String, String> asked = new LinkedHashMap<>();

  /**
   * @param path its parts are written as they are, between slashes
   */
  AddressText(String address, String path) {
    this.base =
        path == null
            ? address
            : address
                + '/'
                + Arrays.stream(path.replaceFirst("^/+", "").split("/"))
                    .map(AddressText::encoded)
                    .collect(Collectors.joining("/"));
  }

  AddressText asking(String name, Object value) {
    if (name != null && value != null) {
      asked.put(name, String.valueOf(value));
    }
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    String query =
        asked.entrySet().stream()
            .map(one -> encoded(one.getKey()) + '=' + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    if (query.isEmpty()) {
      return base;
    }
    return base + (base.contains("?") ? '&' : '?') + query;
  }
}
