package org.vitrine.intake;

import org.vitrine.platform.Rejection;

/**
 * A row that was not taken, and why.
 *
 * @param line where it begins in the file, the header being line 1
 * @param column the column at fault; empty where it is the whole row
 */
public record RefusedRow(long line, String column, String reason) {

  static RefusedRow at(long line, Rejection.Invalid invalid) {
    return new RefusedRow(line, invalid.field(), invalid.getMessage());
  }

  /** That of a row which another one, itself refused, says is wrong. */
  static RefusedRow doubted(long line, long by) {
    return new RefusedRow(line, "", "may be wrong: line %d says so, and was refused".formatted(by));
  }
}
