package org.vitrine.actions;

import java.util.List;

/** What an action is after something was done with it, and what happened. */
record ActionTurn(Action action, List<ActionEvent> events) {
  static ActionTurn of(Action action, ActionEvent... events) {
    return new ActionTurn(action, List.of(events));
  }

  boolean isNothing() {
    return events.isEmpty();
  }

  boolean has(ActionEvent.ActionEventKind kind) {
    return events.stream().anyMatch(event -> event.kind() == kind);
  }
}
