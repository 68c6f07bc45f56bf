package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * What it answered.
 *
 * @param headers by their names in small letters
 */
record SourceReply(int status, Map<String, String> headers, byte[] body) {
  private static final int OK = 200;
  private static final int LAST_OK = 299;

  boolean isGood() {
    return status >= OK && status <= LAST_OK;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Throws {@link SourceFault} where it is none. */
  JsonNode json() {
    try {
      return Json.read(body, JsonNode.class);
    } catch (Rejection.Invalid broken) {
      throw SourceFault.unreadable("The answer is no JSON: " + broken.getMessage());
    }
  }

  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw SourceFault.unreadable("The answer is not UTF-8");
    }
  }
}
