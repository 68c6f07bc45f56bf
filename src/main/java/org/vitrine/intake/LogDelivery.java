package org.vitrine.intake;

import java.util.function.IntConsumer;

/**
 * How a log is delivered, and by whom.
 *
 * @param rowsDone is told how many rows are done
 */
record LogDelivery(ReplaySpeed speed, ImportedBy by, IntConsumer rowsDone) {

  /** The same of what comes after so many rows. */
  LogDelivery after(int before) {
    return new LogDelivery(speed, by, count -> rowsDone.accept(before + count));
  }
}
