package org.vitrine.actions;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What the house does because somebody said so, until it worked. */
public final class ActionsFeature {
  private ActionsFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Actions actions, Database database, Database pages, Guards guards, Idempotency idempotency) {
    return Feature.named("actions")
        .answering(
            new ActionAnswerRoutes(actions.answers(), guards),
            new ActionRoutes(actions.office(), guards, idempotency),
            new ActionSettingRoutes(database, actions.settings(), actions.mailChoices(), guards))
        .showing(
            PageEntry.of("/actions", "actions/pages/actions.js")
                .needing(Permission.READ_ACTIONS.code())
                .inMenu(MAIN, 35, "nav.actions")
                .watching(ActionTopic.NAME),
            PageEntry.of("/actions/:number", "actions/pages/action.js")
                .needing(Permission.READ_ACTIONS.code()),
            PageEntry.forEverybody("/did-it-work", "actions/pages/did-it-work.js"))
        .foundBy(new ActionFinder())
        .watchedBy(new ActionTopics(actions.reader(), pages))
        .forgetting(List.of(actions::addSweeps))
        .doing(actions.clockWork().chore());
  }
}
