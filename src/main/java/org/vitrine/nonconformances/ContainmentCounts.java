package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.traceability.Affected.Location;
import org.vitrine.traceability.NodeKind;

/**
 * How much a nonconformance reaches, by where it is. What left of a lot is counted where it went,
 * and with the lot as a whole once.
 *
 * @param unknown how much of it only cannot be shown to be free of it
 */
record ContainmentCounts(
    @JsonUnwrapped ThingCount all,
    InHouse house,
    ThingCount road,
    WithCustomers customers,
    ThingCount unknown) {

  /** How many pieces with a serial, and how many lots. */
  record ThingCount(int pieces, int lots) {
    static ThingCount of(Collection<Contained> things, Predicate<Contained> which) {
      Set<Long> pieces = new HashSet<>();
      Set<Long> lots = new HashSet<>();
      things.stream()
          .filter(which)
          .forEach(one -> (one.kind() == NodeKind.PIECE ? pieces : lots).add(one.key().node()));
      return new ThingCount(pieces.size(), lots.size());
    }

    boolean isNothing() {
      return pieces == 0 && lots == 0;
    }
  }

  /** What is in house, and at which stations it was last; the rest was at none that is known. */
  record InHouse(@JsonUnwrapped ThingCount count, List<AtOneStation> stations) {}

  record AtOneStation(String station, @JsonUnwrapped ThingCount count) {}

  /** What was delivered, and to how many. */
  record WithCustomers(@JsonUnwrapped ThingCount count, int companies) {}

  /** Of those that are reached; the others do not count. */
  static ContainmentCounts of(Collection<Contained> things) {
    List<Contained> reached = things.stream().filter(one -> one.standing().isReached()).toList();
    return new ContainmentCounts(
        ThingCount.of(reached, one -> true),
        new InHouse(ThingCount.of(reached, at(Location.HOUSE)), stations(reached)),
        ThingCount.of(reached, at(Location.ROAD)),
        new WithCustomers(ThingCount.of(reached, at(Location.CUSTOMER)), companies(reached).size()),
        ThingCount.of(reached, one -> !one.sure()));
  }

  private static Predicate<Contained> at(Location where) {
    return one -> one.place().where() == where;
  }

  private static List<AtOneStation> stations(List<Contained> reached) {
    Map<String, List<Contained>> byStation =
        reached.stream()
            .filter(one -> one.place().station().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> one.place().station().get(), TreeMap::new, Collectors.toList()));
    return byStation.entrySet().stream()
        .map(one -> new AtOneStation(one.getKey(), ThingCount.of(one.getValue(), all -> true)))
        .toList();
  }

  private static Set<CompanyId> companies(List<Contained> reached) {
    return reached.stream()
        .filter(at(Location.CUSTOMER))
        .map(one -> one.whose().company())
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
