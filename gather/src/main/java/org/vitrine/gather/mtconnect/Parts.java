package org.vitrine.gather.mtconnect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The parts of a multipart/x-mixed-replace answer that does not end, as agents stream. */
final class Parts {
  private static final int LARGEST = 32 * 1024 * 1024;
  private static final int LONGEST_LINE = 8_192;

  private final InputStream in;

  Parts(InputStream in) {
    this.in = in;
  }

  /** Waits for the next part; null where there are no more. */
  byte[] next() throws IOException {
    int length = -1;
    String line = line();
    boolean inHeaders = false;
    while (line != null) {
      if (line.startsWith("--")) {
        if (line.endsWith("--") && line.length() > 4) {
          return null;
        }
        inHeaders = true;
      } else if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      } else if (line.isEmpty() && inHeaders) {
        return body(length);
      }
      line = line();
    }
    return null;
  }

  private byte[] body(int length) throws IOException {
    if (length < 0 || length > LARGEST) {
      throw new IOException(
          "A part of %d bytes: too much, or its length is missing".formatted(length));
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("The stream ended within a part");
    }
    return body;
  }

  private String line() throws IOException {
    StringBuilder bytes = new StringBuilder();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (bytes.length() >= LONGEST_LINE) {
        throw new IOException("A line without an end");
      }
      bytes.append((char) read);
      read = in.read();
    }
    return new String(
            bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .strip();
  }
}
