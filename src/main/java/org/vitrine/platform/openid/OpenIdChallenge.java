package org.vitrine.platform.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What ties a provider's answer to the question that we asked: the nonce comes back inside the ID
 * token, the verifier proves that whoever brings the code is who asked (RFC 7636).
 */
public record OpenIdChallenge(String nonce, String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  public static OpenIdChallenge random() {
    return new OpenIdChallenge(bits(), bits());
  }

  private static String bits() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return TEXT.encodeToString(bits);
  }

  /** The verifier's SHA-256, which the question carries. */
  String challenge() {
    try {
      return TEXT.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never what it holds: a log must not have it. */
  @Override
  public String toString() {
    return "Proof";
  }
}
