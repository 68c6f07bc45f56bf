package org.vitrine.platform.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Texts, and which of them are nearest to one another: cosine of tf-idf vectors over {@link
 * TextPieces}, found through postings, which say in which texts a piece stands. Immutable.
 *
 * @param <K> what a text is known by
 */
public final class LikenessIndex<K> {
  /** From here on, worth standing beside each other on a desk, where somebody judges. */
  public static final double WORTH_A_LOOK = 0.28;

  private static final double LIKE_YOURS = 0.72;
  private static final double LIKE_YOURS_IN_IDEOGRAPHS = 0.65;

  private final List<K> keys;
  private final PieceWeights weights;
  private final List<TextVector> vectors;
  private final Postings postings;

  /** A text that others are compared with. */
  public record KnownText<K>(K key, String text) {}

  /**
   * @param cosine from 0, nothing in common, to 1, the same pieces
   */
  public record Neighbour<K>(K key, double cosine) {}

  private LikenessIndex(List<K> keys, PieceWeights weights, List<TextVector> vectors) {
    this.keys = keys;
    this.weights = weights;
    this.vectors = vectors;
    this.postings = Postings.of(vectors, weights.size());
  }

  public static <K> LikenessIndex<K> of(Collection<KnownText<K>> texts) {
    List<K> keys = new ArrayList<>(texts.size());
    List<Map<String, Integer>> pieces = new ArrayList<>(texts.size());
    for (KnownText<K> text : texts) {
      keys.add(text.key());
      pieces.add(TextPieces.of(text.text()));
    }
    PieceWeights weights = PieceWeights.of(pieces);
    return new LikenessIndex<>(
        List.copyOf(keys), weights, pieces.stream().map(weights::vector).toList());
  }

  /** Of other texts, weighed as pieces are here: for a few that came later. */
  public LikenessIndex<K> weighing(Map<K, String> later) {
    return new LikenessIndex<>(
        List.copyOf(later.keySet()),
        weights,
        later.values().stream().map(TextPieces::of).map(weights::vector).toList());
  }

  public static <K> LikenessIndex<K> of(Map<K, String> texts) {
    List<KnownText<K>> known = new ArrayList<>(texts.size());
    texts.forEach((key, text) -> known.add(new KnownText<>(key, text)));
    return of(known);
  }

  /**
   * From which cosine on nine pairs in ten mean the same, so that it is worth saying "this is like
   * yours". Where a character is a word, texts are short, and one that differs is in many pieces.
   */
  public static double likeYours(String text) {
    String plain = TextPieces.plain(text);
    long ideographs = plain.codePoints().filter(Character::isIdeographic).count();
    return 2 * ideographs > plain.length() ? LIKE_YOURS_IN_IDEOGRAPHS : LIKE_YOURS;
  }

  public int size() {
    return keys.size();
  }

  List<K> keys() {
    return keys;
  }

  /** The nearest of a text, which need not be known, the nearest first; itself too, if it is. */
  public List<Neighbour<K>> nearest(String text, int most, double atLeast) {
    float[] cosines = postings.cosines(weights.vector(TextPieces.of(text)), size());
    NearestFew few = new NearestFew(most);
    for (int other = 0; other < cosines.length; other++) {
      if (cosines[other] > 0 && cosines[other] >= atLeast) {
        few.offer(other, cosines[other]);
      }
    }
    return neighbours(few);
  }

  /** The nearest of each text but itself, by its key, the nearest first. */
  public Map<K, List<Neighbour<K>>> nearestOfEach(int most, double atLeast) {
    Map<K, List<Neighbour<K>>> nearest = HashMap.newHashMap(size());
    List<NearestFew> few = fewOfEach(most);
    for (int text = 0; text < few.size(); text++) {
      nearest.put(
          keys.get(text),
          neighbours(few.get(text)).stream().filter(one -> one.cosine() >= atLeast).toList());
    }
    return nearest;
  }

  /** Of each text, by its place. Each pair is compared once, and offered to both. */
  List<NearestFew> fewOfEach(int most) {
    List<NearestFew> few =
        IntStream.range(0, size()).mapToObj(text -> new NearestFew(most)).toList();
    for (int text = 1; text < size(); text++) {
      float[] cosines = postings.cosines(vectors.get(text), text);
      NearestFew own = few.get(text);
      for (int other = 0; other < text; other++) {
        if (cosines[other] > 0) {
          own.offer(other, cosines[other]);
          few.get(other).offer(text, cosines[other]);
        }
      }
    }
    return few;
  }

  private List<Neighbour<K>> neighbours(NearestFew few) {
    return IntStream.range(0, few.size())
        .mapToObj(at -> new Neighbour<>(keys.get(few.text(at)), few.cosine(at)))
        .toList();
  }
}
