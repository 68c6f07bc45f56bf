package org.vitrine.intake;

import java.util.Collection;
import org.vitrine.platform.StartFailed;

/** Counts what a table takes while it is read, so that one that is too large is refused in time. */
final class TableBudget {
  /** What a cell and a row cost beside their text: objects, references, an entry by name. */
  private static final int BYTES_OF_CELL = 120;

  private static final int BYTES_OF_ROW = 200;
  private static final int BYTES_OF_CHARACTER = 2;

  private final String name;
  private final TableLimits limits;
  private int rows;
  private long bytes;

  TableBudget(String name, TableLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  /** Throws {@link StartFailed} where the row is one too many. */
  void take(RawRow row) {
    rows++;
    if (rows > limits.rows() + 1) {
      throw new StartFailed("%s has more than %,d rows; split it".formatted(name, limits.rows()));
    }
    bytes += BYTES_OF_ROW;
    keep(row.line(), row.fields());
  }

  /** The same of what is kept beside rows until a file is read to its end. */
  void keep(long line, Collection<String> texts) {
    for (String text : texts) {
      bytes += BYTES_OF_CELL + (long) BYTES_OF_CHARACTER * text.length();
    }
    if (bytes > limits.memoryBytes()) {
      throw new StartFailed(
          "%s is too large for the memory of this program: at line %d it would take more than %d MB; split it"
              .formatted(name, line, limits.memoryBytes() >> 20));
    }
  }
}
