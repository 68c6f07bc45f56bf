package org.vitrine.delays;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.DelayRisk.RiskDecision;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;

/** Lines at risk as staff read them. */
final class RiskReader {
  private static final int MOST = 200;

  private final Database database;
  private final OrderSnapshots snapshots;
  private final RiskRepository repository = new RiskRepository();

  RiskReader(Database database, OrderSnapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /** The same over other connections. */
  RiskReader over(Database other) {
    return new RiskReader(other, snapshots.over(other));
  }

  /** Whose order it is. */
  record RiskyCompany(String code, String name) {}

  /**
   * A line at risk.
   *
   * @param due by when it is to be decided
   * @param decided what was decided last
   */
  record RiskRow(
      String id,
      String order,
      int line,
      @JsonUnwrapped RiskyLine about,
      LocalDate promised,
      double chance,
      Instant due,
      Optional<RiskDecision> decided) {}

  /** What the line is, and whose. */
  record RiskyLine(Optional<LocalizedText> product, Optional<RiskyCompany> company) {}

  /** Those that stand, by their keys. */
  ObjectNode standing() {
    ObjectNode page = Json.object();
    ObjectNode risks = page.putObject("risks");
    rows(database, repository.standing(database, Optional.empty(), MOST))
        .forEach(row -> risks.set(row.id(), Json.tree(row)));
    return page;
  }

  /** Those of these companies of which somebody has to decide, the most urgent first. */
  List<RiskRow> toDecide(Queries queries, Collection<CompanyId> companies, int most) {
    return rows(
        queries,
        repository.standing(queries, Optional.of(companies), most).stream()
            .filter(DelayRisk::waits)
            .toList());
  }

  /** How many of them there are. */
  long countToDecide(Queries queries, Collection<CompanyId> companies) {
    return repository.countWaiting(queries, companies);
  }

  private List<RiskRow> rows(Queries queries, List<DelayRisk> risks) {
    Map<OrderId, OrderSnapshot> orders =
        snapshots
            .read(
                Optional.empty(), risks.stream().map(risk -> risk.order().id()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(one -> one.order().id(), one -> one));
    return risks.stream()
        .map(risk -> row(risk, Optional.ofNullable(orders.get(risk.order().id()))))
        .toList();
  }

  private static RiskRow row(DelayRisk risk, Optional<OrderSnapshot> order) {
    return new RiskRow(
        risk.id().text(),
        risk.order().number().value(),
        risk.line(),
        new RiskyLine(
            order.stream()
                .flatMap(one -> one.order().lines().stream())
                .filter(line -> line.number() == risk.line())
                .map(Line::product)
                .findFirst(),
            order.map(one -> new RiskyCompany(one.company().code(), one.company().name()))),
        risk.promised(),
        risk.chance(),
        risk.clock().due(),
        risk.decided());
  }
}
