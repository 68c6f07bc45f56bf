package org.vitrine.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.platform.StartFailed;

/**
 * The manufacturer's logo, which goes along with each mail: mailboxes do not fetch pictures from
 * elsewhere.
 *
 * @param type such as {@code image/png}
 */
public record MailLogo(byte[] content, String type) {
  private static final int LARGEST = 100_000;

  /** Throws {@link StartFailed} with a sentence where it cannot be used. */
  public static MailLogo read(Path file) {
    try {
      byte[] content = Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
      return new MailLogo(content, type(content, file));
    } catch (IOException e) {
      throw new StartFailed("Cannot read the logo %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String type(byte[] content, Path file) {
    String begins = new String(content, StandardCharsets.ISO_8859_1);
    if (begins.startsWith("\u0089PNG\r\n")) {
      return "image/png";
    }
    if (begins.startsWith("\u00FF\u00D8\u00FF")) {
      return "image/jpeg";
    }
    throw new StartFailed("The logo %s must be a PNG or a JPEG of at most 100 kB".formatted(file));
  }

  /** Never its content. */
  @Override
  public String toString() {
    return "MailLogo[" + type + "]";
  }
}
