package org.vitrine.warranty;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.secrets.KeyRing;

/**
 * The keys under which identities are hashed, which are not in the database: whoever has that alone
 * cannot try telephone numbers out. The first makes what is new; the others are still good for what
 * was made by them. Each is called by the beginning of its own hash.
 */
public final class IdentityKeys {
  private static final String PURPOSE = "identities";

  private final KeyRing keys;

  /**
   * @param given one or several in Base64, by commas, the newest first; absent for those in the
   *     file
   * @param file one a line; made with a new key where there is none
   */
  public IdentityKeys(Optional<String> given, Path file) {
    this.keys = new KeyRing(PURPOSE, given, file);
  }

  /** What a text comes to under a key, and how that key is called. */
  record KeyedHash(String keyVersion, byte[] hmac) {
    private static final String NO_KEY = "none";

    /** For what is gone before anybody could try it out. */
    static KeyedHash withoutKey(String text) {
      return new KeyedHash(NO_KEY, DigestUtils.sha256(text));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof KeyedHash hash
          && keyVersion.equals(hash.keyVersion)
          && MessageDigest.isEqual(hmac, hash.hmac);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(hmac);
    }
  }

  /** Under the newest key. */
  KeyedHash hash(String text) {
    return hashes(text).getFirst();
  }

  /** Under each key, the newest first. */
  List<KeyedHash> hashes(String text) {
    return keys.keys().entrySet().stream()
        .map(
            key ->
                new KeyedHash(
                    key.getKey(),
                    new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.getValue()).hmac(text)))
        .toList();
  }

  /** Which of these keys are not here; makes none. */
  List<String> lacking(List<String> versions) {
    return keys.lacking(versions);
  }

  /** Throws {@link StartFailed} where one is none. */
  public static void require(String given) {
    KeyRing.require(PURPOSE, given);
  }
}
