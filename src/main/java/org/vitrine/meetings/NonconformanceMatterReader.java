package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredNames;
import org.vitrine.nonconformances.NonconformanceChange;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.OpenNonconformances;
import org.vitrine.nonconformances.OpenNonconformances.ConcerningNonconformance;
import org.vitrine.nonconformances.Severity;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Keeps nonconformances as matters of agendas: one for each company that it concerns, which reads
 * of its own alone; one of nobody's where it concerns none. What was written about it is for the
 * house: here stands where it showed, and that only for whose order it was.
 */
final class NonconformanceMatterReader implements Subscriber {
  private static final Map<Severity, Integer> WEIGHTS =
      Map.of(Severity.CRITICAL, 5, Severity.MAJOR, 4, Severity.MINOR, 3, Severity.OBSERVATION, 2);

  private final OpenNonconformances nonconformances;
  private final Clock clock;
  private final MatterRepository repository = new MatterRepository();

  NonconformanceMatterReader(OpenNonconformances nonconformances, Clock clock) {
    this.nonconformances = nonconformances;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetings.nonconformances";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(NonconformanceChange.KIND);
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
    List<NonconformanceNumber> numbers =
        changes.stream()
            .map(Change::key)
            .distinct()
            .map(key -> new NonconformanceNumber(Long.parseLong(key)))
            .toList();
    nonconformances.find(transaction, numbers).forEach(one -> keep(transaction, one));
  }

  private void keep(Queries transaction, ConcerningNonconformance one) {
    List<Matter> matters =
        one.companies().isEmpty()
            ? List.of(matter(one, one.number().toString(), Optional.empty()))
            : one.companies().stream()
                .map(
                    company ->
                        matter(one, one.number() + "/" + company.value(), Optional.of(company)))
                .toList();
    matters.forEach(matter -> repository.keep(transaction, matter, clock.instant()));
    repository.solveOthers(
        transaction,
        MatterKind.NONCONFORMANCE,
        one.number().toString(),
        matters.stream().map(Matter::key).toList(),
        clock.instant());
  }

  private static Matter matter(
      ConcerningNonconformance one, String key, Optional<CompanyId> company) {
    boolean theirs = company.isEmpty() || company.equals(one.owner());
    return new Matter(
        MatterKind.NONCONFORMANCE,
        key,
        company,
        MatterPlace.NOWHERE,
        theirs ? facts(one) : Json.object(),
        WEIGHTS.get(one.severity()),
        one.raisedAt(),
        one.open());
  }

  /** What the item is called by: the stage and the product, as far as they are known. */
  private static ObjectNode facts(ConcerningNonconformance one) {
    ObjectNode facts = Json.object();
    one.order().ifPresent(order -> facts.put("order", order));
    Optional<AnchoredNames> names = one.names();
    names.map(AnchoredNames::product).ifPresent(name -> facts.set("product", Json.tree(name)));
    names
        .map(known -> known.stage() == null ? known.product() : known.stage())
        .ifPresent(name -> facts.set("nonconformance", Json.tree(name)));
    if (names.map(AnchoredNames::stage).isEmpty()) {
      facts.remove("product");
    }
    return facts;
  }
}
