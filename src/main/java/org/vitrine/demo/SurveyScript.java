package org.vitrine.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SheetChannel;
import org.vitrine.surveys.SurveyOccasion;
import org.vitrine.surveys.SurveyPrivacy;
import org.vitrine.surveys.SurveyQuestion;

/** What the demo plant asked its customers, what they answered, and what came of it. */
record SurveyScript(List<ScriptedSurvey> surveys) {

  /** People are named by their e-mail addresses. */
  record ScriptedSurvey(
      String code,
      AskedFrame frame,
      AskedDays days,
      List<SurveyQuestion> questions,
      List<String> asked,
      List<ScriptedSheet> answers,
      List<NamedTheme> themes,
      ScriptedThanks thanks) {}

  record AskedFrame(
      LocalizedText title,
      LocalizedText introduction,
      SurveyOccasion occasion,
      SurveyPrivacy privacy) {}

  /**
   * @param closes so many days ago; less than nothing where it still asks
   */
  record AskedDays(int opens, int closes) {}

  /**
   * @param alarm what became of the message that a low score opened
   */
  record ScriptedSheet(
      String by,
      int daysAgo,
      SheetChannel channel,
      JsonNode answers,
      boolean mayFollow,
      ScriptedAlarm alarm) {}

  record ScriptedAlarm(String by, String answer) {}

  /**
   * @param texts words that stand in what it is about
   */
  record NamedTheme(String question, LocalizedText name, List<String> texts, boolean agenda) {}

  record ScriptedThanks(int daysAgo, LocalizedText words, List<ThanksGiven> deeds) {}

  record ThanksGiven(LocalizedText text, int dueDaysAgo, String owner, String done) {}

  static SurveyScript read() {
    try (InputStream json = SurveyScript.class.getResourceAsStream("/demo/surveys.json")) {
      return Json.read(json.readAllBytes(), SurveyScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
