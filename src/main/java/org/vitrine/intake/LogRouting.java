package org.vitrine.intake;

import java.util.Optional;
import org.vitrine.production.Routing;

/**
 * How a log's operations become stages.
 *
 * @param routing absent where nobody says: then it is the one that the log was taken with before,
 *     or else the one that comes with the program
 * @param isOfFile whether it came with the log and is to be saved; else it is one that is there,
 *     and stays as it is
 */
record LogRouting(Optional<Routing> routing, boolean isOfFile) {
  static LogRouting ofFile(Optional<Routing> read) {
    return new LogRouting(read, true);
  }

  static LogRouting stored(Optional<Routing> found) {
    return new LogRouting(found, false);
  }
}
