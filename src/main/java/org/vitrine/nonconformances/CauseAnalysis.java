package org.vitrine.nonconformances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What people found out about a nonconformance, in their words.
 *
 * @param whys each an answer to why the one before was so
 * @param prevention why it does not happen again
 * @param thanks to those who found it out and mended it
 */
public record CauseAnalysis(
    List<String> whys,
    Optional<String> cause,
    Optional<String> prevention,
    Optional<String> thanks) {
  static final CauseAnalysis NOTHING =
      new CauseAnalysis(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int MOST_WHYS = 5;
  private static final int LONGEST_WHY = 500;
  private static final int LONGEST = 3_000;

  public CauseAnalysis {
    whys = List.copyOf(whys);
  }

  /** What is sent to write it; what is absent or empty is not there. */
  public record WriteAnalysis(List<String> whys, String cause, String prevention, String thanks) {
    CauseAnalysis analysis() {
      return new CauseAnalysis(
          said(whys == null ? List.of() : whys),
          text("cause", cause, LONGEST),
          text("prevention", prevention, LONGEST),
          text("thanks", thanks, LONGEST));
    }

    private static List<String> said(List<String> whys) {
      if (whys.size() > MOST_WHYS) {
        throw new Rejection.Invalid("whys", "At most %d".formatted(MOST_WHYS));
      }
      List<String> said = new ArrayList<>();
      for (int at = 0; at < whys.size(); at++) {
        text("whys[%d]".formatted(at), whys.get(at), LONGEST_WHY).ifPresent(said::add);
      }
      return said;
    }

    private static Optional<String> text(String field, String text, int most) {
      TextLimit.atMost(field, text, most);
      return Optional.ofNullable(text).map(Blanks::stripped).filter(said -> !said.isEmpty());
    }
  }
}
