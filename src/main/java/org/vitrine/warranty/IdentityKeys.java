package org.vitrine.warranty;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.StartFailed;

/**
 * The keys under which identities are hashed, which are not in the database: whoever has that alone
 * cannot try telephone numbers out. The first makes what is new; the others are still good for what
 * was made by them. Each is called by the beginning of its own hash.
 */
public final class IdentityKeys {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityKeys.class);
  private static final int BYTES = 32;
  private static final int NAME_LENGTH = 8;

  private final Optional<String> given;
  private final Path file;

  /** Read when it is first wanted; whoever else reads it meanwhile reads the same. */
  private volatile Map<String, byte[]> keys;

  /**
   * @param given one or several in Base64, by commas, the newest first; absent for those in the
   *     file
   * @param file one a line; made with a new key where there is none
   */
  public IdentityKeys(Optional<String> given, Path file) {
    this.given = given;
    this.file = file;
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
    return keys().entrySet().stream()
        .map(
            key ->
                new KeyedHash(
                    key.getKey(),
                    new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.getValue()).hmac(text)))
        .toList();
  }

  /** Which of these keys are not here; makes none. */
  List<String> lacking(List<String> versions) {
    boolean none = given.isEmpty() && keys == null && Files.notExists(file);
    Set<String> known = none ? Set.of() : keys().keySet();
    return versions.stream().filter(version -> !known.contains(version)).toList();
  }

  private Map<String, byte[]> keys() {
    Map<String, byte[]> known = keys;
    if (known == null) {
      known = parsed(given.map(text -> List.of(text.split(","))).orElseGet(this::read));
      keys = known;
    }
    return known;
  }

  /** Throws {@link StartFailed} where one is none. */
  public static void require(String given) {
    parsed(List.of(given.split(",")));
  }

  private static Map<String, byte[]> parsed(List<String> texts) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String text : texts) {
      byte[] key = decoded(text.strip());
      keys.put(DigestUtils.sha256Hex(key).substring(0, NAME_LENGTH), key);
    }
    return keys;
  }

  private static byte[] decoded(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length >= BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below.
    }
    throw new StartFailed(
        "A key for identities is at least 32 bytes in Base64, such as “openssl rand -base64 32”"
            + " makes it");
  }

  private List<String> read() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.notExists(file)) {
        make();
      }
      List<String> lines =
          Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
      if (lines.isEmpty()) {
        throw new StartFailed("There is no key for identities in %s".formatted(file));
      }
      return lines;
    } catch (IOException e) {
      throw new StartFailed(
          "The keys for identities cannot be read from %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Under another name first: whoever reads it finds a whole key. */
  private void make() throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "identity", ".part");
    try {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(
          draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, draft);
      LOG.info("A key for identities was made: {}. Back it up apart from the database", file);
    } catch (FileAlreadyExistsException quicker) {
      LOG.debug("Another node made the key for identities", quicker);
    } finally {
      Files.delete(draft);
    }
  }
}
