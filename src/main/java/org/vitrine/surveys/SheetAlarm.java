package org.vitrine.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.words.Language;
import org.vitrine.surveys.SurveyAnswer.AssociatedWord;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.PictureAnswer;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;

/** Whether what somebody answered cannot wait until the survey ends, and what is said of it. */
final class SheetAlarm {
  private static final int LONGEST = 3_800;

  private SheetAlarm() {}

  /**
   * What the message says: each score that is low, beside its question, since lists show the first
   * line alone; and all that was written, with its questions. Nothing where nothing alarms.
   *
   * @param language in which the questions are told
   */
  static Optional<String> of(
      List<SurveyQuestion> questions,
      Map<String, SurveyAnswer> answers,
      AlarmRules rules,
      Language language) {
    boolean alarms = false;
    List<String> parts = new ArrayList<>();
    for (SurveyQuestion question : questions) {
      SurveyAnswer answer = answers.get(question.key());
      if (answer instanceof ScoreAnswer score && rules.alarms(question, score.score())) {
        alarms = true;
        parts.add(
            "%s %d / %d"
                .formatted(
                    question.text().in(language),
                    score.score(),
                    question.range().orElseThrow().high()));
      }
      List<String> written = written(answer);
      alarms |= written.stream().anyMatch(rules::alarms);
      if (!written.isEmpty()) {
        parts.add(question.text().in(language) + "\n" + String.join(", ", written));
      }
    }
    return alarms ? Optional.of(joined(parts)) : Optional.empty();
  }

  private static List<String> written(SurveyAnswer answer) {
    return switch (answer) {
      case TextAnswer said -> List.of(said.text());
      case ChoiceAnswer chosen -> chosen.other().stream().toList();
      case PictureAnswer picture -> picture.why().stream().toList();
      case AssociationAnswer words -> words.words().stream().map(AssociatedWord::word).toList();
      case null, default -> List.of();
    };
  }

  /** As many as one message holds. */
  private static String joined(List<String> parts) {
    return Excerpt.of(String.join("\n\n", parts), LONGEST);
  }
}
