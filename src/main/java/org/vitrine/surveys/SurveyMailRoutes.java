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

/** Whether somebody wants to be asked, as they say themselves. */
final class SurveyMailRoutes implements Routes {
  private final Database database;
  private final SurveyMailChoices choices;
  private final Guards guards;

  SurveyMailRoutes(Database database, SurveyMailChoices choices, Guards guards) {
    this.database = database;
    this.choices = choices;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard answerers = guards.may(Permission.ANSWER_SURVEYS);
    return List.of(
        Routes.get("/api/survey-mails", answerers, this::show),
        Routes.put("/api/survey-mails", answerers, this::choose));
  }

  record ChooseSurveyMails(Boolean asked) {
    ChooseSurveyMails {
      if (asked == null) {
        throw new Rejection.Invalid("asked", "Say whether you want to be asked: true or false");
      }
    }
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    long person = exchange.caller(Caller.SignedIn.class).id();
    exchange.reply(Map.of("asked", choices.isAsked(database, person)));
  }

  private void choose(Exchange exchange) {
    long person = exchange.caller(Caller.SignedIn.class).id();
    boolean asked = exchange.body(ChooseSurveyMails.class).asked();
    database.inTransaction(
        transaction -> {
          choices.choose(transaction, person, asked);
          return null;
        });
    exchange.reply(Map.of("asked", asked));
  }
}
