package org.vitrine.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that a program of ours fetched from another system, in that system's columns.
 *
 * @param source how sentences and the history call where they come from
 * @param kind what they say: orders, or what a plant reports
 * @param company whose orders are that the records of a plant know of, where they do not say
 * @param routing by which those are made
 */
public record FetchedBatch(
    String source,
    ImportKind kind,
    ColumnMapping mapping,
    Optional<String> company,
    Optional<String> routing,
    List<FetchedRecord> records) {

  /**
   * One of them, as a row or several.
   *
   * @param revision how often it has said something else before: a report that says something else
   *     corrects the one before
   */
  public record FetchedRecord(List<Map<String, String>> rows, int revision) {}

  public FetchedBatch {
    records = List.copyOf(records);
  }
}
