package org.vitrine.platform.openid;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

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
    return TEXT.encodeToString(DigestUtils.sha256(verifier));
  }

  /** Never what it holds: a log must not have it. */
  @Override
  public String toString() {
    return "Proof";
  }
}
