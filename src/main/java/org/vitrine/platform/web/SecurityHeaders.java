package org.vitrine.platform.web;

import io.vertx.core.http.HttpServerResponse;

/** What every reply carries. Pages add their content security policy themselves. */
final class SecurityHeaders {
  private SecurityHeaders() {}

  static void put(HttpServerResponse response) {
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
}
