package org.vitrine.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sha256;

/** What evidence is called: the SHA-256 of the file as it was sent, as 64 small hex digits. */
public record EvidenceHash(@JsonValue String text) {
  /** From an address: what cannot be one is not there. */
  static EvidenceHash inAddress(String text) {
    if (!Sha256.is(text)) {
      throw notFound();
    }
    return new EvidenceHash(text);
  }

  /** What is answered for evidence that is not there, or not for whoever asks. */
  static Rejection notFound() {
    return new Rejection.NotFound("There is no such evidence");
  }

  static EvidenceHash of(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return new EvidenceHash(DigestUtils.sha256Hex(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
