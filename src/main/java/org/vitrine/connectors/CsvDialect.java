package org.vitrine.connectors;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.intake.FetchedRecords;
import org.vitrine.platform.Rejection;

/**
 * A file of comma-separated values. Rows that have the same id are one record; the file is always
 * the whole of them.
 */
record CsvDialect(SourceSettings settings) implements Dialect {

  @Override
  public SourceQuestion first(SourceWindow window) {
    return new SourceQuestion(
        "GET", URI.create(settings.address()), Map.of("Accept", "text/csv, */*"), Optional.empty());
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    Map<String, List<Map<String, String>>> byId = new LinkedHashMap<>();
    for (Map<String, String> row : rows(reply.text())) {
      byId.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row);
    }
    return SourcePage.last(
        byId.entrySet().stream()
            .map(one -> new SourceRecord(one.getKey(), null, one.getValue()))
            .toList());
  }

  private static List<Map<String, String>> rows(String text) {
    try {
      return FetchedRecords.rows("The file", text);
    } catch (Rejection.Invalid unfit) {
      throw SourceFault.unreadable(unfit.getMessage());
    }
  }

  private String id(Map<String, String> row) {
    List<String> columns =
        Arrays.stream(settings.shape().id().split(","))
            .map(column -> column.strip().toLowerCase(Locale.ROOT))
            .toList();
    for (String column : columns) {
      if (!row.containsKey(column)) {
        throw SourceFault.unreadable("The file has no column “%s”".formatted(column));
      }
    }
    return columns.stream().map(row::get).map(String::strip).collect(Collectors.joining(" / "));
  }

  @Override
  public boolean tellsChanges() {
    return false;
  }
}
