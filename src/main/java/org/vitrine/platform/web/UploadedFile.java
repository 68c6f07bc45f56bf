package org.vitrine.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/**
 * The body of a request in a file of its own, which is deleted in the end: it is on its way through
 * memory only, and is read from where it lies.
 */
public final class UploadedFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);
  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final Path path;

  private UploadedFile(Path path) {
    this.path = path;
  }

  /**
   * Waits until the body has come in full; throws {@link Rejection.Unavailable} where the disk does
   * not take it.
   */
  public static UploadedFile of(Exchange exchange) {
    try {
      UploadedFile file = new UploadedFile(Files.createTempFile("vitrine-upload-", ".tmp"));
      try (OutputStream out = Files.newOutputStream(file.path)) {
        exchange.content().transferTo(out);
        return file;
      } catch (IOException | RuntimeException | Error fault) {
        file.close();
        throw fault;
      }
    } catch (IOException full) {
      LOG.warn("A body cannot be kept: {}", full.getMessage());
      throw new Rejection.Unavailable(
          "The server has no room for the file right now; try again later", COME_BACK);
    }
  }

  public Path path() {
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
