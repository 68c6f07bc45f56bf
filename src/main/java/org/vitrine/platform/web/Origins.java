package org.vitrine.platform.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.vitrine.platform.Rejection;

/**
 * Refuses what another site's page makes a browser send: unsafe requests and WebSocket handshakes.
 */
final class Origins {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final URI publicUrl;

  /**
   * @param publicUrl where people reach us; null to take the request's own Host
   */
  Origins(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** True where whoever comes by http was misled. */
  boolean areReachedOverTls() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  void check(HttpServerRequest request) {
    boolean socket = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    if (SAFE_METHODS.contains(request.method().name()) && !socket) {
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    if (site != null && !OWN_SITE.contains(site) || origin != null && !isOurs(origin, request)) {
      throw new Rejection.Forbidden("This request was sent by another site");
    }
  }

  private boolean isOurs(String origin, HttpServerRequest request) {
    if (publicUrl != null
        && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority())) {
      return true;
    }
    String host = request.getHeader("Host");
    return publicUrl == null
        && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }
}
