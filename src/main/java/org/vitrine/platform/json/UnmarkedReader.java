package org.vitrine.platform.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text without the byte order mark that some programs put in front of what they write (RFC 8259,
 * 8.1 lets a parser pass it over).
 */
final class UnmarkedReader extends FilterReader {
  private static final char MARK = '\uFEFF';

  private boolean hasBegun;

  UnmarkedReader(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    int length = super.read(into, from, most);
    if (hasBegun || length <= 0) {
      return length;
    }
    hasBegun = true;
    if (into[from] != MARK) {
      return length;
    }
    if (length == 1) {
      return super.read(into, from, most);
    }
    System.arraycopy(into, from + 1, into, from, length - 1);
    return length - 1;
  }

  @Override
  public int read() throws IOException {
    int first = super.read();
    boolean isMark = !hasBegun && first == MARK;
    hasBegun = true;
    return isMark ? super.read() : first;
  }
}
