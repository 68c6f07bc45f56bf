package org.vitrine.intake;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.vitrine.platform.Rejection;

/** What a row says is wrong: thrown while it is read, told where it is counted. */
final class BadRow extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient RefusedRow refused;

  BadRow(CsvRow row, String column, String reason) {
    super(reason, null, false, false);
    this.refused = new RefusedRow(row.line(), column, reason);
  }

  RefusedRow refused() {
    return refused;
  }

  /** Whatever is rejected inside is this row's fault. */
  static <T> T naming(CsvRow row, UnaryOperator<String> column, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Rejection.Invalid invalid) {
      throw new BadRow(row, column.apply(invalid.field()), invalid.getMessage());
    }
  }
}
