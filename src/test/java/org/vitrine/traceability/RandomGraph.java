package org.vitrine.traceability;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;

/**
 * Lots and pieces as a plant might make them: products over several tiers, each made of products of
 * the tiers below; lots that are split, worked on again (in loops too), and put together. What a
 * fault reaches is found here by going through all of it, as the rule says it, for comparison.
 */
final class RandomGraph {
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

  /**
   * @param input by its place among the nodes
   */
  record Edge(int output, int input) {}

  private final Random random;
  private final String prefix;
  private final List<Integer> products = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Integer, List<Integer>> recipes = new HashMap<>();
  private long firstId;

  /**
   * @param several whether more than one lot of a product may go into one thing
   */
  RandomGraph(long seed, int tiers, int productsPerTier, int perProduct, boolean several) {
    this.random = new Random(seed);
    this.prefix = "g%x-%d".formatted(seed, System.nanoTime());
    Map<Integer, List<Integer>> made = new HashMap<>();
    for (int product = 0; product < tiers * productsPerTier; product++) {
      int below = product / productsPerTier * productsPerTier;
      List<Integer> recipe = new ArrayList<>();
      for (int used = 0; used < below; used++) {
        if (random.nextInt(below) < 2) {
          recipe.add(used);
        }
      }
      recipes.put(product, recipe);
      List<Integer> lots = new ArrayList<>();
      for (int at = 0; at < perProduct; at++) {
        lots.add(make(product, lots, made, several));
      }
      made.put(product, lots);
    }
  }

  private int make(
      int product, List<Integer> lots, Map<Integer, List<Integer>> made, boolean several) {
    int node = products.size();
    products.add(product);
    if (lots.size() > 2 && random.nextInt(4) == 0) {
      int before = lots.get(2 + random.nextInt(lots.size() - 2));
      edges.add(new Edge(node, before));
      if (several && random.nextInt(3) == 0) {
        edges.add(new Edge(before, node));
      }
      return node;
    }
    for (int used : recipes.get(product)) {
      int times = several ? random.nextInt(3) : 1;
      for (int at = 0; at < times; at++) {
        Edge edge = new Edge(node, any(made.get(used)));
        if (!edges.contains(edge)) {
          edges.add(edge);
        }
      }
    }
    return node;
  }

  private int any(List<Integer> lots) {
    return lots.get(random.nextInt(lots.size()));
  }

  int size() {
    return products.size();
  }

  List<Edge> edges() {
    return List.copyOf(edges);
  }

  int anyNode() {
    return random.nextInt(size());
  }

  /** Whether it is recorded of another that this product went into that one. */
  boolean isUsual(Edge edge) {
    return edges.stream()
        .anyMatch(
            other ->
                !other.equals(edge)
                    && products.get(other.output()).equals(products.get(edge.output()))
                    && products.get(other.input()).equals(products.get(edge.input())));
  }

  /** As if that had never been recorded. */
  void without(Edge edge) {
    edges.remove(edge);
  }

  String code(int node) {
    return prefix + "-" + node;
  }

  private String material(int product) {
    return prefix + "/" + product;
  }

  Set<String> codes(Collection<Integer> nodes) {
    Set<String> codes = new HashSet<>();
    nodes.forEach(node -> codes.add(code(node)));
    return codes;
  }

  /** Writes all of it as if somebody had said it. */
  void write(Queries transaction) {
    NodeRepository nodes = new NodeRepository();
    List<NodeName> names = new ArrayList<>();
    for (int node = 0; node < size(); node++) {
      names.add(NodeName.lot(new TraceCode(code(node))));
    }
    Map<NodeName, Long> ids = nodes.ensure(transaction, names).ids();
    Map<Long, LocalizedText> materials = new HashMap<>();
    for (int node = 0; node < size(); node++) {
      materials.put(ids.get(names.get(node)), LocalizedText.of(material(products.get(node))));
    }
    nodes.sayProduct(transaction, materials, true);
    List<Consumption> all =
        edges.stream()
            .map(
                edge ->
                    Consumption.uncounted(
                        ids.get(names.get(edge.output())),
                        ids.get(names.get(edge.input())),
                        Spot.UNKNOWN,
                        Optional.empty()))
            .toList();
    new ConsumptionRepository().add(transaction, all, NOW);
    nodes.noteUses(transaction, all);
  }

  /** Everything that was made of these, and they themselves. */
  Set<Integer> madeOf(Collection<Integer> sought) {
    Set<Integer> reached = new HashSet<>(sought);
    Deque<Integer> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      int node = open.pop();
      for (Edge edge : edges) {
        if (edge.input() == node && reached.add(edge.output())) {
          open.push(edge.output());
        }
      }
    }
    return reached;
  }

  /** What lacks a record of something that is reached, again and again, and what was made of it. */
  Set<Integer> unknown(Set<Integer> known) {
    Set<Integer> reached = new HashSet<>(known);
    int before;
    do {
      before = reached.size();
      Set<Integer> sought = new HashSet<>();
      reached.forEach(node -> sought.add(products.get(node)));
      for (int node = 0; node < size(); node++) {
        for (int used : sought) {
          if (lacks(node, used)) {
            reached.add(node);
          }
        }
      }
      reached.addAll(madeOf(reached));
    } while (reached.size() > before);
    reached.removeAll(known);
    return reached;
  }

  private boolean lacks(int node, int used) {
    int product = products.get(node);
    boolean isUsual =
        edges.stream()
            .anyMatch(
                edge ->
                    products.get(edge.output()) == product && products.get(edge.input()) == used);
    if (!isUsual) {
      return false;
    }
    return product == used
        ? edges.stream().noneMatch(edge -> edge.output() == node)
        : !has(node, used, new HashSet<>());
  }

  /** Itself, or what of the same product it was made of. */
  private boolean has(int node, int used, Set<Integer> seen) {
    return seen.add(node)
        && edges.stream()
            .filter(edge -> edge.output() == node)
            .anyMatch(
                edge ->
                    products.get(edge.input()) == used
                        || products.get(edge.input()).equals(products.get(node))
                            && has(edge.input(), used, seen));
  }
}
