package org.vitrine.surveys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;

/** Surveys to begin with, in every language. */
final class SurveyModels {
  private static final String RESOURCE = "/surveys/models.json";

  /** One of them. */
  record SurveyModel(
      String key,
      LocalizedText title,
      LocalizedText introduction,
      SurveyOccasion occasion,
      SurveyPrivacy privacy,
      List<SurveyQuestion> questions) {}

  private final List<SurveyModel> all = read();

  List<SurveyModel> all() {
    return all;
  }

  private static List<SurveyModel> read() {
    try (InputStream models = SurveyModels.class.getResourceAsStream(RESOURCE)) {
      return List.of(Json.read(models, SurveyModel[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
