package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lines on the page of a meeting that are its minutes, in their places. */
final class MinutesLines {
  private MinutesLines() {}

  /** Those of this item; of none where the key is empty. */
  static List<JsonNode> ofItem(JsonNode page, String item) {
    return some(page).stream()
        .filter(line -> line.path("item").asText().equals(item) && !line.has("corrects"))
        .toList();
  }

  /** What corrects this line since the minutes are final. */
  static List<JsonNode> correcting(JsonNode page, JsonNode line) {
    return some(page).stream()
        .filter(one -> one.path("corrects").asText().equals(line.path("key").asText()))
        .toList();
  }

  private static List<JsonNode> some(JsonNode page) {
    List<JsonNode> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : page.path("lines").properties()) {
      if (!entry.getValue().path("kind").asText().equals("suggestion")) {
        lines.add(((ObjectNode) entry.getValue().deepCopy()).put("key", entry.getKey()));
      }
    }
    lines.sort(Comparator.comparingInt(line -> line.path("place").asInt()));
    return lines;
  }
}
