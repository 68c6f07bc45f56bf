package org.vitrine.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of a file differ from those that a mapping was made for.
 *
 * @param mapping its name
 * @param added columns that it does not know
 * @param missing columns that it was made for, and that are not there
 */
record ChangedColumns(String mapping, List<String> added, List<String> missing) {

  /** The one that was made for most of these columns; nothing where that is less than half. */
  static Optional<ChangedColumns> nearest(
      List<String> columns, Collection<StoredMapping> mappings) {
    return mappings.stream()
        .map(stored -> between(columns, stored))
        .filter(changed -> changed.isMostlyOf(columns))
        .min(Comparator.comparingInt(ChangedColumns::size));
  }

  private static ChangedColumns between(List<String> columns, StoredMapping stored) {
    return new ChangedColumns(
        stored.name(), without(columns, stored.headers()), without(stored.headers(), columns));
  }

  private static List<String> without(List<String> columns, List<String> others) {
    return columns.stream().filter(one -> !others.contains(one)).toList();
  }

  private boolean isMostlyOf(List<String> columns) {
    int common = columns.size() - added.size();
    return common > 0 && common >= size();
  }

  private int size() {
    return added.size() + missing.size();
  }

  String sentence() {
    return "The mapping “%s” was made for other columns: new are %s; missing are %s"
        .formatted(mapping, said(added), said(missing));
  }

  private static String said(List<String> columns) {
    return columns.isEmpty() ? "none" : String.join(", ", columns);
  }
}
