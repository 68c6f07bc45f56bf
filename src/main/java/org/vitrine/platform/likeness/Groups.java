package org.vitrine.platform.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Texts that belong together: the communities that Louvain's method finds in the network of each
 * text and its nearest. For somebody who judges; too rough to act on. The same texts in the same
 * order fall into the same groups.
 */
public final class Groups {
  /** What two texts share at random joins nobody. */
  private static final double JOINED_FROM = 0.1;

  private static final int ITERATIONS = 2;
  private static final long SEED = 1;

  private Groups() {}

  /**
   * @param nearest how many of its nearest a text is joined with
   * @return the groups, the largest first; a text that is like no other is a group by itself
   */
  public static <K> List<List<K>> of(LikenessIndex<K> index, int nearest) {
    if (index.size() == 0) {
      return List.of();
    }
    Network network = network(index.fewOfEach(nearest));
    int[][] members = communities(network).getNodesPerCluster();
    return Stream.of(members)
        .map(group -> keys(index, group))
        .sorted(Comparator.comparingInt((List<K> group) -> group.size()).reversed())
        .toList();
  }

  private static <K> List<K> keys(LikenessIndex<K> index, int[] texts) {
    List<K> keys = new ArrayList<>(texts.length);
    for (int text : texts) {
      keys.add(index.keys().get(text));
    }
    return keys;
  }

  /** Two texts are joined if one is among the nearest of the other, by their cosine. */
  private static Network network(List<NearestFew> few) {
    List<int[]> pairs = new ArrayList<>();
    List<Double> cosines = new ArrayList<>();
    for (int text = 0; text < few.size(); text++) {
      NearestFew own = few.get(text);
      for (int at = 0; at < own.size(); at++) {
        int other = own.text(at);
        boolean once = text < other || !few.get(other).has(text);
        if (once && own.cosine(at) >= JOINED_FROM) {
          pairs.add(new int[] {text, other});
          cosines.add(own.cosine(at));
        }
      }
    }
    LargeIntArray[] edges = {
      new LargeIntArray(pairs.stream().mapToInt(pair -> pair[0]).toArray()),
      new LargeIntArray(pairs.stream().mapToInt(pair -> pair[1]).toArray())
    };
    LargeDoubleArray weights =
        new LargeDoubleArray(cosines.stream().mapToDouble(Double::doubleValue).toArray());
    return new Network(few.size(), true, edges, weights, false, false);
  }

  private static Clustering communities(Network network) {
    if (network.getTotalEdgeWeight() == 0) {
      return new Clustering(network.getNNodes());
    }
    double resolution = fineness(network.getNNodes()) / (2 * network.getTotalEdgeWeight());
    return new LouvainAlgorithm(resolution, ITERATIONS, new Random(SEED)).findClustering(network);
  }

  /**
   * With 1, what the method optimises is the modularity, which takes ever larger groups for one the
   * more texts there are; so it grows: to 2 for ten thousand.
   */
  private static double fineness(int texts) {
    return 1 + Math.log10(texts) / 4;
  }
}
