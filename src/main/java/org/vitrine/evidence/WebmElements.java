package org.vitrine.evidence;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at the beginning of a WebM (RFC 8794, RFC 9559) for how long it says that it is. One that a
 * browser recorded does not say.
 */
final class WebmElements {
  private static final int LOOKED_AT = 1 << 16;
  private static final long EBML = 0x1A45DFA3;
  private static final long SEGMENT = 0x18538067;
  private static final long INFO = 0x1549A966;
  private static final long CLUSTER = 0x1F43B675;
  private static final long TIMESTAMP_SCALE = 0x2AD7B1;
  private static final long DURATION = 0x4489;
  private static final long USUAL_SCALE = 1_000_000;
  private static final double LONGEST_NANOS = 1e18;

  private final ByteBuffer head;
  private long scale = USUAL_SCALE;
  private double units;

  WebmElements(FileChannel file) throws IOException {
    ByteBuffer some = ByteBuffer.allocate(LOOKED_AT);
    int read = 0;
    while (some.hasRemaining() && read >= 0) {
      read = file.read(some, some.position());
    }
    this.head = some.flip();
  }

  Optional<Duration> length() {
    try {
      while (head.hasRemaining() && step()) {
        // Goes on to the first cluster, behind which nothing is said any more.
      }
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | ArithmeticException endedEarly) {
      // What was said until there counts.
    }
    double nanos = units * scale;
    return nanos > 0 && nanos < LONGEST_NANOS
        ? Optional.of(Duration.ofNanos((long) nanos))
        : Optional.empty();
  }

  private boolean step() {
    long id = number(true);
    long size = number(false);
    if (id == CLUSTER) {
      return false;
    }
    if (id == SEGMENT || id == INFO) {
      return true; // What is inside comes next.
    }
    ByteBuffer content = head.slice(head.position(), Math.toIntExact(Math.min(size, head.limit())));
    head.position(head.position() + content.limit());
    if (id == TIMESTAMP_SCALE && size <= Long.BYTES) {
      scale = whole(content);
    } else if (id == DURATION) {
      units = size == Float.BYTES ? content.getFloat() : content.getDouble();
    }
    return id == EBML || size >= 0;
  }

  private static long whole(ByteBuffer bytes) {
    long number = 0;
    while (bytes.hasRemaining()) {
      number = number << Byte.SIZE | bytes.get() & 0xFF;
    }
    return number;
  }

  /**
   * A number of which the leading zeros say how long it is.
   *
   * @param marked true for an id, to which the bit that ends these zeros belongs
   */
  private long number(boolean marked) {
    int first = head.get() & 0xFF;
    int more = Integer.numberOfLeadingZeros(first) - 24;
    long number = marked ? first : first & 0x7F >> more;
    for (int i = 0; i < more; i++) {
      number = number << Byte.SIZE | head.get() & 0xFF;
    }
    return number;
  }
}
