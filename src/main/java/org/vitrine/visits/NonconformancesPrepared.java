package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.OpenNonconformances;
import org.vitrine.nonconformances.OpenNonconformances.OpenNonconformance;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Nonconformances that are open and concern the company, the worst first. */
record NonconformancesPrepared(OpenNonconformances nonconformances) implements PreparationPart {
  private static final int LOOKED_AT = 200;

  @Override
  public String name() {
    return "nonconformances";
  }

  @Override
  public Optional<JsonNode> read(Queries queries, PreparedVisit visit) {
    List<OpenNonconformance> open = nonconformances.open(queries, LOOKED_AT).rows();
    Set<Long> theirs =
        nonconformances
            .find(
                queries, open.stream().map(one -> new NonconformanceNumber(one.number())).toList())
            .stream()
            .filter(one -> one.companies().contains(visit.company()))
            .map(one -> one.number().value())
            .collect(Collectors.toSet());
    List<OpenNonconformance> rows =
        open.stream().filter(one -> theirs.contains(one.number())).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(Json.tree(rows));
  }
}
