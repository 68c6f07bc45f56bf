package org.vitrine.platform.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;

/**
 * Many values that were sent at once, as an array or one a line: however many they are, one at a
 * time is in memory. Their text is read anew, from its beginning, for each thing that is asked.
 */
public sealed interface JsonSequence permits JsonArray, JsonLines {

  /** The text is an array. */
  static JsonSequence ofArray(Supplier<InputStream> text) {
    return new JsonArray(text);
  }

  /** Each line of the text is a value (NDJSON); blank ones do not count. */
  static JsonSequence ofLines(Supplier<InputStream> text) {
    return new JsonLines(text);
  }

  /** Whether a text is an array, if it is JSON at all. */
  static boolean isArray(InputStream text) {
    try {
      int first = behindMark(text);
      while (Character.isWhitespace(first)) {
        first = text.read();
      }
      return first == '[';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first byte; no JSON begins with one of the three that are a byte order mark. */
  private static int behindMark(InputStream text) throws IOException {
    int first = text.read();
    if (first == 0xEF) {
      text.readNBytes(2);
      return text.read();
    }
    return first;
  }

  /**
   * How many values there are, as far as one more than {@code most}. Throws {@link
   * Rejection.Invalid} where the text as a whole is broken, so that nothing of it should be used.
   */
  int count(int most);

  /**
   * The values, in their order. Each is read when it is asked for, once and before the next; what
   * is wrong with one is a {@link Rejection.Invalid} of its own and keeps nobody from the others.
   */
  <T> Iterable<Supplier<T>> as(Class<T> type);
}
