package org.vitrine.actions;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionMailChoices.ChosenActionMail;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** After how long it is asked whether actions worked, and which mails about them one gets. */
final class ActionSettingRoutes implements Routes {
  private final Database database;
  private final ActionSettings settings;
  private final ActionMailChoices choices;
  private final Guards guards;

  ActionSettingRoutes(
      Database database, ActionSettings settings, ActionMailChoices choices, Guards guards) {
    this.database = database;
    this.settings = settings;
    this.choices = choices;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard setters = guards.may(Permission.SET_ACTIONS);
    Endpoint.Guard readers = guards.may(Permission.READ_ACTIONS);
    return List.of(
        Routes.get("/api/action-settings", setters, this::show),
        Routes.put("/api/action-settings", setters, this::save),
        Routes.get("/api/action-mails", readers, this::showMails),
        Routes.put("/api/action-mails", readers, this::chooseMails));
  }

  /**
   * @param askAfterWeeks 1 to 52
   */
  record SaveActionSettings(Integer askAfterWeeks) {}

  record ChooseActionMails(List<ChosenActionMail> mails) {
    ChooseActionMails {
      if (mails == null) {
        throw new Rejection.Invalid("mails", "Give the topics that you choose");
      }
    }
  }

  private void show(Exchange exchange) {
    exchange.reply(Map.of("askAfterWeeks", settings.askAfter()));
  }

  private void save(Exchange exchange) {
    settings.askAfter(
        exchange.body(SaveActionSettings.class).askAfterWeeks(), guards.actor(exchange));
    show(exchange);
  }

  private void showMails(Exchange exchange) {
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    exchange.reply(Map.of("mails", choices.of(database, person.id(), person.role().isStaff())));
  }

  private void chooseMails(Exchange exchange) {
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    List<ChosenActionMail> chosen = exchange.body(ChooseActionMails.class).mails();
    database.inTransaction(
        transaction -> {
          choices.choose(transaction, person.id(), person.role().isStaff(), chosen);
          return null;
        });
    showMails(exchange);
  }
}
