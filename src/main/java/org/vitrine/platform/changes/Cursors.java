package org.vitrine.platform.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a client goes on, as a text that tells it nothing: in clear, the numbers of transactions
 * would say how much happens at all companies together. AES-256-GCM under a key that every node
 * reads from the database, bound to the history that the place is in.
 */
final class Cursors {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SEALED_BYTES = NONCE_BYTES + Long.BYTES + TAG_BITS / 8;
  private static final int LETTERS = SEALED_BYTES * 4 / 3;

  private final SecretKeySpec key;
  private final byte[] epoch;

  Cursors(byte[] key, String epoch) {
    this.key = new SecretKeySpec(key, "AES");
    this.epoch = epoch.getBytes(StandardCharsets.UTF_8);
  }

  String of(long xid) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(xid).array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(place);
      return Base64.getUrlEncoder()
          .encodeToString(ByteBuffer.allocate(SEALED_BYTES).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The transaction of a cursor; nothing where none of our nodes gave it, or in another history.
   */
  OptionalLong read(String cursor) {
    if (cursor.length() != LETTERS) {
      return OptionalLong.empty();
    }
    try {
      ByteBuffer sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      byte[] nonce = new byte[NONCE_BYTES];
      sealed.get(nonce);
      byte[] place = new byte[sealed.remaining()];
      sealed.get(place);
      return OptionalLong.of(
          ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(place)).getLong());
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return OptionalLong.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(epoch);
    return cipher;
  }
}
