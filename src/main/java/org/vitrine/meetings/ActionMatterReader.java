package org.vitrine.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.actions.Action;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.Actions;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Keeps actions as matters of agendas: one for each company that raised it, so that each sees its
 * own; one of nobody's where none did.
 */
final class ActionMatterReader implements Subscriber {
  private static final int REOPENED = 4;
  private static final int OVERDUE = 3;
  private static final int USUAL = 2;

  private final Actions actions;
  private final Clock clock;
  private final MatterRepository repository = new MatterRepository();

  ActionMatterReader(Actions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetings.actions";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ActionChange.KIND);
  }

  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    List<ActionNumber> numbers =
        changes.stream()
            .map(Change::key)
            .distinct()
            .map(key -> new ActionNumber(Long.parseLong(key)))
            .toList();
    actions.find(transaction, numbers).stream()
        .flatMap(this::matters)
        .forEach(matter -> repository.keep(transaction, matter, clock.instant()));
  }

  private Stream<Matter> matters(Action action) {
    return action.raisedBy().isEmpty()
        ? Stream.of(matter(action, action.number().toString(), Optional.empty()))
        : action.raisedBy().stream()
            .map(
                company ->
                    matter(action, action.number() + "/" + company.value(), Optional.of(company)));
  }

  private Matter matter(Action action, String key, Optional<CompanyId> company) {
    return new Matter(
        MatterKind.ACTION,
        key,
        company,
        MatterPlace.NOWHERE,
        Json.object()
            .put("text", action.text())
            .put("due", action.due().toString())
            .put("state", action.state().code()),
        weight(action),
        action.made().at(),
        action.state().isOpen());
  }

  private int weight(Action action) {
    if (action.state() == ActionState.REOPENED) {
      return REOPENED;
    }
    return actions.isOverdue(action) ? OVERDUE : USUAL;
  }
}
