package org.vitrine.production;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Rejection;

/**
 * The list of stages that a product goes through, in their order.
 *
 * @param calendar the code of the calendar by which it is worked; absent where that is the plant's
 * @param names what the codes of operations and stations are called; absent where they have no
 *     names
 */
public record Routing(
    String code, String name, String calendar, List<Stage> stages, FloorNames names) {
  private static final int MOST_PATTERNS = 500;

  public Routing {
    if (code == null || !code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new Rejection.Invalid(
          "code", "A routing code must have 1 to 40 letters, digits, dots, dashes or underscores");
    }
    if (stages == null || stages.isEmpty() || stages.size() > 40) {
      throw new Rejection.Invalid("stages", "A routing must have 1 to 40 stages");
    }
    TextLimit.atMost("name", name, 200);
    name = name == null || name.isBlank() ? code : name;
    stages = List.copyOf(stages);
    names = names == null || names.isEmpty() ? null : names;
    Set<String> codes = new HashSet<>();
    for (Stage stage : stages) {
      if (!codes.add(stage.code())) {
        throw new Rejection.Invalid("stages", "The stage “" + stage.code() + "” appears twice");
      }
    }
  }

  /** One that is worked by the plant's calendar, and whose codes have no names. */
  public Routing(String code, String name, List<Stage> stages) {
    this(code, name, null, stages, null);
  }

  /**
   * The same, if it is not too much to be gone through with each report; throws {@link
   * Rejection.Invalid} naming the field where it is. Asked of what comes in, never of what is
   * stored, which an older Vitrine may have taken.
   */
  Routing checked() {
    floorNames().require("names");
    int patterns = 0;
    for (int at = 0; at < stages.size(); at++) {
      patterns += stages.get(at).requireFewPatterns("stages[%d]".formatted(at));
    }
    if (patterns > MOST_PATTERNS) {
      throw new Rejection.Invalid(
          "stages", "A routing can list at most %d operations in total".formatted(MOST_PATTERNS));
    }
    for (int at = 1; at < stages.size(); at++) {
      requireReachable(at);
    }
    return this;
  }

  /**
   * A stage all of whose operations an earlier one has as well is told apart by what lies between:
   * where nothing of its own does, no report would ever reach it.
   */
  private void requireReachable(int at) {
    Stage stage = stages.get(at);
    List<String> globs = stage.operations().stream().flatMap(Routing::alternatives).toList();
    for (int before = at - 1; before >= 0 && !globs.isEmpty(); before--) {
      Stage earlier = stages.get(before);
      if (!globs.stream().allMatch(earlier::covers)) {
        continue;
      }
      if (stages.subList(before + 1, at).stream().noneMatch(between -> isOther(between, earlier))) {
        throw new Rejection.Invalid(
            "stages[%d].operations".formatted(at),
            "No report would ever reach “%s”: “%s”, before it, has all of its operations, and no other stage lies between them"
                .formatted(stage.code(), earlier.code()));
      }
    }
  }

  private static boolean isOther(Stage between, Stage earlier) {
    return between.operations().isEmpty()
        || between.operations().stream()
            .flatMap(Routing::alternatives)
            .anyMatch(glob -> !earlier.covers(glob));
  }

  private static Stream<String> alternatives(String pattern) {
    return Glob.alternatives(pattern).stream();
  }

  /** Whether any of it is worked by this calendar. */
  boolean isWorkedBy(String code) {
    return stages.stream()
        .map(stage -> WorkingTimes.calendarOf(stage, calendar))
        .anyMatch(code::equals);
  }

  /** By the code of which calendar its last stage is worked. */
  public String calendarAtLast() {
    return WorkingTimes.calendarOf(stages.getLast(), calendar);
  }

  /** What codes are called; nothing is where it has no names. */
  public FloorNames floorNames() {
    return names == null ? FloorNames.NONE : names;
  }

  public Optional<Stage> stage(String code) {
    return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
  }

  /** The stages that the operation belongs to, in their order. */
  public List<Stage> stagesOf(String operation) {
    return stages.stream().filter(stage -> stage.includes(operation)).toList();
  }

  /** True where it stands in several stages. */
  boolean isAmbiguous(String operation) {
    int found = 0;
    for (Stage stage : stages) { // As for stageOf.
      if (stage.includes(operation) && ++found > 1) {
        return true;
      }
    }
    return false;
  }

  /** The first stage that the operation belongs to. */
  public Optional<Stage> stageOf(String operation) {
    for (Stage stage : stages) { // For each report of each page: a stream takes four times as long.
      if (stage.includes(operation)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}
