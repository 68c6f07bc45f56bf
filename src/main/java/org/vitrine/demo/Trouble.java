package org.vitrine.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What goes wrong in one stage of a line, and the sentences in which its customer reads it.
 *
 * @param held production stops for some hours
 * @param partsLate material arrives days late
 * @param failed a unit fails a test, is repaired and measured again
 * @param byHand an operation is reported that no routing knows
 */
record Trouble(boolean held, boolean partsLate, boolean failed, boolean byHand) {
  private static final List<String> HOLDS =
      List.of(
          "waiting for a new seal kit for the leak test bench",
          "the charging station is being calibrated after a drifting scale",
          "the brazing oven is down; a technician is on the way",
          "a batch of fan motors is being checked for a rattling bearing",
          "the label artwork is waiting for your approval",
          "power was cut in hall 2; the test bench is warming up again");
  private static final List<String> LATE_PARTS =
      List.of(
          "the compressors came four days late",
          "the copper tube was held up at the port",
          "the control boards failed our incoming inspection and were replaced");

  static String hold(RandomGenerator random) {
    return HOLDS.get(random.nextInt(HOLDS.size()));
  }

  static String lateParts(RandomGenerator random) {
    return LATE_PARTS.get(random.nextInt(LATE_PARTS.size()));
  }
}
