package org.vitrine.delays;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.DelayRemedy;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What somebody answers.
 *
 * @param lines to which of them they agree; only where they agree in part
 * @param part whether they agree that a part comes first, as it was offered
 * @param date the day that they name
 * @param remedy which of those that were offered they choose
 * @param call where and when they want to be called
 */
record AnswerOffer(
    DelayAnswer answer,
    List<Integer> lines,
    Boolean part,
    LocalDate date,
    DelayRemedy remedy,
    String words,
    String call) {
  private static final int LONGEST = 1_000;
  private static final int LONGEST_CALL = 200;

  AnswerOffer {
    if (answer == null) {
      throw new Rejection.Invalid(
          "answer", "Answer accept, accept-part, other-day, decline or call-me");
    }
    lines = lines == null || lines.isEmpty() ? null : lines.stream().distinct().sorted().toList();
    part = Boolean.TRUE.equals(part) ? Boolean.TRUE : null;
    words = text("words", words, LONGEST);
    call = text("call", call, LONGEST_CALL);
  }

  private static String text(String field, String said, int most) {
    TextLimit.atMost(field, said, most);
    String stripped = said == null ? "" : Blanks.stripped(said);
    return stripped.isEmpty() ? null : stripped;
  }

  /** The same, which is about these lines. */
  AnswerOffer about(List<Integer> others) {
    return new AnswerOffer(answer, others, part, date, remedy, words, call);
  }
}
