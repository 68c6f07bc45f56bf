package org.vitrine.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Rejection;

/**
 * Goes through the boxes of an MP4 (ISO/IEC 14496-12) and empties those in which cameras write
 * where, when and by what it was taken; they stay as long as they were, so that nothing else moves.
 */
final class Mp4Boxes {
  private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");
  private static final Set<String> OPENED = Set.of("moov", "trak");
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 16;
  private static final int MOST_BOXES = 5_000;

  /** What we open lies two deep. */
  private static final int DEEPEST = 4;

  private static final int ZEROS = 1 << 16;

  private final FileChannel file;
  private Optional<Duration> length = Optional.empty();
  private int boxes;

  Mp4Boxes(FileChannel file) {
    this.file = file;
  }

  /**
   * How long it says that it is; throws {@link Rejection.Invalid} where it is built as no camera
   * builds one.
   */
  Optional<Duration> clean() throws IOException {
    clean(0, file.size(), 0);
    return length;
  }

  private void clean(long from, long end, int depth) throws IOException {
    long at = from;
    while (at + HEAD <= end) {
      if (++boxes > MOST_BOXES || depth > DEEPEST) {
        throw new Rejection.Invalid(
            "", "The clip cannot be read: record it anew, or save it as MP4 and send that");
      }
      ByteBuffer head = read(at, LONG_HEAD);
      long size = head.getInt() & 0xFFFF_FFFFL;
      byte[] name = new byte[4];
      head.get(name);
      int headed = HEAD;
      if (size == 1) {
        size = head.getLong();
        headed = LONG_HEAD;
      }
      long next = size == 0 ? end : at + size;
      if (next < at + headed || next > end) {
        return; // Cut off, or no box: whoever plays it stops here, too.
      }
      take(new String(name, StandardCharsets.ISO_8859_1), at, at + headed, next, depth);
      at = next;
    }
  }

  private void take(String name, long at, long content, long end, int depth) throws IOException {
    if (TELLING.contains(name)) {
      write(at + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)));
      for (long from = content; from < end; from += ZEROS) {
        write(from, ByteBuffer.allocate((int) Math.min(ZEROS, end - from)));
      }
    } else if (OPENED.contains(name)) {
      clean(content, end, depth + 1);
    } else if (name.equals("mvhd")) {
      ByteBuffer said = read(content, 32);
      boolean isLong = said.get(0) == 1;
      long scale = said.getInt(isLong ? 20 : 12) & 0xFFFF_FFFFL;
      long units = isLong ? said.getLong(24) : said.getInt(16) & 0xFFFF_FFFFL;
      if (scale > 0 && units > 0 && units < Long.MAX_VALUE / 1_000) {
        length = Optional.of(Duration.ofMillis(units * 1_000 / scale));
      }
    }
  }

  /** Zeros where the file ends before. */
  private ByteBuffer read(long at, int bytes) throws IOException {
    ByteBuffer some = ByteBuffer.allocate(bytes);
    int read = 0;
    while (some.hasRemaining() && read >= 0) {
      read = file.read(some, at + some.position());
    }
    return some.clear();
  }

  private void write(long at, ByteBuffer content) throws IOException {
    long to = at;
    while (content.hasRemaining()) {
      to += file.write(content, to);
    }
  }
}
