package org.vitrine.notices;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The half of RFC 8291 that is a browser's: has a key, and reads what was encrypted for it. */
final class PushBrowser {
  private static final int HALF = 32;
  private static final int SALT = 16;
  private static final int HEAD = SALT + 4 + 1;

  private final KeyPair keys;
  private final byte[] secret = new byte[SALT];

  PushBrowser() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] secret() {
    return secret;
  }

  byte[] point() {
    ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
    byte[] written = new byte[1 + 2 * HALF];
    written[0] = 4;
    write(point.getAffineX(), written, 1);
    write(point.getAffineY(), written, 1 + HALF);
    return written;
  }

  private static void write(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, HALF);
    System.arraycopy(bytes, bytes.length - length, into, at + HALF - length, length);
  }

  static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF)),
            new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, 1 + 2 * HALF)));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(at, curve.getParameterSpec(ECParameterSpec.class)));
  }

  byte[] decrypted(byte[] message) throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(message, SALT);
    byte[] sender = Arrays.copyOfRange(message, HEAD, HEAD + message[HEAD - 1]);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(publicKey(sender), true);
    byte[] common =
        hkdf(
            secret,
            agreement.generateSecret(),
            joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender),
            HALF);
    byte[] key =
        hkdf(salt, common, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
    byte[] nonce =
        hkdf(salt, common, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded =
        cipher.doFinal(message, HEAD + sender.length, message.length - HEAD - sender.length);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    return Arrays.copyOf(padded, end); // What ends it is the mark of the last record.
  }

  private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(hmac(salt, input), joined(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
