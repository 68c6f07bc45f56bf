package org.vitrine.platform.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What was answered, redirects included: we follow none.
 *
 * @param headers by their names in small letters, the first of each
 * @param isCut whether the body went on beyond what was read
 */
public record OutgoingReply(int status, Map<String, String> headers, byte[] body, boolean isCut) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as UTF-8; what is none shows as question marks. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
