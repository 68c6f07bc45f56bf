package org.vitrine.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.StartFailed;

/**
 * What signs our mail (RFC 6376), so that mailboxes know that nobody else wrote it.
 *
 * @param selector under which the public key stands in DNS: {@code
 *     SELECTOR._domainkey.DOMAIN-OF-THE-SENDER}
 */
public record DkimKey(String selector, RSAPrivateKey key) {
  private static final Pattern SELECTOR =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern PEM =
      Pattern.compile("(?s)-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----");

  /** RFC 8301, section 3.2: shorter ones are not believed. */
  private static final int LEAST_BITS = 1_024;

  public DkimKey {
    if (!SELECTOR.matcher(selector).matches()) {
      throw new StartFailed(
          "--mail-dkim-selector (VITRINE_MAIL_DKIM_SELECTOR) must have letters, digits and hyphens only, not "
              + selector);
    }
    if (key.getModulus().bitLength() < LEAST_BITS) {
      throw new StartFailed("The DKIM key must have at least %d bits".formatted(LEAST_BITS));
    }
  }

  /** From a file in PEM; throws {@link StartFailed} with a sentence that keeps the secret. */
  public static DkimKey read(Path file, String selector) {
    try {
      Matcher pem = PEM.matcher(Files.readString(file));
      if (pem.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        return new DkimKey(
            selector,
            (RSAPrivateKey)
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      }
    } catch (IOException e) {
      throw new StartFailed("Cannot read the DKIM key %s: %s".formatted(file, e.getMessage()), e);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // Said below.
    }
    throw new StartFailed(
        "The DKIM key %s must be an RSA key in PEM that begins with “BEGIN PRIVATE KEY”; openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 makes one"
            .formatted(file));
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "DkimKey[" + selector + "]";
  }
}
