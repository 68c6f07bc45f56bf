package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.OrderRow;
import org.vitrine.tracking.Tracking;

/** Orders under way, the newest first: with the day that was promised at first where it slipped. */
record OrdersPrepared(Tracking tracking) implements PreparationPart {
  private static final int LOOKED_AT = 200;
  private static final List<String> SHOWN =
      List.of(
          "number", "customerReference", "state", "promised", "originally", "likely", "lateFrom");

  @Override
  public String name() {
    return "orders";
  }

  /** Lists of orders come from the memory of their room, beside this transaction. */
  @Override
  public Optional<JsonNode> read(Queries queries, PreparedVisit visit) {
    Tracking.Filter all =
        new Tracking.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Paging.first(LOOKED_AT));
    ArrayNode rows = Json.object().putArray("rows");
    for (OrderRow row : tracking.search(Optional.of(visit.company()), all, visit.now()).orders()) {
      if (row.state().inFlight()) {
        rows.add(shown((ObjectNode) Json.tree(row)));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
  }

  private static ObjectNode shown(ObjectNode row) {
    return row.retain(SHOWN);
  }
}
