package org.vitrine.platform.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** The values of a text that has one a line. */
final class JsonLines implements JsonSequence {
  private static final int AT_ONCE = 8_192;
  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Supplier<InputStream> text;

  JsonLines(Supplier<InputStream> text) {
    this.text = text;
  }

  @Override
  public int count(int most) {
    LineReader lines = new LineReader(text.get());
    int count = 0;
    while (count <= most && lines.goToNext()) {
      count++;
    }
    return count;
  }

  @Override
  public <T> Iterable<Supplier<T>> as(Class<T> type) {
    return () -> new Values<>(new LineReader(text.get()), type);
  }

  private static final class Values<T> implements Iterator<Supplier<T>> {
    private final LineReader lines;
    private final Class<T> type;
    private boolean isAtNext;

    private Values(LineReader lines, Class<T> type) {
      this.lines = lines;
      this.type = type;
    }

    @Override
    public boolean hasNext() {
      isAtNext = isAtNext || lines.goToNext();
      return isAtNext;
    }

    @Override
    public Supplier<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAtNext = false;
      return () -> Json.read(lines, type);
    }
  }

  /** Reads as far as the end of a line; no character of UTF-8 has a line feed inside. */
  private static final class LineReader extends InputStream {
    private final InputStream text;
    private final byte[] ahead = new byte[AT_ONCE];
    private int at;
    private int end;
    private boolean isInLine;

    private LineReader(InputStream text) {
      this.text = text;
    }

    /** Goes to the next line that is not blank; false where there is none. */
    boolean goToNext() {
      try {
        while (isInLine && hasMore() && ahead[at] != '\n') {
          at++;
        }
        for (int blank = blankAhead(); blank > 0; blank = blankAhead()) {
          at += blank;
        }
        isInLine = hasMore();
        return isInLine;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** How many bytes say nothing; alone in a line, a byte order mark is no value. */
    private int blankAhead() throws IOException {
      if (!hasMore()) {
        return 0;
      }
      if (Character.isWhitespace(ahead[at])) {
        return 1;
      }
      return end - at >= MARK.length && startsWithMark() ? MARK.length : 0;
    }

    private boolean startsWithMark() {
      return Arrays.equals(ahead, at, at + MARK.length, MARK, 0, MARK.length);
    }

    private boolean hasMore() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(0, text.read(ahead));
      }
      return at < end;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (!hasMore() || ahead[at] == '\n') {
        return -1;
      }
      int length = 0;
      while (length < most && at < end && ahead[at] != '\n') {
        into[from + length++] = ahead[at++];
      }
      return length;
    }

    @Override
    public int read() throws IOException {
      return hasMore() && ahead[at] != '\n' ? ahead[at++] & 0xFF : -1;
    }
  }
}
