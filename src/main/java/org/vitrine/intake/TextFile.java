package org.vitrine.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vitrine.platform.StartFailed;

/** A file of text in UTF-8, with or without the mark that some programs put in front. */
final class TextFile {
  private static final long MOST_BYTES = 256L << 20;
  private static final char MARK = '\uFEFF';

  private TextFile() {}

  /** Throws {@link StartFailed} with a sentence where it cannot be read or is not UTF-8. */
  static String read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new StartFailed(file + " is a directory");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new StartFailed(file + " is larger than 256 MB; split it");
      }
      return decoded(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new StartFailed("There is no file " + file, e);
    } catch (IOException e) {
      throw new StartFailed("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String decoded(Path file, byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, output, true);
    if (result.isError()) {
      throw new StartFailed(
          file + " is not UTF-8 (line " + line(bytes, input.position()) + "); save it as UTF-8");
    }
    String text = output.flip().toString();
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int at = 0; at < position; at++) {
      if (bytes[at] == '\n') {
        line++;
      }
    }
    return line;
  }
}
