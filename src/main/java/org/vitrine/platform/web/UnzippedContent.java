package org.vitrine.platform.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vitrine.platform.Rejection;

/**
 * A compressed body as it was before. It is unpacked while it is read and never in memory as a
 * whole, so that a few bytes which unpack to gigabytes fill nothing.
 */
final class UnzippedContent extends InputStream {
  private static final int MOST_EMPTY_MEMBERS = 100;

  private final InputStream unzipped;
  private final long limit;
  private long read;
  private boolean ended;

  /**
   * @param limit how many bytes it may unpack to
   */
  UnzippedContent(InputStream zipped, long limit) {
    this.limit = limit;
    try {
      this.unzipped = new Members(zipped);
    } catch (IOException broken) {
      throw invalid();
    }
  }

  /**
   * How many bytes it unpacks to. Throws {@link Rejection.TooLarge} where they are more than may
   * be, {@link Rejection.Invalid} where it is not gzip, or not all of it.
   */
  static long size(InputStream zipped, long limit) {
    try {
      return new UnzippedContent(zipped, limit).transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      throw invalid();
    }
  }

  private static Rejection.Invalid invalid() {
    return new Rejection.Invalid(
        "", "The body is not whole gzip, which its Content-Encoding says it is");
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (ended) {
      return -1;
    }
    try {
      int length = unzipped.read(into, from, most);
      ended = length < 0;
      if (ended) {
        unzipped.close(); // What an inflater holds lies outside of the heap.
      }
      read += Math.max(0, length);
      if (read > limit) {
        throw new Rejection.TooLarge("The body is larger than this route takes");
      }
      return length;
    } catch (ZipException | EOFException broken) {
      throw invalid();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Gzip may have members one after the other; each empty one is read within the one before. */
  private static final class Members extends GZIPInputStream {
    private int depth;

    private Members(InputStream zipped) throws IOException {
      super(zipped);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (depth > MOST_EMPTY_MEMBERS) {
        throw new ZipException("Too many empty members");
      }
      depth++;
      try {
        return super.read(into, from, most);
      } finally {
        depth--;
      }
    }
  }
}
