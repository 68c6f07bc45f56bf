package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;

/**
 * A step that a customer understands.
 *
 * @param operations the shop-floor operations that belong here; {@code *} and {@code ?} are
 *     wildcards, and {@code |} stands between alternatives
 * @param countedBy those operations by which pieces are through the stage, all of them where none
 *     is named: see {@link PiecesThrough}
 * @param operationsMayBeSkipped true where products skip some of them: one that has counted nothing
 *     then does not hold the count back, though it may yet be heard from
 * @param usualHours how long the stage usually takes; absent where nobody knows
 * @param slowHours how long it takes when it takes long (nine of ten are faster); half as long
 *     again as usual where nothing is said
 * @param calendar the code of the calendar by which it is worked; absent where that is its
 *     routing's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stage(
    String code,
    Wording name,
    List<String> operations,
    List<String> countedBy,
    Boolean operationsMayBeSkipped,
    Double usualHours,
    Double slowHours,
    String calendar) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final double SLOWER = 1.5;

  /** What only a star matches. */
  private static final String ANYTHING = "\uE000\uE001\uE002";

  private static final int MOST_PATTERNS = 100;
  private static final int LONGEST_PATTERN = 200;

  public Stage {
    if (code == null || !CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code",
          "A stage code must have 1 to 40 lowercase letters, digits or dashes, such as"
              + " final-inspection");
    }
    if (usualHours != null && !(usualHours > 0 && usualHours <= 100_000)) {
      throw new Rejection.Invalid("usualHours", "The usual hours must be above zero");
    }
    if (slowHours != null
        && (usualHours == null || !(slowHours >= usualHours && slowHours <= 1e6))) {
      throw new Rejection.Invalid("slowHours", "The slow hours must not be below the usual hours");
    }
    name = name == null ? Wording.of(code) : name;
    operations = operations == null ? List.of() : List.copyOf(operations);
    countedBy = countedBy == null ? List.of() : List.copyOf(countedBy);
    slowHours =
        slowHours == null && usualHours != null ? Double.valueOf(usualHours * SLOWER) : slowHours;
  }

  /** One whose products pass each of its operations. */
  public Stage(
      String code,
      Wording name,
      List<String> operations,
      List<String> countedBy,
      Double usualHours,
      Double slowHours) {
    this(code, name, operations, countedBy, null, usualHours, slowHours, null);
  }

  /** Returns how many operations it names; throws where one list of them is too long. */
  int requireFewPatterns(String field) {
    name.requireFewLanguages(field + ".name");
    requireFewPatterns(field + ".operations", operations);
    requireFewPatterns(field + ".countedBy", countedBy);
    return operations.size() + countedBy.size();
  }

  private static void requireFewPatterns(String field, List<String> patterns) {
    if (patterns.size() > MOST_PATTERNS) {
      throw new Rejection.Invalid(
          field, "A stage can list at most %d operations".formatted(MOST_PATTERNS));
    }
    for (int at = 0; at < patterns.size(); at++) {
      String pattern = patterns.get(at);
      if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN) {
        throw new Rejection.Invalid(
            "%s[%d]".formatted(field, at),
            "An operation must have 1 to %d characters".formatted(LONGEST_PATTERN));
      }
    }
  }

  boolean includes(String operation) {
    return matches(operations, operation);
  }

  /** Whether everything that the pattern matches belongs here. */
  boolean covers(String pattern) {
    return includes(pattern.replace("*", ANYTHING));
  }

  boolean maySkip() {
    return Boolean.TRUE.equals(operationsMayBeSkipped);
  }

  /** What a piece has to pass to be through: each of these, as {@link PiecesThrough} counts. */
  List<String> counters() {
    return countedBy.isEmpty() ? operations : countedBy;
  }

  private static boolean matches(List<String> globs, String operation) {
    for (String glob : globs) {
      if (Glob.matchesAny(glob, operation)) {
        return true;
      }
    }
    return false;
  }
}
