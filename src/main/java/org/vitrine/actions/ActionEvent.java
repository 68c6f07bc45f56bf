package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.vitrine.access.Actor;
import org.vitrine.platform.json.Json;

/**
 * Something that happened to an action, for staff to read.
 *
 * @param by who did it; the program itself for what the clock did
 * @param detail what there is to say of it, by the names that {@code openapi/actions.json} gives
 */
record ActionEvent(Instant at, ActionEventKind kind, Actor by, ObjectNode detail) {
  static final Actor CLOCK = Actor.system("Vitrine");

  /** What can happen. */
  enum ActionEventKind {
    MADE,
    REWORDED,
    MOVED,
    HANDED_ON,
    DONE,
    WITHDRAWN,
    WORKED,
    REOPENED,
    REMINDED,
    ESCALATED,
    ASKED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static ActionEvent of(Instant at, ActionEventKind kind, Actor by) {
    return new ActionEvent(at, kind, by, Json.object());
  }

  ActionEvent with(String name, Object value) {
    ObjectNode more = detail.deepCopy();
    more.set(name, Json.tree(value));
    return new ActionEvent(at, kind, by, more);
  }
}
