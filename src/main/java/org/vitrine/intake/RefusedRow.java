package org.vitrine.intake;

import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * A row that was not taken, and why.
 *
 * @param line where it begins in the file, the header being line 1
 * @param column the column at fault; empty where it is the whole row
 * @param also what else is wrong with it, or with other rows of the same; each without more
 */
public record RefusedRow(long line, String column, String reason, List<RefusedRow> also) {
  public RefusedRow {
    also = List.copyOf(also);
  }

  public RefusedRow(long line, String column, String reason) {
    this(line, column, reason, List.of());
  }

  static RefusedRow at(long line, Rejection.Invalid invalid) {
    return new RefusedRow(line, invalid.field(), invalid.getMessage());
  }

  /** That of a row which another one, itself refused, says is wrong. */
  static RefusedRow doubted(long line, long by) {
    return new RefusedRow(line, "", "may be wrong: line %d says so, and was refused".formatted(by));
  }

  RefusedRow with(List<RefusedRow> others) {
    return new RefusedRow(line, column, reason, others);
  }
}
