package org.vitrine.bench.rows;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.LuceneLikeness;
import org.vitrine.platform.likeness.Groups;
import org.vitrine.platform.likeness.LikenessIndex;

/** Row 17. */
final class Alike implements Row {
  private static final int NEAREST = 10;
  private static final int ALL_ABOVE = 300;
  private static final int ROUNDS = 3;

  @Override
  public int number() {
    return 17;
  }

  @Override
  public String job() {
    return "What is alike: 10,003 sentences, their neighbours and groups";
  }

  @Override
  public String method() {
    return """
        Customers' sentences of which it is known what they mean: 10,003 English ones in 77 meanings (banking77), 800 Chinese ones in 16 (xSID). \
        A neighbour or a pair is right if both mean the same; ARI is the adjusted Rand index of groups and meanings. \
        The peer is Lucene's MoreLikeThis (BM25 over words, and over pairs of Chinese characters), which finds one neighbour of each. \
        The limit is how fast this machine adds up as many products, read in a row, as comparing all pairs that share a piece takes. \
        One thread; memory is the highest use of the heap while everything is done.""";
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Path folder = lab.project().resolve("../shared/data/sentences");
    Sentences english = sentences(folder.resolve("banking77.csv"));
    Sentences chinese = sentences(folder.resolve("xsid-zh.csv"));
    double peak = peakMegabytes(english);
    Series series =
        new Rounds()
            .of("ours", round -> ours(english))
            .of("lucene", round -> Map.of("neighbours", lucene(english).seconds()))
            .of("limit", round -> Map.of("neighbours", limit(english)))
            .run(lab.isQuick() ? 1 : ROUNDS);
    Quality en = Quality.of(english);
    Quality zh = Quality.of(chinese);
    return List.of(
        Finding.atLeast(0.80, "Right neighbour, English", Interval.exactly(en.neighbours()), ""),
        Finding.atLeast(0.88, "Right neighbour, Chinese", Interval.exactly(zh.neighbours()), ""),
        Finding.beside(
            "Right neighbour, English, Lucene", Interval.exactly(lucene(english).right()), ""),
        Finding.beside(
            "Right neighbour, Chinese, Lucene", Interval.exactly(lucene(chinese).right()), ""),
        Finding.atLeast(
            0.90, "Pairs right from the threshold on, English", Interval.exactly(en.pairs()), ""),
        Finding.atLeast(
            0.90, "Pairs right from the threshold on, Chinese", Interval.exactly(zh.pairs()), ""),
        Finding.atLeast(0.33, "Groups, ARI, English", Interval.exactly(en.groups()), ""),
        Finding.beside("Groups, ARI, Chinese", Interval.exactly(zh.groups()), ""),
        Finding.atMost(20, "Index, neighbours and groups", series.of("ours", "all"), "s"),
        Finding.atMost(1_000, "Memory", Interval.exactly(peak), "MB"),
        Finding.beside("Index and ten neighbours of each", series.of("ours", "neighbours"), "s"),
        Finding.beside(
            "Index and one neighbour of each, Lucene", series.of("lucene", "neighbours"), "s"),
        Finding.beside(
            "Index and ten neighbours / the limit", series.ratio("ours", "limit", "neighbours"), "x"),
        Finding.beside("One text against 10,003", series.of("ours", "one"), "ms"));
  }

  private static Sentences sentences(Path file) throws Exception {
    if (!Files.exists(file)) {
      throw new IllegalStateException(file.normalize() + " is not here");
    }
    return Sentences.read(file);
  }

  private static Map<String, Double> ours(Sentences sentences) {
    long began = System.nanoTime();
    LikenessIndex<Integer> index = LikenessIndex.of(sentences.texts());
    index.nearestOfEach(NEAREST, 0);
    double neighbours = seconds(began);
    Groups.of(index, NEAREST);
    double all = seconds(began);
    long beganOne = System.nanoTime();
    int asked = 100;
    for (int text = 0; text < asked; text++) {
      index.nearest(sentences.texts().get(text), 5, LikenessIndex.likeYours(sentences.texts().get(text)));
    }
    return Map.of("neighbours", neighbours, "all", all, "one", seconds(beganOne) * 1e3 / asked);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** How often the nearest means the same, and how long all took. */
  private record Peer(double right, double seconds) {}

  private static Peer lucene(Sentences sentences) throws Exception {
    long began = System.nanoTime();
    int[] nearest = LuceneLikeness.nearestOfEach(sentences.texts());
    double seconds = seconds(began);
    int right = 0;
    for (int text = 0; text < nearest.length; text++) {
      right += nearest[text] >= 0 && sentences.sameMeaning(text, nearest[text]) ? 1 : 0;
    }
    return new Peer((double) right / nearest.length, seconds);
  }

  /** Seconds for the additions alone. */
  private static double limit(Sentences sentences) {
    long products = sentences.productsOfAllPairs();
    float[] some = new float[1 << 14];
    float[] more = new float[1 << 14];
    Arrays.fill(some, 0.5f);
    long began = System.nanoTime();
    for (long done = 0; done < products; done += some.length) {
      for (int at = 0; at < some.length; at++) {
        more[at] += 0.1f * some[at];
      }
    }
    double seconds = seconds(began);
    if (more[0] == 0) {
      throw new IllegalStateException("Nothing was added up");
    }
    return seconds;
  }

  private static double peakMegabytes(Sentences sentences) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    ours(sentences);
    return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
  }

  /** How often what is found is right. */
  private record Quality(double neighbours, double pairs, double groups) {
    private static Quality of(Sentences sentences) {
      LikenessIndex<Integer> index = LikenessIndex.of(sentences.texts());
      return new Quality(
          sentences.rightNeighbours(index.nearestOfEach(1, 0)),
          sentences.rightPairs(index.nearestOfEach(ALL_ABOVE, LikenessIndex.WORTH_A_LOOK)),
          sentences.agreement(Groups.of(index, NEAREST)));
    }
  }
}
