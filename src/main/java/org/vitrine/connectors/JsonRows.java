package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vitrine.platform.json.Json;

/**
 * JSON as rows with named columns: what stands inside of something is called by both names, with a
 * dot between; entries of a list by their place. One list may be the rows, each beside what is said
 * of the whole.
 */
final class JsonRows {
  private static final int MOST_CELLS = 500;
  private static final Pattern PLACE = Pattern.compile("\\d{1,6}");

  private JsonRows() {}

  /**
   * @param lines where the list of rows stands; absent where the document is one row
   */
  static List<Map<String, String>> of(JsonNode document, String lines) {
    Map<String, String> whole = new LinkedHashMap<>();
    flatten("", document, lines, whole);
    JsonNode list = lines == null ? null : at(document, lines);
    if (list == null || !list.isArray() || list.isEmpty()) {
      return List.of(whole);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode entry : list) {
      Map<String, String> row = new LinkedHashMap<>(whole);
      flatten(lines, entry, null, row);
      rows.add(row);
    }
    return rows;
  }

  private static void flatten(
      String path, JsonNode node, String without, Map<String, String> cells) {
    if (path.equals(without) || cells.size() >= MOST_CELLS) {
      return;
    }
    String inside = path.isEmpty() ? "" : path + '.';
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(inside + field.getKey(), field.getValue(), without, cells));
    } else if (node.isArray()) {
      for (int at = 0; at < node.size(); at++) {
        flatten(inside + at, node.get(at), without, cells);
      }
    } else {
      cells.put(path, text(node));
    }
  }

  /** What stands there; nothing where there is no such place. */
  static JsonNode at(JsonNode document, String path) {
    JsonNode here = document;
    for (String step : path.split("\\.")) {
      here =
          here.isArray() && PLACE.matcher(step).matches()
              ? here.path(Integer.parseInt(step))
              : here.path(step);
    }
    return here;
  }

  /** Empty where nothing is said. */
  static String text(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().toPlainString()
        : value.isNull() || value.isMissingNode() ? "" : storable(value.asText());
  }

  /** Without what no database holds: NUL, and halves of surrogate pairs. */
  private static String storable(String text) {
    if (Json.isStorable(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(
            one -> one != 0 && (one > Character.MAX_VALUE || !Character.isSurrogate((char) one)))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The list at this place. Throws {@link SourceFault} where there is none. */
  static List<JsonNode> list(JsonNode answer, String path) {
    JsonNode list = path == null ? answer : at(answer, path);
    if (!list.isArray()) {
      throw SourceFault.unreadable(
          path == null
              ? "The answer is not a list of records"
              : "There is no list of records at “%s” in the answer".formatted(path));
    }
    List<JsonNode> entries = new ArrayList<>();
    list.forEach(entries::add);
    return entries;
  }
}
