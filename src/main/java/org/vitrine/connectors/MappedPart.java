package org.vitrine.connectors;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.intake.ImportKind;
import org.vitrine.platform.json.Json;

/**
 * What of a record is taken: the fields that the mapping names. A system says a hundred things
 * more, some of them under names of ours that mean something else. A file says what somebody put
 * into it, so its columns of our names are taken as in any file.
 */
record MappedPart(SaveConnector said) {
  private static final String ID = "id";

  SourceRecord of(SourceRecord record) {
    return new SourceRecord(
        record.id(), null, record.rows().stream().map(row -> row(record.id(), row)).toList());
  }

  private Map<String, String> row(String id, Map<String, String> row) {
    Map<String, String> taken = new HashMap<>(row);
    if (said.settings().kind() != SourceKind.CSV) {
      Set<String> named =
          said.mapping().columns().values().stream()
              .map(MappedPart::lowered)
              .collect(Collectors.toSet());
      taken.keySet().removeIf(column -> !named.contains(lowered(column)));
    }
    boolean wantsId =
        said.brings() == ImportKind.PLANT_LOG && !said.mapping().columns().containsKey(ID);
    if (wantsId) {
      taken.putIfAbsent(ID, id);
    }
    return taken;
  }

  private static String lowered(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The same as long as the same is said, in whatever order. Orders that are read by another
   * mapping are other orders; a report that was taken is corrected only where it says something
   * else.
   */
  String fingerprint(SourceRecord taken) {
    String rows = Json.text(taken.rows().stream().map(TreeMap::new).toList());
    String by = said.brings() == ImportKind.ORDERS ? Json.text(said.mapping()) : "";
    return DigestUtils.sha256Hex(rows + by);
  }
}
