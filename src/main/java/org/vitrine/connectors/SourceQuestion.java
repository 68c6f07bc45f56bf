package org.vitrine.connectors;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.json.Json;

/**
 * What another system is asked.
 *
 * @param body absent for a question without one
 */
record SourceQuestion(String method, URI url, Map<String, String> headers, Optional<String> body) {

  static SourceQuestion get(String url) {
    return get(URI.create(url));
  }

  static SourceQuestion get(URI url) {
    return new SourceQuestion("GET", url, Map.of("Accept", "application/json"), Optional.empty());
  }

  static SourceQuestion post(String url, Object body) {
    return new SourceQuestion(
        "POST",
        URI.create(url),
        Map.of("Accept", "application/json", "Content-Type", "application/json; charset=utf-8"),
        Optional.of(Json.text(body)));
  }

  SourceQuestion with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new SourceQuestion(method, url, Map.copyOf(more), body);
  }

  /** The next page, which the source itself names: only where it stands on the same server. */
  SourceQuestion following(String link) {
    URI next;
    try {
      next = url.resolve(link);
    } catch (IllegalArgumentException noAddress) {
      throw SourceFault.unreadable("The next page has an address that is none");
    }
    boolean isSame =
        url.getScheme().equalsIgnoreCase(next.getScheme())
            && url.getHost().equalsIgnoreCase(next.getHost())
            && url.getPort() == next.getPort();
    if (!isSame) {
      throw SourceFault.unreadable("The next page lies on another server: " + next.getHost());
    }
    return new SourceQuestion(method, next, headers, body);
  }
}
