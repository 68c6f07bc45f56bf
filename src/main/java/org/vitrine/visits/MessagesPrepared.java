package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.Departments;
import org.vitrine.voices.OpenVoices;

/** Messages that are not closed, those that are due first. */
record MessagesPrepared(OpenVoices voices, Departments departments) implements PreparationPart {
  private static final int MOST = 30;

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Optional<JsonNode> read(Queries queries, PreparedVisit visit) {
    return Optional.of(
            voices
                .ofCompanies(queries, List.of(visit.company()), departments.all(queries), MOST)
                .rows())
        .filter(rows -> !rows.isEmpty())
        .map(Json::tree);
  }
}
