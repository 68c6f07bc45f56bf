package org.vitrine.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for.
 *
 * @param after the {@code next} of the part before; absent for the first
 * @param limit how many at most
 */
public record Paging(Optional<String> after, int limit) {

  /** A part of a list, and what the part after it is asked for by, where there is more. */
  public record ListPart<T>(List<T> shown, Optional<String> next) {}

  public static Paging first(int limit) {
    return new Paging(Optional.empty(), limit);
  }

  /** Lists that are asked for by the number of the last one shown. */
  public Optional<Long> afterNumber() {
    return after.map(Paging::number);
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    throw new Rejection.Invalid("after", "Should be the “next” of the page before");
  }

  /** How many are read: one more than is shown tells whether there is more. */
  public int looked() {
    return limit + 1;
  }

  /** The part of what was looked for that is shown. */
  public <T> ListPart<T> part(List<T> found, Function<T, ?> key) {
    if (found.size() <= limit) {
      return new ListPart<>(found, Optional.empty());
    }
    List<T> shown = found.subList(0, limit);
    return new ListPart<>(shown, Optional.of(String.valueOf(key.apply(shown.getLast()))));
  }
}
