package org.vitrine.production;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Rejection;

/** The list of stages that a product goes through, in their order. */
public record Routing(String code, String name, List<Stage> stages) {
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
    Set<String> codes = new HashSet<>();
    for (Stage stage : stages) {
      if (!codes.add(stage.code())) {
        throw new Rejection.Invalid("stages", "The stage “" + stage.code() + "” appears twice");
      }
    }
  }

  /**
   * The same, if it is not too much to be gone through with each report; throws {@link
   * Rejection.Invalid} naming the field where it is. Asked of what comes in, never of what is
   * stored, which an older Vitrine may have taken.
   */
  Routing checked() {
    int patterns = 0;
    for (int at = 0; at < stages.size(); at++) {
      patterns += stages.get(at).requireFewPatterns("stages[%d]".formatted(at));
    }
    if (patterns > MOST_PATTERNS) {
      throw new Rejection.Invalid(
          "stages", "A routing can list at most %d operations in total".formatted(MOST_PATTERNS));
    }
    return this;
  }

  public Optional<Stage> stage(String code) {
    return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
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
