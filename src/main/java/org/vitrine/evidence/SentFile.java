package org.vitrine.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as it was sent, before it is known what it is. */
final class SentFile {
  private SentFile() {}

  static byte[] head(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(EvidenceFormat.HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
