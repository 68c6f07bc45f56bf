package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.AnonymousSheetRepository.NamelessSheet;
import org.vitrine.surveys.SheetRepository.StoredSheet;

/** The door to what was answered, with no more of whose it is than the survey promised. */
public final class AnswerSheets {
  private final ZoneId zone;
  private final SheetRepository sheets = new SheetRepository();
  private final AnonymousSheetRepository nameless = new AnonymousSheetRepository();

  /**
   * @param zone where the plant is: in it days are meant
   */
  AnswerSheets(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * All of them. Of an anonymous survey there are none until it has closed: who looks before and
   * after somebody answers would see what they said.
   */
  public List<AnswerSheet> of(Queries queries, Survey survey) {
    return switch (survey.plan().privacy()) {
      case NAMED ->
          sheets.named(queries, survey.code(), (sheet, person) -> sheet(survey, sheet, person));
      case CONFIDENTIAL ->
          sheets.of(queries, survey.code()).stream()
              .map(sheet -> sheet(survey, sheet, Optional.empty()))
              .toList();
      case ANONYMOUS ->
          survey.state() == SurveyState.CLOSED
              ? nameless.of(queries, survey.code()).stream()
                  .map(sheet -> sheet(survey, sheet))
                  .toList()
              : List.of();
    };
  }

  /** What one person answered, for themselves; nothing where it is anonymous, or they have not. */
  public Optional<AnswerSheet> own(Queries queries, Survey survey, long person) {
    return sheets
        .own(queries, survey.code(), person)
        .map(sheet -> sheet(survey, sheet, Optional.empty()));
  }

  AnswerSheet sheet(Survey survey, StoredSheet sheet, Optional<Long> person) {
    return new AnswerSheet(
        sheet.id(),
        sheet.channel(),
        Optional.of(sheet.at().atZone(zone).toLocalDate()),
        Optional.of(sheet.company()),
        Optional.of(sheet.tier()),
        person,
        sheet.mayFollow(),
        answers(survey, sheet.answers()));
  }

  private static AnswerSheet sheet(Survey survey, NamelessSheet sheet) {
    return new AnswerSheet(
        sheet.id(),
        sheet.channel(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        answers(survey, sheet.answers()));
  }

  private static Map<String, SurveyAnswer> answers(Survey survey, String json) {
    return AnswerReading.read(survey.plan().questions(), Json.read(json, JsonNode.class));
  }
}
