package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.Contained.MadeForWhom;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.nonconformances.ContainmentCounts.ThingCount;
import org.vitrine.nonconformances.ReleaseRepository.AskedRelease;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.traceability.NodeKind;

/** Reads what a nonconformance reaches. */
final class ContainmentReader {
  private static final int GROUPS_ON_PAGE = 200;

  private final Companies companies;
  private final ContainmentRepository repository = new ContainmentRepository();
  private final ReleaseRepository releases = new ReleaseRepository();

  ContainmentReader(Companies companies) {
    this.companies = companies;
  }

  /** What the page of a nonconformance says of it; nothing where nothing was ever sought. */
  Optional<ObjectNode> of(Queries queries, NonconformanceNumber number) {
    return repository.find(queries, number).map(one -> shown(queries, number, one));
  }

  private ObjectNode shown(Queries queries, NonconformanceNumber number, Containment containment) {
    List<Contained> things = repository.all(queries, number);
    ObjectNode shown = Json.object();
    shown.set("criteria", Json.tree(containment.criteria()));
    shown.put("version", containment.version());
    shown.put("at", containment.at().toString());
    shown.put("by", containment.by());
    shown.set("counts", Json.tree(ContainmentCounts.of(things)));
    for (ThingStanding standing : ThingStanding.values()) {
      shown.set(
          standing.code(), Json.tree(ThingCount.of(things, one -> one.standing() == standing)));
    }
    ArrayNode asked = shown.putArray("asked");
    releases.asked(queries, number).forEach(one -> asked.add(asked(one)));
    groups(queries, things, shown.putArray("groups"));
    return shown;
  }

  private static ObjectNode asked(AskedRelease one) {
    ObjectNode shown = Json.object();
    shown.put("by", one.by());
    one.person().ifPresent(person -> shown.put("person", person));
    one.reason().ifPresent(reason -> shown.put("reason", reason));
    shown.put("at", one.at().toString());
    shown.put("things", one.things());
    shown.set("codes", Json.tree(one.codes()));
    return shown;
  }

  /** What belongs together on the page. */
  private record ThingGroup(MadeForWhom whose, String place, ThingStanding standing) {
    static ThingGroup of(Contained one) {
      return new ThingGroup(
          new MadeForWhom(
              one.whose().order(), one.whose().line(), one.whose().company(), Optional.empty()),
          one.place().where().name(),
          one.standing());
    }
  }

  private void groups(Queries queries, List<Contained> things, ArrayNode to) {
    Map<ThingGroup, List<Contained>> groups =
        things.stream()
            .filter(one -> one.standing() != ThingStanding.CLEARED)
            .collect(
                Collectors.groupingBy(ThingGroup::of, LinkedHashMap::new, Collectors.toList()));
    Map<CompanyId, String> names = names(queries, things);
    groups.entrySet().stream()
        .limit(GROUPS_ON_PAGE)
        .forEach(group -> to.add(group(group.getValue(), names)));
  }

  private Map<CompanyId, String> names(Queries queries, Collection<Contained> things) {
    return companies.namesById(
        queries,
        things.stream().flatMap(one -> one.whose().company().stream()).distinct().toList());
  }

  private static ObjectNode group(List<Contained> things, Map<CompanyId, String> names) {
    Contained first = things.getFirst();
    ObjectNode shown = whose(first, names);
    shown.setAll((ObjectNode) Json.tree(ThingCount.of(things, one -> true)));
    shown.put("unknown", things.stream().filter(one -> !one.sure()).count());
    return shown;
  }

  private static ObjectNode whose(Contained one, Map<CompanyId, String> names) {
    ObjectNode shown = Json.object();
    one.whose().order().ifPresent(order -> shown.put("order", order));
    one.whose().line().ifPresent(line -> shown.put("line", line));
    one.whose()
        .company()
        .ifPresent(company -> shown.put("company", names.getOrDefault(company, "")));
    shown.set("place", Json.tree(one.place().where()));
    shown.put("standing", one.standing().code());
    return shown;
  }

  /**
   * A part of what is reached, lot by lot and piece by piece.
   *
   * @param next what the part after it is asked for by; absent where there is no more
   */
  record ContainedList(List<ObjectNode> things, Optional<String> next) {}

  ContainedList part(
      Queries queries,
      NonconformanceNumber number,
      Optional<ThingStanding> standing,
      Paging paging) {
    long from = paging.afterNumber().orElse(0L);
    List<Contained> found = repository.part(queries, number, standing, from, paging.looked());
    List<Contained> shown = found.subList(0, Math.min(found.size(), paging.limit()));
    Map<CompanyId, String> names = names(queries, shown);
    return new ContainedList(
        shown.stream().map(one -> thing(one, names)).toList(),
        found.size() > paging.limit()
            ? Optional.of(String.valueOf(from + shown.size()))
            : Optional.empty());
  }

  private static ObjectNode thing(Contained one, Map<CompanyId, String> names) {
    ObjectNode shown = whose(one, names);
    shown.put("kind", one.kind().code());
    shown.put("code", one.code());
    shown.put("sure", one.sure());
    one.place().station().ifPresent(station -> shown.put("station", station));
    one.whose().amount().ifPresent(amount -> shown.set("amount", Json.tree(amount)));
    return shown;
  }

  /** What left and is reached, company by company and line by line. */
  List<AffectedCompany> affected(Queries queries, NonconformanceNumber number) {
    Map<MadeForWhom, List<Contained>> lines =
        repository.all(queries, number).stream()
            .filter(one -> one.standing() == ThingStanding.AWAY)
            .filter(one -> one.whose().company().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> ThingGroup.of(one).whose(), LinkedHashMap::new, Collectors.toList()));
    return lines.entrySet().stream().map(line -> affected(line.getKey(), line.getValue())).toList();
  }

  private static AffectedCompany affected(MadeForWhom whose, List<Contained> things) {
    return new AffectedCompany(
        whose.company().orElseThrow(),
        whose.order().map(OrderNumber::new),
        whose.line(),
        things.stream().map(Contained::code).distinct().toList(),
        things.stream()
            .map(ContainmentReader::amount)
            .flatMap(Optional::stream)
            .reduce(Amount::plus));
  }

  private static Optional<Amount> amount(Contained one) {
    return one.kind() == NodeKind.PIECE ? Optional.of(Amount.of(1)) : one.whose().amount();
  }
}
