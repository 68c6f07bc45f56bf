package org.vitrine.orders;

/**
 * Work that the plant has reported of a line, as it was named.
 *
 * @param requirement what was measured; absent where nothing was, as the others may be
 * @param inParts true where some of it counts with decimals
 * @param begun whether something was done: holding it, or taking back what was said, does nothing
 */
public record ReportedWork(
    int line, String stage, String operation, String requirement, boolean inParts, boolean begun) {

  /** What somebody would call it. */
  String name() {
    if (operation != null) {
      return operation;
    }
    return stage != null ? stage : requirement;
  }
}
