package org.vitrine.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A column mapping that is remembered.
 *
 * @param headers the columns of the file that it was made for, sorted; none where nobody said
 * @param version how often it was saved differently, from 1
 */
public record StoredMapping(
    String name,
    ImportKind kind,
    List<String> headers,
    ColumnMapping mapping,
    int version,
    Instant changedAt,
    String changedBy) {
  public StoredMapping {
    headers = List.copyOf(headers);
  }

  /** Columns as they are compared: where they stand, and in which letters, does not matter. */
  static List<String> headers(Collection<String> columns) {
    return columns.stream().map(TableHeader::named).distinct().sorted().toList();
  }
}
