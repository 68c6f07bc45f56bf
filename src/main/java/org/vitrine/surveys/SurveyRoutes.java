package org.vitrine.surveys;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.surveys.SurveyDesk.SavedSurvey;

/** Surveys: the house writes, opens and closes them; who is asked reads and answers. */
final class SurveyRoutes implements Routes {
  private final Surveys surveys;
  private final SurveyReader reader;
  private final SurveyModels models = new SurveyModels();
  private final Guards guards;
  private final Endpoint.Guard reading;
  private final Endpoint.Guard answering;
  private final Endpoint.Guard sending;

  SurveyRoutes(Surveys surveys, SurveyReader reader, Database database, Guards guards) {
    this.surveys = surveys;
    this.reader = reader;
    this.guards = guards;
    this.reading =
        new SurveyGuard(
            database, guards.mayOneOf(Permission.READ_SURVEYS, Permission.ANSWER_SURVEYS));
    this.answering = new SurveyGuard(database, guards.may(Permission.ANSWER_SURVEYS));
    this.sending =
        new SurveyGuard(
            database, guards.mayOneOf(Permission.KEEP_SURVEYS, Permission.ANSWER_SURVEYS));
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keep = guards.may(Permission.KEEP_SURVEYS);
    Endpoint.Guard read = guards.may(Permission.READ_SURVEYS);
    Endpoint.Guard list = guards.mayOneOf(Permission.READ_SURVEYS, Permission.ANSWER_SURVEYS);
    return List.of(
        Routes.get("/api/surveys", list, this::list),
        Routes.get("/api/survey-models", keep, this::models),
        Routes.get("/api/surveys/:code", reading, this::show),
        Routes.put("/api/surveys/:code", keep, this::save),
        Routes.delete("/api/surveys/:code", keep, this::remove),
        Routes.post("/api/surveys/:code/opening", keep, this::open),
        Routes.post("/api/surveys/:code/closing", keep, this::close),
        Routes.get("/api/surveys/:code/preview", keep, this::preview),
        Routes.get("/api/surveys/:code/asked", read, this::asked),
        Routes.post("/api/surveys/:code/asked", keep, this::ask),
        Routes.put("/api/surveys/:code/draft", answering, this::draft),
        Routes.post("/api/surveys/:code/answers", sending, this::answer));
  }

  static SurveyCode code(Exchange exchange) {
    return SurveyCode.of(exchange.path("code")).orElseThrow(SurveyDesk::notHere);
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        Map.of(
            "surveys",
            SurveyGuard.answerer(exchange) instanceof Answerer.AskedContact contact
                ? reader.of(contact.person(), contact.company())
                : reader.list()));
  }

  private void models(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("models", models.all()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    SurveyCode code = code(exchange);
    Answerer by = SurveyGuard.answerer(exchange);
    exchange.reply(
        by instanceof Answerer.HouseWriter
            ? reader.page(code)
            : reader.sheet(surveys.answering().require(code, by)));
  }

  private void save(Exchange exchange) {
    SavedSurvey saved =
        surveys
            .desk()
            .save(
                new SurveyCode(exchange.path("code")),
                exchange.body(SurveyPlan.class),
                exchange.startedFrom(),
                exchange.caller(Caller.class).actor());
    exchange.reply(saved.isNew() ? 201 : 200, reader.page(saved.survey().code()));
  }

  private void remove(Exchange exchange) {
    surveys.desk().remove(code(exchange));
    exchange.replyEmpty();
  }

  private void open(Exchange exchange) {
    SurveyCode code = code(exchange);
    surveys.desk().open(code);
    exchange.reply(reader.page(code));
  }

  private void close(Exchange exchange) {
    SurveyCode code = code(exchange);
    surveys.desk().close(code);
    exchange.reply(reader.page(code));
  }

  private void preview(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(reader.preview(code(exchange)));
  }

  private void asked(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("asked", reader.asked(code(exchange))));
  }

  /**
   * @param emails of contacts, by whom they are known here
   */
  record AskByHand(List<String> emails) {
    private static final int MOST = 100;

    AskByHand {
      if (emails == null || emails.isEmpty() || emails.size() > MOST) {
        throw new Rejection.Invalid("emails", "Name 1 to 100 contacts by e-mail address");
      }
    }
  }

  private void ask(Exchange exchange) {
    exchange.reply(surveys.byHand().ask(code(exchange), exchange.body(AskByHand.class).emails()));
  }

  private void draft(Exchange exchange) {
    surveys
        .answering()
        .draft(
            code(exchange),
            SurveyGuard.answerer(exchange),
            exchange.body(SendAnswers.class).answers());
    exchange.replyEmpty();
  }

  private void answer(Exchange exchange) {
    surveys
        .answering()
        .take(code(exchange), SurveyGuard.answerer(exchange), exchange.body(SendAnswers.class));
    exchange.replyEmpty();
  }
}
