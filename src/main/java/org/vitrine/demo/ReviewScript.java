package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.platform.json.Json;
import org.vitrine.reviews.AnswerKind;

/**
 * The design review of the demo plant, as {@code demo/review.json} tells it.
 *
 * @param votesEach how much each contact says about what others propose
 */
record ReviewScript(
    String title,
    String question,
    int openedDaysAgo,
    int closesInDays,
    int votesEach,
    List<ScriptedSpeakers> voices,
    List<ScriptedAnswer> answers) {

  /** Who proposes what; by their e-mail addresses. */
  record ScriptedSpeakers(List<String> by, List<ScriptedTheme> themes) {}

  /** What is proposed about one thing: every wish for every reason. */
  record ScriptedTheme(List<String> wishes, List<String> reasons) {
    List<String> proposals() {
      return wishes.stream()
          .flatMap(wish -> reasons.stream().map(reason -> sentence(wish, reason)))
          .toList();
    }

    private static String sentence(String wish, String reason) {
      return wish.codePoints().anyMatch(Character::isIdeographic)
          ? wish + "，" + reason
          : wish + ": " + reason;
    }
  }

  /**
   * @param theme which of all, in their order; its first proposal is answered
   */
  record ScriptedAnswer(int theme, AnswerKind answer, String reason) {}

  static ReviewScript read() {
    try (InputStream json = ReviewScript.class.getResourceAsStream("/demo/review.json")) {
      return Json.read(json.readAllBytes(), ReviewScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
