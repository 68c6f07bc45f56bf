package org.vitrine.platform.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.StartFailed;

/**
 * Keys that are not in the database, for one purpose: the first makes what is new, the others are
 * still good for what was made by them. Each is called by the beginning of its own hash.
 */
public final class KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final int BYTES = 32;
  private static final int NAME_LENGTH = 8;

  private final String purpose;
  private final Optional<String> given;
  private final Path file;

  /** Read when it is first wanted; whoever else reads it meanwhile reads the same. */
  private volatile Map<String, byte[]> keys;

  /**
   * @param purpose what they are for, as messages say it: {@code identities}
   * @param given one or several in Base64, by commas, the newest first; absent for those in the
   *     file
   * @param file one a line; made with a new key where there is none
   */
  public KeyRing(String purpose, Optional<String> given, Path file) {
    this.purpose = purpose;
    this.given = given;
    this.file = file;
  }

  /** By their names, the newest first; made where there is none. Throws {@link StartFailed}. */
  public Map<String, byte[]> keys() {
    Map<String, byte[]> known = keys;
    if (known == null) {
      known = parsed(purpose, given.map(text -> List.of(text.split(","))).orElseGet(this::read));
      keys = known;
    }
    return known;
  }

  /** Which of these keys are not here; makes none. */
  public List<String> lacking(List<String> names) {
    boolean none = given.isEmpty() && keys == null && Files.notExists(file);
    Set<String> known = none ? Set.of() : keys().keySet();
    return names.stream().filter(name -> !known.contains(name)).toList();
  }

  /** Throws {@link StartFailed} where one is none. */
  public static void require(String purpose, String given) {
    parsed(purpose, List.of(given.split(",")));
  }

  private static Map<String, byte[]> parsed(String purpose, List<String> texts) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String text : texts) {
      byte[] key = decoded(purpose, text.strip());
      keys.put(DigestUtils.sha256Hex(key).substring(0, NAME_LENGTH), key);
    }
    return keys;
  }

  private static byte[] decoded(String purpose, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length >= BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below.
    }
    throw new StartFailed(
        "A key for %s is at least 32 bytes in Base64, such as “openssl rand -base64 32” makes it"
            .formatted(purpose));
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
        throw new StartFailed("There is no key for %s in %s".formatted(purpose, file));
      }
      return lines;
    } catch (IOException e) {
      throw new StartFailed(
          "The keys for %s cannot be read from %s: %s".formatted(purpose, file, e.getMessage()), e);
    }
  }

  /** Under another name first: whoever reads it finds a whole key. */
  private void make() throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".part");
    try {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(
          draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, draft);
      LOG.info("A key for {} was made: {}. Back it up apart from the database", purpose, file);
    } catch (FileAlreadyExistsException quicker) {
      LOG.debug("Another node made the key for {}", purpose, quicker);
    } finally {
      Files.delete(draft);
    }
  }
}
