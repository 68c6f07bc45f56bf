package org.vitrine.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Secrets that we have to know again, such as a password for another system, as they are kept:
 * AES-256-GCM under a key outside the database, whose name stands before what it sealed. So keys
 * are changed one after the other, and whoever has the database alone has no secret.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String SEPARATOR = ".";
  private static final String USE = "secrets at rest";

  private final KeyRing keys;

  public Secrets(KeyRing keys) {
    this.keys = keys;
  }

  /** A secret of which the key is not here, or that was kept for something else. */
  public static final class SecretUnreadable extends RuntimeException {
    SecretUnreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * A text to be kept, under the newest key.
   *
   * @param place where it is kept, such as {@code webhook/17}: it opens nowhere else
   */
  public String seal(String place, String secret) {
    Map.Entry<String, byte[]> newest = keys.keys().entrySet().iterator().next();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] kept = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return newest.getKey() + SEPARATOR + Base64.getEncoder().encodeToString(kept);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws {@link SecretUnreadable}. */
  public String open(String place, String kept) {
    String name = keyOf(kept);
    byte[] key = keys.keys().get(name);
    if (key == null) {
      throw new SecretUnreadable("The key %s for secrets is not here".formatted(name), null);
    }
    try {
      ByteBuffer sealed =
          ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(name.length() + 1)));
      byte[] nonce = new byte[NONCE_BYTES];
      sealed.get(nonce);
      byte[] content = new byte[sealed.remaining()];
      sealed.get(content);
      return new String(
          cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(content), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | RuntimeException notOurs) {
      throw new SecretUnreadable("A secret for %s cannot be opened".formatted(place), notOurs);
    }
  }

  /** What is not is sealed anew when it is next written, so that an old key can go. */
  public boolean isUnderNewest(String kept) {
    return keyOf(kept).equals(keys.keys().keySet().iterator().next());
  }

  /** The names of keys under which these are kept and that are not here; makes no key. */
  public List<String> lacking(List<String> kept) {
    return keys.lacking(kept.stream().map(Secrets::keyOf).distinct().toList());
  }

  private static String keyOf(String kept) {
    int end = kept.indexOf(SEPARATOR);
    return end < 0 ? "" : kept.substring(0, end);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place)
      throws GeneralSecurityException {
    byte[] derived = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(USE);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
