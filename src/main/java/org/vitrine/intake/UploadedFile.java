package org.vitrine.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.platform.web.Exchange;

/**
 * The body of a request in a file of its own, which is deleted in the end: it is on its way through
 * memory only, and a workbook is read from where it lies.
 */
final class UploadedFile implements AutoCloseable {
  private final Path path;

  private UploadedFile(Path path) {
    this.path = path;
  }

  /** Waits until the body has come in full. */
  static UploadedFile of(Exchange exchange) {
    try {
      UploadedFile file = new UploadedFile(Files.createTempFile("vitrine-import-", ".tmp"));
      try (OutputStream out = Files.newOutputStream(file.path)) {
        exchange.content().transferTo(out);
        return file;
      } catch (IOException | RuntimeException | Error fault) {
        file.close();
        throw fault;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
