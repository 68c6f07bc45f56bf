package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.Actions;
import org.vitrine.actions.RaisedAction;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What we promised the company: what is still open first, then what was kept, the newest first. */
record PromisesPrepared(Actions actions) implements PreparationPart {
  private static final int MOST = 30;

  @Override
  public String name() {
    return "promises";
  }

  @Override
  public Optional<JsonNode> read(Queries queries, PreparedVisit visit) {
    List<RaisedAction> rows =
        actions.raisedBy(queries, visit.company(), MOST).stream()
            .sorted(Comparator.comparing((RaisedAction one) -> !one.state().isOpen()))
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(Json.tree(rows));
  }
}
