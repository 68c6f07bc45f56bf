package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.actions.ActionEvent.ActionEventKind;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * What became of an action, for the companies that raised the matter: what people are told of. The
 * version of such a change is how many events the action has by then.
 *
 * @param answers what it answers, where something raised it
 * @param by who did it
 * @param word what was done, or why it is not done any more
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(
    ignoreUnknown = true) // What a later version says beside this, which may run here too.
public record ActionChange(
    ActionNumber number, String text, Optional<String> answers, String by, String word) {
  /**
   * The kind under which the house hears that anything happened to an action; its {@link
   * ActionStanding} is the body.
   */
  public static final String KIND = "action";

  /**
   * The kind under which the pages of a company that raised the matter hear the same, without a
   * word. Its key names the company, too: of changes of one kind and key, only the newest counts.
   */
  static final String SHOWN = "action.shown";

  public static final String DONE = "action.done";
  public static final String WITHDRAWN = "action.withdrawn";

  /** The kinds under which other rooms hear what became of it, a company at a time. */
  public static Set<String> kinds() {
    return Set.of(DONE, WITHDRAWN);
  }

  /** What another room heard under one of {@link #kinds()}. */
  public static ActionChange of(Change change) {
    return Json.read(change.body(), ActionChange.class);
  }

  static List<Change> of(ActionTurn turn) {
    Action action = turn.action();
    List<Change> changes = new ArrayList<>();
    changes.add(change(KIND, action.number().toString(), action, Optional.empty(), standing(turn)));
    for (CompanyId company : action.raisedBy()) {
      String key = action.number() + "/" + company.value();
      changes.add(change(SHOWN, key, action, Optional.of(company), null));
      told(turn)
          .forEach(
              kind -> changes.add(change(kind, key, action, Optional.of(company), told(action))));
    }
    return changes;
  }

  private static List<String> told(ActionTurn turn) {
    return Map.of(ActionEventKind.DONE, DONE, ActionEventKind.WITHDRAWN, WITHDRAWN)
        .entrySet()
        .stream()
        .filter(one -> turn.has(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Change change(
      String kind, String key, Action action, Optional<CompanyId> company, Object body) {
    return new Change(
        kind,
        key,
        action.version(),
        company.map(CompanyId::value),
        body == null ? null : Json.tree(body));
  }

  private static ActionChange told(Action action) {
    Action.ActionClosing closing = action.closing().orElseThrow();
    return new ActionChange(
        action.number(),
        action.text(),
        action.source().map(ActionSource::label),
        closing.by(),
        closing.text());
  }

  /** Where it stands, for rooms that follow what they raised. */
  private static ActionStanding standing(ActionTurn turn) {
    return new ActionStanding(
        turn.action().state(), turn.action().source(), turn.has(ActionEventKind.REOPENED));
  }

  /**
   * What the body of a change of {@link #KIND} says to the house.
   *
   * @param reopens whether it was opened again just now: its state says so until it is done
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ActionStanding(ActionState state, Optional<ActionSource> source, boolean reopens) {
    public static ActionStanding of(Change change) {
      return Json.read(change.body(), ActionStanding.class);
    }
  }
}
