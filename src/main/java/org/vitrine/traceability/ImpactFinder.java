package org.vitrine.traceability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.GraphRepository.SoughtMaterial;
import org.vitrine.traceability.MatchRepository.Match;

/**
 * Finds what something reaches, and what it may reach because a record is missing (decision 0097).
 */
final class ImpactFinder {
  private final NodeRepository nodes = new NodeRepository();
  private final GraphRepository graph = new GraphRepository();
  private final MatchRepository matches = new MatchRepository();
  private final AffectedRepository affected = new AffectedRepository();

  /**
   * Nodes by what is known of them.
   *
   * @param maybe those of which nobody can say that they are not; none of them is sure
   */
  record Spread(Set<Long> surely, Set<Long> maybe) {

    static Spread of(List<Match> matches) {
      Set<Long> surely = new HashSet<>();
      Set<Long> maybe = new HashSet<>();
      matches.forEach(match -> (match.surely() ? surely : maybe).add(match.node()));
      maybe.removeAll(surely);
      return new Spread(surely, maybe);
    }

    /** What both say: surely where both are sure. */
    Spread and(Spread other) {
      Set<Long> both = new HashSet<>(surely);
      both.retainAll(other.surely);
      Set<Long> open = new HashSet<>(surely);
      open.addAll(maybe);
      open.removeIf(node -> !other.surely.contains(node) && !other.maybe.contains(node));
      open.removeAll(both);
      return new Spread(both, open);
    }
  }

  Impact find(Queries queries, Criteria criteria) {
    Spread reach = reach(queries, criteria);
    return new Impact(
        affected.find(queries, reach.surely()), affected.find(queries, reach.maybe()));
  }

  /** Nothing where none of the lots is known, or none of the suppliers' lots. */
  Optional<Impact> findOfKnown(Queries queries, Criteria criteria) {
    List<String> lots = known(queries, NodeKind.LOT, criteria.lots());
    List<String> supplierLots = known(queries, NodeKind.SUPPLIER_LOT, criteria.supplierLots());
    boolean isLost =
        lots.isEmpty() && !criteria.lots().isEmpty()
            || supplierLots.isEmpty() && !criteria.supplierLots().isEmpty();
    return isLost
        ? Optional.empty()
        : Optional.of(
            find(
                queries,
                new Criteria(
                    lots,
                    supplierLots,
                    criteria.serialRange(),
                    criteria.station(),
                    criteria.product())));
  }

  private List<String> known(Queries queries, NodeKind kind, List<String> codes) {
    Map<NodeName, Long> found = nodes.find(queries, names(kind, codes));
    return codes.stream()
        .filter(code -> found.containsKey(new NodeName(kind, new TraceCode(code))))
        .toList();
  }

  private static List<NodeName> names(NodeKind kind, List<String> codes) {
    return codes.stream().map(code -> new NodeName(kind, new TraceCode(code))).toList();
  }

  Spread reach(Queries queries, Criteria criteria) {
    List<Spread> all = new ArrayList<>();
    if (!criteria.lots().isEmpty()) {
      all.add(spreadOf(queries, sought(queries, "lots", NodeKind.LOT, criteria.lots())));
    }
    if (!criteria.supplierLots().isEmpty()) {
      all.add(
          spreadOf(
              queries,
              sought(queries, "supplierLots", NodeKind.SUPPLIER_LOT, criteria.supplierLots())));
    }
    if (criteria.serialRange() != null) {
      all.add(Spread.of(matches.inRange(queries, criteria.serialRange())));
    }
    if (criteria.station() != null) {
      all.add(ofTheSame(queries, Spread.of(matches.atStation(queries, criteria.station()))));
    }
    if (criteria.product() != null) {
      all.add(Spread.of(matches.ofProduct(queries, criteria.product())));
    }
    boolean isSpread =
        all.size() == 1 && !(criteria.lots().isEmpty() && criteria.supplierLots().isEmpty());
    return isSpread
        ? all.getFirst()
        : spread(queries, all.stream().reduce(Spread::and).orElseThrow());
  }

  private Set<Long> sought(Queries queries, String field, NodeKind kind, List<String> codes) {
    List<NodeName> names = names(kind, codes);
    Map<NodeName, Long> found = nodes.find(queries, names);
    for (int at = 0; at < names.size(); at++) {
      if (!found.containsKey(names.get(at))) {
        throw new Rejection.Invalid(
            "%s[%d]".formatted(field, at),
            "Nothing is known of a lot “%s”".formatted(Excerpt.of(codes.get(at))));
      }
    }
    return Set.copyOf(found.values());
  }

  /** A piece was where its lot was, whatever else is asked of it. */
  private Spread ofTheSame(Queries queries, Spread from) {
    Set<Long> surely = new HashSet<>(graph.ofTheSame(queries, from.surely()));
    Set<Long> maybe = new HashSet<>(graph.ofTheSame(queries, from.maybe()));
    maybe.removeAll(surely);
    return new Spread(surely, maybe);
  }

  /** Of something that is sought itself. */
  Spread spreadOf(Queries queries, Set<Long> sought) {
    return spread(queries, new Spread(sought, Set.copyOf(graph.ofNoLot(queries, sought))));
  }

  /**
   * With all that was made of these; and then, as often as that says of one more product that it is
   * affected, with what should be made of it and of which that is not recorded.
   */
  private Spread spread(Queries queries, Spread from) {
    Set<Long> surely = new LinkedHashSet<>(graph.down(queries, from.surely()));
    Set<Long> reached = new LinkedHashSet<>(surely);
    reached.addAll(graph.down(queries, from.maybe()));
    Set<SoughtMaterial> known = new HashSet<>();
    Collection<Long> fresh = reached;
    while (!fresh.isEmpty()) {
      List<SoughtMaterial> sought =
          graph.materials(queries, fresh).stream().filter(known::add).toList();
      fresh = sought.isEmpty() ? List.of() : more(queries, graph.gaps(queries, sought), reached);
    }
    reached.removeAll(surely);
    return new Spread(surely, reached);
  }

  private List<Long> more(Queries queries, List<Long> open, Set<Long> reached) {
    List<Long> seeds = open.stream().filter(node -> !reached.contains(node)).toList();
    return graph.down(queries, seeds).stream().filter(reached::add).toList();
  }
}
