package org.vitrine.notices;

import java.net.URI;

/**
 * Where a push service takes messages, as a browser names it. It is somebody else's word, so it is
 * checked as such; where it leads is up to {@code Outgoing}.
 */
final class PushAddress {
  private static final int LONGEST = 1_000;

  private PushAddress() {}

  /** True for what may be written down: an https address at a name, on the usual port. */
  static boolean isFit(String endpoint) {
    if (endpoint == null || endpoint.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = URI.create(endpoint);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && (uri.getPort() == -1 || uri.getPort() == 443)
          && uri.getHost().matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*");
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
