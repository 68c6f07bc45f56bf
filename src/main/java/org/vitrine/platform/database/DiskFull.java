package org.vitrine.platform.database;

import io.vertx.pgclient.PgException;
import java.time.Duration;

/**
 * Knows that PostgreSQL refused to write because its disk is full, until there is room again. It
 * answers questions meanwhile, so nothing else would show it.
 */
final class DiskFull {
  /** PostgreSQL 18, appendix A. */
  private static final String DISK_FULL = "53100";

  /**
   * Writes nothing that stays: sorts more than fits into the memory that it may use, so that eight
   * megabytes go to the same disk and are given back.
   */
  private static final String ASK_FOR_ROOM =
      """
      SET work_mem = '64kB';
      SELECT count(*)
        FROM (SELECT repeat(md5(n::text), 64) AS line
                FROM generate_series(1, 4000) AS n
               ORDER BY line) AS lines""";

  private volatile boolean full;

  /** Whether this is what a statement failed of; notes it if so. */
  boolean explains(Throwable fault) {
    boolean so = fault instanceof PgException refused && DISK_FULL.equals(refused.getSqlState());
    full |= so;
    return so;
  }

  /** Whether it is still so; asks, where it was. */
  boolean lasts(Probe probe, Duration limit) {
    if (full) {
      full = !probe.answers(ASK_FOR_ROOM, limit);
    }
    return full;
  }
}
