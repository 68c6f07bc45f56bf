package org.vitrine.surveys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.surveys.QuestionResult.ThemeResult;
import org.vitrine.surveys.QuestionResult.WrittenResult;
import org.vitrine.surveys.QuestionShaping.ResultScope;
import org.vitrine.surveys.ResultPage.ResultHead;
import org.vitrine.surveys.ResultPage.ResultsWithheld;
import org.vitrine.surveys.Surveys.SurveyPopulation;

/** Reads what was answered, and says what may be said of it. */
final class ResultReader {
  private final Companies companies;
  private final Surveys surveys;
  private final ThemeRepository themes = new ThemeRepository();

  ResultReader(Companies companies, Surveys surveys) {
    this.companies = companies;
    this.surveys = surveys;
  }

  Survey require(Queries queries, SurveyCode code) {
    return surveys.find(queries, code).orElseThrow(SurveyDesk::notHere);
  }

  /** For those of the house who may read surveys. */
  ResultPage page(Queries queries, SurveyCode code, ResultFilter filter) {
    Survey survey = require(queries, code);
    Optional<Survey> before = before(queries, survey);
    SurveyPopulation count = surveys.population(queries, code);
    return new ResultPage(
        ResultHead.of(survey),
        count.asked(),
        count.answered(),
        before.map(ResultHead::of),
        filter,
        Optional.of(ResultsWithheld.UNTIL_CLOSED).filter(any -> !isShown(survey)),
        questions(queries, survey, before, filter, isNamed(survey)));
  }

  /** For everybody who answered: nobody's own words, and nothing of fewer than five. */
  List<QuestionResult> forAll(Queries queries, Survey survey) {
    return questions(queries, survey, before(queries, survey), ResultFilter.NONE, false).stream()
        .map(QuestionResult::forAll)
        .toList();
  }

  private Optional<Survey> before(Queries queries, Survey survey) {
    return survey.follows().flatMap(code -> surveys.find(queries, code));
  }

  private static boolean isNamed(Survey survey) {
    return survey.plan().privacy() == SurveyPrivacy.NAMED;
  }

  /** What is not named is shown once nobody answers any more (decision 0115). */
  static boolean isShown(Survey survey) {
    return isNamed(survey) || survey.state() == SurveyState.CLOSED;
  }

  private List<QuestionResult> questions(
      Queries queries, Survey survey, Optional<Survey> before, ResultFilter filter, boolean open) {
    if (!isShown(survey)) {
      return survey.plan().questions().stream().map(QuestionResult::untold).toList();
    }
    List<ResultSheet> now = answered(queries, survey);
    Map<String, SurveyQuestion> askedBefore = new HashMap<>();
    before.ifPresent(
        then -> then.plan().questions().forEach(one -> askedBefore.put(one.key(), one)));
    List<ResultSheet> then = before.map(one -> answered(queries, one)).orElse(List.of());
    ResultScope scope =
        new ResultScope(
            open,
            filter,
            of(queries, survey, filter, now),
            survey.plan().audience().sample() != null);
    Map<String, List<SurveyTheme>> named =
        themes.of(queries, survey.code()).stream()
            .collect(Collectors.groupingBy(SurveyTheme::question));
    return survey.plan().questions().stream()
        .map(
            question ->
                named(
                    QuestionShaping.shape(
                        question,
                        now,
                        scope,
                        isSame(question, askedBefore.get(question.key())) ? then : List.of()),
                    named.getOrDefault(question.key(), List.of())))
        .toList();
  }

  /** Figures of two rounds are compared where the same was asked the same way. */
  private static boolean isSame(SurveyQuestion now, SurveyQuestion before) {
    return before != null
        && now.kind() == before.kind()
        && now.choices().stream()
            .map(SurveyChoice::key)
            .toList()
            .equals(before.choices().stream().map(SurveyChoice::key).toList());
  }

  private int of(Queries queries, Survey survey, ResultFilter filter, List<ResultSheet> now) {
    return filter.isNone()
        ? Math.toIntExact(surveys.population(queries, survey.code()).asked())
        : (int) now.stream().filter(filter::takes).count();
  }

  private static QuestionResult named(QuestionResult result, List<SurveyTheme> named) {
    Map<String, Long> times =
        result.texts().orElse(List.of()).stream()
            .collect(Collectors.groupingBy(WrittenResult::key, Collectors.counting()));
    return result.with(
        named.stream()
            .map(
                theme ->
                    new ThemeResult(
                        theme.id(),
                        theme.name(),
                        theme.texts().stream().mapToLong(key -> times.getOrDefault(key, 0L)).sum(),
                        theme.meeting()))
            .filter(theme -> theme.n() > 0)
            .toList());
  }

  private List<ResultSheet> answered(Queries queries, Survey survey) {
    if (!isShown(survey)) {
      return List.of();
    }
    List<AnswerSheet> all = surveys.sheets().of(queries, survey);
    List<CompanyId> whose =
        all.stream().flatMap(sheet -> sheet.company().stream()).distinct().toList();
    Map<CompanyId, Company> known = isNamed(survey) ? companies.byId(queries, whose) : Map.of();
    return all.stream()
        .map(
            sheet ->
                new ResultSheet(
                    sheet.channel(),
                    sheet.day(),
                    sheet.tier(),
                    sheet.company().map(known::get).map(Company::name),
                    sheet.answers()))
        .toList();
  }
}
