package org.vitrine.bench.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lots of a plant, made at random: products over five tiers, each lot of three products of the tier
 * below; every sixth is a part of another or was worked on again, some were put together again, and
 * one record of fifty is missing. Walks through all of it to say what a fault reaches.
 */
public final class LotGraph {
  private static final int TIERS = 5;
  private static final int USED = 3;
  private static final int ONE_OF_SPLIT = 6;
  private static final int ONE_OF_MISSING = 50;
  private static final int WHOLE_AT_FIRST = 10;

  /** That one went into the other. */
  public record Edge(int output, int input) {}

  /**
   * @param known how many were made of a lot
   * @param unknown of how many nobody can say
   */
  public record Walked(int known, int unknown) {}

  private final int perProduct;
  private final int products;
  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Integer>> outputs = new ArrayList<>();
  private final List<List<Integer>> inputs = new ArrayList<>();
  private final boolean[][] usual;

  public LotGraph(long seed, int products, int perProduct) {
    Random random = new Random(seed);
    this.products = products;
    this.perProduct = perProduct;
    this.usual = new boolean[products][products];
    for (int node = 0; node < size(); node++) {
      outputs.add(new ArrayList<>());
      inputs.add(new ArrayList<>());
    }
    int perTier = products / TIERS;
    for (int product = 0; product < products; product++) {
      int below = product / perTier * perTier;
      int[] recipe =
          below == 0 ? new int[0] : random.ints(USED, below - perTier, below).distinct().toArray();
      for (int at = 0; at < perProduct; at++) {
        make(random, product, at, recipe);
      }
    }
  }

  private void make(Random random, int product, int at, int[] recipe) {
    int node = product * perProduct + at;
    if (at > WHOLE_AT_FIRST && random.nextInt(ONE_OF_SPLIT) == 0) {
      int other = product * perProduct + random.nextInt(at);
      join(node, other);
      if (random.nextInt(ONE_OF_SPLIT) == 0) {
        join(other, node);
      }
      return;
    }
    for (int used : recipe) {
      if (random.nextInt(ONE_OF_MISSING) > 0) {
        join(node, used * perProduct + random.nextInt(perProduct));
      }
    }
  }

  private void join(int output, int input) {
    edges.add(new Edge(output, input));
    outputs.get(input).add(output);
    inputs.get(output).add(input);
    usual[product(output)][product(input)] = true;
  }

  public int size() {
    return products * perProduct;
  }

  public int product(int node) {
    return node / perProduct;
  }

  public List<Edge> edges() {
    return edges;
  }

  /** Goes through all that there is. */
  public Walked walk(int from) {
    BitSet known = new BitSet();
    reach(known, List.of(from));
    BitSet reached = (BitSet) known.clone();
    int before;
    do {
      before = reached.cardinality();
      BitSet sought = new BitSet();
      reached.stream().forEach(node -> sought.set(product(node)));
      reach(
          reached,
          IntStream.range(0, size())
              .filter(node -> !reached.get(node) && isOpen(node, sought))
              .boxed()
              .toList());
    } while (reached.cardinality() > before);
    return new Walked(known.cardinality() - 1, reached.cardinality() - known.cardinality());
  }

  private void reach(BitSet reached, List<Integer> from) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int node : from) {
      if (!reached.get(node)) {
        reached.set(node);
        open.push(node);
      }
    }
    while (!open.isEmpty()) {
      for (int next : outputs.get(open.pop())) {
        if (!reached.get(next)) {
          reached.set(next);
          open.push(next);
        }
      }
    }
  }

  private boolean isOpen(int node, BitSet sought) {
    int product = product(node);
    return sought.stream()
        .filter(used -> usual[product][used])
        .anyMatch(
            used ->
                used == product
                    ? inputs.get(node).isEmpty()
                    : !isRecorded(node, used, new BitSet()));
  }

  /** Of it, or of what of the same product it was made of. */
  private boolean isRecorded(int node, int used, BitSet seen) {
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      int next = open.pop();
      if (seen.get(next)) {
        continue;
      }
      seen.set(next);
      for (int input : inputs.get(next)) {
        if (product(input) == used) {
          return true;
        }
        if (product(input) == product(node)) {
          open.push(input);
        }
      }
    }
    return false;
  }
}
