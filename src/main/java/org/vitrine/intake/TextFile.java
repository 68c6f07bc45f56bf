package org.vitrine.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.platform.StartFailed;

/**
 * A file of text. The mark that some programs put in front says that it is UTF-8 or UTF-16; one
 * without a mark is in UTF-8 unless somebody says otherwise.
 */
final class TextFile {
  private static final long MOST_BYTES = 256L << 20;

  /** Written by this mark; UTF-32 first, since its mark begins like that of UTF-16. */
  private enum ByteOrderMark {
    UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
    UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
    UTF_16LE("UTF-16LE", 0xFF, 0xFE),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF),
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF);

    private final Charset charset;
    private final int[] bytes;

    ByteOrderMark(String charset, int... bytes) {
      this.charset = Charset.forName(charset);
      this.bytes = bytes;
    }

    private boolean begins(byte[] text) {
      return text.length >= bytes.length
          && IntStream.range(0, bytes.length).allMatch(at -> (text[at] & 0xFF) == bytes[at]);
    }

    private static Optional<ByteOrderMark> of(byte[] text) {
      return Arrays.stream(values()).filter(mark -> mark.begins(text)).findFirst();
    }
  }

  private TextFile() {}

  /** Throws {@link StartFailed} with a sentence where it cannot be read or is not UTF-8. */
  static String read(Path file) {
    return read(file, StandardCharsets.UTF_8);
  }

  /** The same, with the encoding of a file without a mark. */
  static String read(Path file, Charset unmarked) {
    return read(file, file.toString(), unmarked);
  }

  /**
   * @param name how sentences call it
   */
  static String read(Path file, String name, Charset unmarked) {
    try {
      if (Files.isDirectory(file)) {
        throw new StartFailed(file + " is a directory");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new StartFailed(file + " is larger than 256 MB; split it");
      }
      return decoded(name, Files.readAllBytes(file), unmarked);
    } catch (NoSuchFileException e) {
      throw new StartFailed("There is no file " + file, e);
    } catch (IOException e) {
      throw new StartFailed("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String decoded(String name, byte[] bytes, Charset unmarked) {
    Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
    Charset charset = mark.map(known -> known.charset).orElse(unmarked);
    int from = mark.map(known -> known.bytes.length).orElse(0);
    ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer output =
        CharBuffer.allocate(
            (int) Math.ceil(input.remaining() * (double) decoder.maxCharsPerByte()));
    CoderResult result = decoder.decode(input, output, true);
    if (!result.isError()) {
      result = decoder.flush(output);
    }
    String text = output.flip().toString();
    if (result.isError() || result.isOverflow()) {
      throw new StartFailed(
          "%s is not %s (line %d); save it as UTF-8, or say what it is with --encoding"
              .formatted(
                  name, charset.name(), 1 + text.chars().filter(one -> one == '\n').count()));
    }
    return text;
  }
}
