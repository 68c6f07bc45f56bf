package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recalls;

/** Recalls that the company was told of and that are not finished. */
record RecallsPrepared(Recalls recalls) implements PreparationPart {
  @Override
  public String name() {
    return "recalls";
  }

  @Override
  public Optional<JsonNode> read(Queries queries, PreparedVisit visit) {
    return Optional.of(recalls.openOf(queries, visit.company()))
        .filter(rows -> !rows.isEmpty())
        .map(Json::tree);
  }
}
