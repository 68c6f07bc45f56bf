package org.vitrine.platform.likeness;

/**
 * The nearest of a text, at most so many, the nearest first; what is as near as another stands
 * behind it if it came later. An array is kept sorted by insertion, since few are kept and nearly
 * all that are offered are too far.
 */
final class NearestFew {
  private final int[] texts;
  private final float[] cosines;
  private int size;

  NearestFew(int most) {
    this.texts = new int[most];
    this.cosines = new float[most];
  }

  void offer(int text, float cosine) {
    boolean full = size == texts.length;
    if (full && (size == 0 || cosine <= cosines[size - 1])) {
      return;
    }
    int at = full ? size - 1 : size++;
    while (at > 0 && cosines[at - 1] < cosine) {
      texts[at] = texts[at - 1];
      cosines[at] = cosines[at - 1];
      at--;
    }
    texts[at] = text;
    cosines[at] = cosine;
  }

  boolean has(int text) {
    for (int at = 0; at < size; at++) {
      if (texts[at] == text) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return size;
  }

  int text(int at) {
    return texts[at];
  }

  double cosine(int at) {
    return cosines[at];
  }
}
