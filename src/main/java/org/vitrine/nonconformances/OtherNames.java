package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.OrderNumber;

/**
 * What must not stand in a text that a company reads: what other companies are called, and the
 * numbers of their orders.
 */
final class OtherNames {
  private static final int SHORTEST = 2;

  private final List<String> names;

  OtherNames(Collection<String> names) {
    this.names =
        names.stream()
            .map(OrderNumber::key)
            .filter(name -> name.length() >= SHORTEST)
            .distinct()
            .toList();
  }

  boolean areIn(String text) {
    String said = OrderNumber.key(text);
    return names.stream().anyMatch(name -> stands(name, said));
  }

  /** The text, unless it names somebody. */
  Optional<String> keepOutOf(Optional<String> text) {
    return text.filter(said -> !areIn(said));
  }

  /** As a word of its own where words are parted: “ABB” does not stand in “rabble”. */
  private static boolean stands(String name, String text) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if (isParted(text, at) && isParted(text, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends here; one sign of Chinese writing is not parted from the next. */
  private static boolean isParted(String text, int at) {
    return at == 0
        || at == text.length()
        || !isOfAWord(text.charAt(at - 1))
        || !isOfAWord(text.charAt(at));
  }

  private static boolean isOfAWord(char sign) {
    return Character.isLetterOrDigit(sign) && !Character.isIdeographic(sign);
  }
}
