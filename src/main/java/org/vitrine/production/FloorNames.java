package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Rejection;

/**
 * What the codes that the shop floor reports are called, given once with the routing: reports go on
 * to say {@code OP-30}, customers read “Leak test” or “检漏” (decision 0057). Capitals do not matter.
 *
 * @param operations by their codes; what has no name here is shown by its code
 * @param stations likewise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FloorNames(
    Map<String, LocalizedText> operations, Map<String, LocalizedText> stations) {
  public static final FloorNames NONE = new FloorNames(Map.of(), Map.of());

  private static final int MOST = 500;
  private static final int LONGEST = 200;

  public FloorNames {
    operations = byCode("operations", operations);
    stations = byCode("stations", stations);
  }

  private static Map<String, LocalizedText> byCode(String field, Map<String, LocalizedText> names) {
    Map<String, LocalizedText> byCode = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (names != null) {
      names.forEach(
          (code, name) -> {
            if (byCode.put(code, name) != null) {
              throw new Rejection.Invalid(field + "." + code, "Has two names");
            }
          });
    }
    return Collections.unmodifiableMap(byCode);
  }

  /**
   * Asked of what comes in, never of what is stored: throws {@link Rejection.Invalid} naming the
   * code below this field whose name is none.
   */
  void require(String field) {
    require(field + ".operations", operations);
    require(field + ".stations", stations);
  }

  private static void require(String field, Map<String, LocalizedText> names) {
    if (names.size() > MOST) {
      throw new Rejection.Invalid(field, "A routing can name at most %d of them".formatted(MOST));
    }
    names.forEach(
        (code, name) -> {
          String path = field + "." + code;
          if (code.isBlank() || code.length() > LONGEST) {
            throw new Rejection.Invalid(
                field, "A code must have 1 to %d characters".formatted(LONGEST));
          }
          if (name.isBlank()) {
            throw new Rejection.Invalid(path, "Empty");
          }
          TextLimit.atMost(field, code, LONGEST);
          LocalizedText.requireAtMost(path, name, LONGEST);
          LocalizedText.requireLanguages(path, name);
        });
  }

  /** What this operation is called, where it has a name; nothing of none. */
  public Optional<LocalizedText> operation(String code) {
    return Optional.ofNullable(code).map(operations::get);
  }

  /** What this station is called, where it has a name; nothing of none. */
  public Optional<LocalizedText> station(String code) {
    return Optional.ofNullable(code).map(stations::get);
  }

  boolean isEmpty() {
    return operations.isEmpty() && stations.isEmpty();
  }
}
