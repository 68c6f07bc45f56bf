package org.vitrine.platform.likeness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a piece says: the fewer texts have it, the more (inverse document frequency, smoothed so
 * that what all have still counts), and the more often it stands in a text, a little more
 * (logarithm of the count).
 */
final class PieceWeights {
  private final Map<String, Integer> numbers;
  private final double[] rarities;
  private final double unknown;

  private PieceWeights(Map<String, Integer> numbers, double[] rarities, double unknown) {
    this.numbers = numbers;
    this.rarities = rarities;
    this.unknown = unknown;
  }

  static PieceWeights of(List<Map<String, Integer>> texts) {
    Map<String, Integer> numbers = new HashMap<>();
    texts.forEach(
        text -> text.keySet().forEach(piece -> numbers.putIfAbsent(piece, numbers.size())));
    int[] having = new int[numbers.size()];
    texts.forEach(text -> text.keySet().forEach(piece -> having[numbers.get(piece)]++));
    double[] rarities = new double[having.length];
    for (int piece = 0; piece < having.length; piece++) {
      rarities[piece] = rarity(texts.size(), having[piece]);
    }
    return new PieceWeights(numbers, rarities, rarity(texts.size(), 0));
  }

  private static double rarity(int texts, int having) {
    return Math.log((1.0 + texts) / (1.0 + having)) + 1;
  }

  int size() {
    return rarities.length;
  }

  TextVector vector(Map<String, Integer> text) {
    int[] pieces = new int[text.size()];
    double[] weights = new double[text.size()];
    int known = 0;
    double squares = 0;
    for (Map.Entry<String, Integer> piece : text.entrySet()) {
      Integer number = numbers.get(piece.getKey());
      double rarity = number == null ? unknown : rarities[number];
      double weight = (1 + Math.log(piece.getValue())) * rarity;
      squares += weight * weight;
      if (number != null) {
        pieces[known] = number;
        weights[known++] = weight;
      }
    }
    float[] ofLengthOne = new float[known];
    for (int at = 0; at < known; at++) {
      ofLengthOne[at] = (float) (weights[at] / Math.sqrt(squares));
    }
    return new TextVector(Arrays.copyOf(pieces, known), ofLengthOne);
  }
}
