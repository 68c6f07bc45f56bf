package org.vitrine.platform.likeness;

import java.util.List;

/**
 * In which texts each piece stands, and its weight there: all lists in one array, one behind the
 * other, each in the order of the texts.
 */
final class Postings {
  private final int texts;
  private final int[] starts;
  private final int[] holders;
  private final float[] weights;

  private Postings(int texts, int[] starts, int[] holders, float[] weights) {
    this.texts = texts;
    this.starts = starts;
    this.holders = holders;
    this.weights = weights;
  }

  static Postings of(List<TextVector> vectors, int pieces) {
    int[] starts = new int[pieces + 1];
    for (TextVector vector : vectors) {
      for (int piece : vector.pieces()) {
        starts[piece + 1]++;
      }
    }
    for (int piece = 0; piece < pieces; piece++) {
      starts[piece + 1] += starts[piece];
    }
    int[] next = starts.clone();
    int[] holders = new int[starts[pieces]];
    float[] weights = new float[starts[pieces]];
    for (int text = 0; text < vectors.size(); text++) {
      TextVector vector = vectors.get(text);
      for (int at = 0; at < vector.pieces().length; at++) {
        int place = next[vector.pieces()[at]]++;
        holders[place] = text;
        weights[place] = vector.weights()[at];
      }
    }
    return new Postings(vectors.size(), starts, holders, weights);
  }

  /**
   * @return the cosines of a vector and of the first so many texts, by their place
   */
  float[] cosines(TextVector vector, int first) {
    float[] cosines = new float[Math.min(first, texts)];
    for (int at = 0; at < vector.pieces().length; at++) {
      int piece = vector.pieces()[at];
      float weight = vector.weights()[at];
      for (int place = starts[piece];
          place < starts[piece + 1] && holders[place] < first;
          place++) {
        cosines[holders[place]] += weight * weights[place];
      }
    }
    return cosines;
  }
}
