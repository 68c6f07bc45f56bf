package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.Action;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.ResultPage.ResultHead;
import org.vitrine.surveys.SurveyOutcome.OutcomeDeed;
import org.vitrine.surveys.SurveyThanks.KeptDeed;
import org.vitrine.surveys.Surveys.SurveyPopulation;

/** What became of a survey, as those read it who were asked. */
final class OutcomeReader implements RoundBefore {
  private final Database database;
  private final ResultReader reader;
  private final Surveys surveys;
  private final Actions actions;
  private final ThanksRepository repository = new ThanksRepository();

  OutcomeReader(Database database, ResultReader reader, Surveys surveys, Actions actions) {
    this.database = database;
    this.reader = reader;
    this.surveys = surveys;
    this.actions = actions;
  }

  /** Whoever was not asked finds as little as where nobody was told yet. */
  SurveyOutcome of(SurveyCode code, long person, CompanyId company) {
    boolean isAsked =
        database.onBehalfOf(
            Optional.of(company.value()),
            queries -> surveys.isAsked(queries, code, person, company));
    if (!isAsked) {
      throw notHere();
    }
    Survey survey = reader.require(database, code);
    SurveyThanks thanks =
        repository
            .find(database, code)
            .filter(kept -> kept.told().isPresent())
            .orElseThrow(OutcomeReader::notHere);
    SurveyPopulation count = surveys.population(database, code);
    return new SurveyOutcome(
        ResultHead.of(survey),
        count.asked(),
        count.answered(),
        thanks.told().orElseThrow().at(),
        thanks.words(),
        deeds(database, thanks),
        Json.read(repository.results(database, code).orElseThrow(), JsonNode.class),
        surveys.sheets().own(database, survey, person).map(AnswerSheet::answers));
  }

  @Override
  public Optional<ToldBefore> of(Queries queries, SurveyCode before) {
    return repository
        .find(queries, before)
        .filter(kept -> kept.told().isPresent())
        .map(
            kept ->
                new ToldBefore(
                    reader.require(queries, before).plan().title(),
                    kept.words(),
                    deeds(queries, kept)));
  }

  private List<OutcomeDeed> deeds(Queries queries, SurveyThanks thanks) {
    Collection<ActionNumber> numbers =
        thanks.deeds().stream()
            .flatMap(deed -> deed.action().stream())
            .map(ActionNumber::new)
            .toList();
    Map<Long, Action> found =
        actions.find(queries, numbers).stream()
            .collect(Collectors.toMap(one -> one.number().value(), Function.identity()));
    return thanks.deeds().stream().map(deed -> deed(deed, deed.action().map(found::get))).toList();
  }

  private static OutcomeDeed deed(KeptDeed kept, Optional<Action> action) {
    return new OutcomeDeed(
        kept.deed().text(),
        action.map(Action::due).orElse(kept.deed().due()),
        action.map(Action::state),
        action.flatMap(Action::closing).map(Action.ActionClosing::text));
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There are no results of such a survey for you yet");
  }
}
