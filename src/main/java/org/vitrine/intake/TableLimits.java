package org.vitrine.intake;

/**
 * How much of a file is read. What a table takes in memory depends on its cells, so the limit is a
 * part of the memory that there is.
 *
 * @param rows the most rows
 * @param memoryBytes what all cells together may take
 * @param partBytes how large one part of a workbook may be, unpacked
 */
record TableLimits(int rows, long memoryBytes, long partBytes) {
  /** The most that Excel has. */
  static final int MOST_COLUMNS = 16_384;

  static final int LONGEST_CELL = 32_767;

  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_ROWS_AT_ONCE = 100_000;
  private static final long LEAST_PART = 8L << 20;

  /** Whoever runs the command has the program for themselves. */
  static final TableLimits AT_TERMINAL = ofMemory(MOST_ROWS * 4, 2, 8);

  /** Beside everything else that a server does. */
  static final TableLimits ON_SERVER = ofMemory(MOST_ROWS_AT_ONCE, 8, 16);

  private static TableLimits ofMemory(int rows, int tableShare, int partShare) {
    long memory = Runtime.getRuntime().maxMemory();
    return new TableLimits(rows, memory / tableShare, Math.max(LEAST_PART, memory / partShare));
  }
}
