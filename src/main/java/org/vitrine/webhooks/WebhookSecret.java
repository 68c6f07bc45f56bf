package org.vitrine.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What messages are signed with, as Standard Webhooks 1.0 writes it: {@code whsec_} and Base64.
 *
 * @param text as its receiver is given it, once
 */
record WebhookSecret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  static WebhookSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** HMAC-SHA-256 over {@code id.timestamp.body}, after the version of the scheme. */
  String signature(String id, Instant at, byte[] body) {
    byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    byte[] head = "%s.%d.".formatted(id, at.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[head.length + body.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    return "v1,"
        + Base64.getEncoder()
            .encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed));
  }

  /** Never the secret: a log must not have it. */
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
