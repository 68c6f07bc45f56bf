package org.vitrine.traceability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.ImpactFinder.Spread;
import org.vitrine.traceability.TraceTree.Depth;
import org.vitrine.traceability.TraceTree.TreeExtent;
import org.vitrine.traceability.TraceTree.TreeGaps;
import org.vitrine.traceability.TraceTree.TreeNode;

/**
 * Reads a tree, the nearest first, up to as many nodes as a page can show; how far it goes beyond
 * these is counted, at whatever depth.
 */
final class TreeReader {
  private static final int MOST_NODES = 500;
  private static final int MOST_EDGES = 20_000;

  private final NodeRepository nodes = new NodeRepository();
  private final TreeRepository repository = new TreeRepository();
  private final ImpactFinder impacts = new ImpactFinder();

  TraceTree read(Queries queries, NodeName name) {
    long node =
        nodes
            .find(queries, name)
            .or(() -> supplied(queries, name))
            .orElseThrow(
                () ->
                    new Rejection.NotFound(
                        "Nothing is known of “%s”".formatted(Excerpt.of(name.code().value()))));
    Map<Long, Integer> up = depths(queries, true, node);
    Map<Long, Integer> down = depths(queries, false, node);
    Set<Long> shown = new LinkedHashSet<>(up.keySet());
    shown.addAll(down.keySet());
    return new TraceTree(
        node,
        repository.nodes(queries, shown).stream().map(one -> placed(one, up, down)).toList(),
        repository.edges(queries, shown, MOST_EDGES),
        repository.extent(queries, true, node, up.size() - 1L),
        repository.extent(queries, false, node, down.size() - 1L),
        gaps(queries, node));
  }

  /** Where no lot of ours is called so, a supplier's may be. */
  private Optional<Long> supplied(Queries queries, NodeName name) {
    return name.kind() == NodeKind.LOT
        ? nodes.find(queries, new NodeName(NodeKind.SUPPLIER_LOT, name.code()))
        : Optional.empty();
  }

  /** How far each is, the node itself included; in the order of their distance. */
  private Map<Long, Integer> depths(Queries queries, boolean above, long node) {
    Map<Long, Integer> depths = new LinkedHashMap<>();
    depths.put(node, 0);
    List<Long> border = List.of(node);
    for (int depth = 1; !border.isEmpty() && depths.size() < MOST_NODES; depth++) {
      border = repository.next(queries, above, border, depths.keySet(), MOST_NODES - depths.size());
      for (long next : border) {
        depths.put(next, depth);
      }
    }
    return depths;
  }

  private static TreeNode placed(TreeNode one, Map<Long, Integer> up, Map<Long, Integer> down) {
    return one.at(
        new Depth(Optional.ofNullable(up.get(one.id())), Optional.ofNullable(down.get(one.id()))));
  }

  private TreeGaps gaps(Queries queries, long node) {
    Spread reach = impacts.spreadOf(queries, Set.of(node));
    TreeExtent unknown = repository.count(queries, new ArrayList<>(reach.maybe()));
    return new TreeGaps(repository.missing(queries, node), unknown.lots(), unknown.pieces());
  }
}
