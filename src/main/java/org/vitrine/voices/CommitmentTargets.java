package org.vitrine.voices;

import java.time.Duration;
import org.vitrine.platform.Rejection;

/** How much working time each commitment has, from the moment at which it begins. */
public record CommitmentTargets(
    Duration seen, Duration firstAnswer, Duration nextAnswer, Duration solved) {
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofHours(1_000);

  public CommitmentTargets {
    require("seen", seen);
    require("firstAnswer", firstAnswer);
    require("nextAnswer", nextAnswer);
    require("solved", solved);
    requireOrder("firstAnswer", firstAnswer, "seen", seen);
    requireOrder("solved", solved, "firstAnswer", firstAnswer);
  }

  private static void require(String field, Duration time) {
    if (time == null) {
      throw new Rejection.Invalid(field, "Give a working time such as PT4H or PT30M");
    }
    boolean whole = time.equals(Duration.ofMinutes(time.toMinutes()));
    if (!whole || time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
      throw new Rejection.Invalid(
          field,
          "A working time has whole minutes, from PT1M to PT1000H, unlike “%s”".formatted(time));
    }
  }

  private static void requireOrder(String field, Duration time, String before, Duration earlier) {
    if (time.compareTo(earlier) < 0) {
      throw new Rejection.Invalid(
          field, "%s cannot be less than “%s”, %s".formatted(time, before, earlier));
    }
  }

  public Duration of(Commitment commitment) {
    return switch (commitment) {
      case SEEN -> seen;
      case FIRST_ANSWER -> firstAnswer;
      case NEXT_ANSWER -> nextAnswer;
      case SOLVED -> solved;
    };
  }
}
