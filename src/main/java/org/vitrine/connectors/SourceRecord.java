package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A record of another system: what tells it from all others, and the rows that it becomes.
 *
 * @param document as it was answered, as long as more of it is to come
 */
record SourceRecord(String id, JsonNode document, List<Map<String, String>> rows) {
  private static final int LONGEST_ID = 400;

  SourceRecord {
    if (id.length() > LONGEST_ID) {
      throw SourceFault.unreadable("An id is longer than 400 characters");
    }
    rows = List.copyOf(rows);
  }

  static SourceRecord of(JsonNode document, RecordShape shape) {
    String id = JsonRows.text(JsonRows.at(document, shape.id()));
    if (id.isEmpty()) {
      throw SourceFault.unreadable("A record has no “%s”".formatted(shape.id()));
    }
    return new SourceRecord(id, document, JsonRows.of(document, shape.lines()));
  }
}
