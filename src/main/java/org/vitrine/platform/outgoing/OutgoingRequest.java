package org.vitrine.platform.outgoing;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent.
 *
 * @param body empty where there is none
 * @param readAtMost bytes of the answer's body that are read; the rest is not waited for
 * @param patience how long all of it may take, from the name to the last byte that is read
 */
public record OutgoingRequest(
    String method,
    URI url,
    Map<String, String> headers,
    byte[] body,
    int readAtMost,
    Duration patience) {
  private static final byte[] NOTHING = {};

  public OutgoingRequest {
    headers = new LinkedHashMap<>(headers);
  }

  public static OutgoingRequest get(
      URI url, Map<String, String> headers, int readAtMost, Duration patience) {
    return new OutgoingRequest("GET", url, headers, NOTHING, readAtMost, patience);
  }

  public static OutgoingRequest post(
      URI url, Map<String, String> headers, byte[] body, int readAtMost, Duration patience) {
    return new OutgoingRequest("POST", url, headers, body, readAtMost, patience);
  }
}
