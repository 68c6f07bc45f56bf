package org.vitrine.platform.changes;

/**
 * How far a durable reader has come.
 *
 * @param xmin it has heard all of the transactions before
 * @param xmax it has heard nothing of the transactions from here on
 * @param due whether something that it owes is to be tried now
 * @param failing how many changes it has failed on and tries again
 * @param setAside how many it has given up
 */
record Standing(long xmin, long xmax, boolean due, long failing, long setAside) {
  static final Standing AT_THE_BEGINNING = new Standing(0, 0, false, 0, 0);
}
