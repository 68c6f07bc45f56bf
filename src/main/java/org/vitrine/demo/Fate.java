package org.vitrine.demo;

/**
 * What goes wrong with an order. Its place in the row decides, not chance, so that a visitor meets
 * every kind of trouble whatever the seed.
 *
 * @param held production stops for some hours
 * @param partsLate materials arrive days late, and the promise moves
 * @param failed a unit fails a test, is repaired and measured again
 * @param forgotten a whole stage is never reported
 * @param byHand an operation is reported that no routing knows
 * @param hasty it is promised sooner than such an order usually takes
 */
record Fate(
    boolean held,
    boolean partsLate,
    boolean failed,
    boolean forgotten,
    boolean byHand,
    boolean hasty) {
  static final Fate KIND = new Fate(false, false, false, false, false, false);

  static Fate of(int order) {
    return new Fate(
        order % 3 == 1,
        order % 11 == 4,
        order % 4 == 2,
        order % 9 == 5,
        order % 7 == 3,
        order % 8 == 7);
  }
}
