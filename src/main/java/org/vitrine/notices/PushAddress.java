package org.vitrine.notices;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a push service takes messages, as a browser names it. It is somebody else's word, so it
 * must not lead to a machine that only we can reach.
 */
final class PushAddress {
  private static final int LONGEST = 1_000;
  private static final int SHARED_FIRST = 100;
  private static final int SHARED_SECOND = 64;
  private static final int SHARED_MASK = 0xc0;
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

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

  /**
   * True where all that the name stands for now is public. Whoever connects right after asks the
   * same memory of names, which keeps an answer for 30 s.
   */
  static boolean isPublic(URI endpoint) {
    try {
      InetAddress[] all = InetAddress.getAllByName(endpoint.getHost());
      return all.length > 0 && Arrays.stream(all).allMatch(PushAddress::isPublic);
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isShared =
        bytes.length == 4 && bytes[0] == SHARED_FIRST && (bytes[1] & SHARED_MASK) == SHARED_SECOND;
    boolean isUniqueLocal = bytes.length > 4 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    boolean isOfNoNetwork = bytes.length == 4 && bytes[0] == 0;
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isShared
        || isUniqueLocal
        || isOfNoNetwork);
  }
}
