package org.vitrine.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * How somebody follows one order, whatever they chose for topics.
 *
 * @param mode absent where they follow it as any other
 * @param stages of which they want to be told once they are done
 */
public record OrderFollowing(String order, Optional<FollowMode> mode, List<WishedStage> stages) {

  /** What differs from other orders. */
  public enum FollowMode {
    /** Everything of it at once. */
    FOLLOW("follow"),
    /** Nothing of it. */
    MUTE("mute");

    private final String code;

    FollowMode(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    static FollowMode of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }

  /**
   * A stage of a line.
   *
   * @param name what it is called; absent where its routing has it no more
   */
  public record WishedStage(int line, String stage, Optional<LocalizedText> name) {}
}
