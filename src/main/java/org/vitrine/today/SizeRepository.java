package org.vitrine.today;

import org.vitrine.platform.database.Queries;

/** How much the database holds, as it says itself. */
final class SizeRepository {
  private static final long MEGABYTE = 1_000_000;

  private static final String SIZE =
      """
      SELECT pg_database_size(current_database()) AS bytes\
      """;

  /** In whole tens, since nobody has to be told of each megabyte. */
  long megabytes(Queries queries) {
    long found =
        queries.findOne("database.size", SIZE, row -> row.getLong("bytes")).orElseThrow()
            / MEGABYTE;
    return (found + 9) / 10 * 10;
  }
}
