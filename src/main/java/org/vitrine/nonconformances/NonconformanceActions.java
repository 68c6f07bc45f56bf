package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What is done about a nonconformance, as actions that name it as what raised them. */
final class NonconformanceActions implements OpenMatters {
  /** The kind under which actions name it. */
  static final String SOURCE = "nonconformance";

  private final Actions actions;
  private final NonconformanceDesk desk;
  private final Colleagues colleagues = new Colleagues();

  NonconformanceActions(Actions actions, NonconformanceDesk desk) {
    this.actions = actions;
    this.desk = desk;
  }

  /**
   * What is sent to have something done about it.
   *
   * @param owner by e-mail address
   * @param due the last day, where the plant is
   */
  record RaiseAction(String text, String owner, LocalDate due) {
    RaiseAction {
      if (owner == null || owner.isBlank()) {
        throw new Rejection.Invalid("owner", "Say who does it, by e-mail address");
      }
    }
  }

  ActionNumber raise(
      Queries transaction, NonconformanceNumber number, RaiseAction wanted, Actor by) {
    Nonconformance one = desk.lockOpen(transaction, number);
    ActionNumber action =
        actions.raise(
            transaction,
            new NewAction(
                wanted.text(),
                colleagues.require(transaction, "owner", List.of(wanted.owner())).getFirst().id(),
                wanted.due(),
                Optional.of(new ActionSource(SOURCE, number.value(), one.finding().title())),
                Set.of()),
            by);
    ObjectNode detail =
        Json.object().put("action", action.value()).put("text", wanted.text().strip());
    desk.write(transaction, one, "action-raised", detail, by);
    return action;
  }

  @Override
  public List<OpenMatter> of(Queries queries, NonconformanceNumber number) {
    int open = actions.openOf(queries, SOURCE, number.value()).size();
    return open == 0 ? List.of() : List.of(new OpenMatter("actions", open));
  }
}
