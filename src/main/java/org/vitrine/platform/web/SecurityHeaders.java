package org.vitrine.platform.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every reply carries. Pages add their content security policy themselves. */
final class SecurityHeaders {
  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("X-Content-Type-Options", "nosniff");
    ALL.put("X-Frame-Options", "DENY");
    ALL.put("Referrer-Policy", "no-referrer");
    ALL.put("Cross-Origin-Opener-Policy", "same-origin");
    ALL.put("Cross-Origin-Resource-Policy", "same-origin");
    ALL.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private SecurityHeaders() {}

  static void put(HttpServerResponse response) {
    ALL.forEach(response::putHeader);
  }

  /**
   * A browser remembers for a year not to come by http (RFC 6797). Pages say so, and whatever else
   * is not sent from memory as it is: once for a host is enough.
   */
  static void putStrictTransport(HttpServerResponse response) {
    response.putHeader("Strict-Transport-Security", "max-age=31536000");
  }
}
