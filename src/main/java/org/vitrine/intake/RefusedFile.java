package org.vitrine.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.intake.ImportTask.RefusedPart;
import org.vitrine.intake.ImportedFile.ReadTables;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.StartFailed;

/**
 * The rows of a file that were refused, as they stand there, each with the reason in a column of
 * its own: so that they can be mended and sent again. What is refused whole is there whole.
 */
final class RefusedFile {
  /** Nothing is read from it when the file comes again. */
  static final String COLUMN = "refused_because";

  private static final int MOST_ROWS = 20_000;

  private final ReadTables tables;
  private final ImportKind kind;
  private final Set<String> whole = new HashSet<>();
  private final Map<Long, List<String>> reasons = new HashMap<>();

  private RefusedFile(ReadTables tables, ImportKind kind, List<RefusedPart> refused) {
    this.tables = tables;
    this.kind = kind;
    for (RefusedPart part : refused) {
      whole.add(key(part.order(), part.shipment()));
      Stream.concat(Stream.of(part.row()), part.row().also().stream()).forEach(this::note);
    }
  }

  /** Nothing where nothing was refused, or the file is not there any longer. */
  static Optional<String> of(ImportedFile file, ImportKind kind, List<RefusedPart> refused) {
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RefusedFile(file.again().get(), kind, refused).text());
    } catch (StartFailed unreadable) {
      return Optional.empty();
    }
  }

  private void note(RefusedRow row) {
    String reason = row.column().isEmpty() ? row.reason() : row.column() + ": " + row.reason();
    reasons.computeIfAbsent(row.line(), line -> new ArrayList<>()).add(reason);
  }

  private String text() {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    List<String> columns = tables.theirs().columns();
    csv.writeRecord(Stream.concat(columns.stream(), Stream.of(COLUMN)).toList());
    Map<Long, CsvRow> theirs = byLine(tables.theirs());
    byLine(tables.ours()).entrySet().stream()
        .filter(row -> isRefused(row.getKey(), row.getValue()))
        .limit(MOST_ROWS)
        .forEach(row -> csv.writeRecord(fields(columns, theirs.get(row.getKey()))));
    return text.toString();
  }

  private static Map<Long, CsvRow> byLine(Table table) {
    Map<Long, CsvRow> rows = new TreeMap<>();
    table.rows().forEach(row -> rows.put(row.line(), row));
    table.malformed().forEach(broken -> rows.put(broken.row().line(), broken.row()));
    return rows;
  }

  /** Rows of a log, and readings, are refused one by one. */
  private boolean isRefused(long line, CsvRow row) {
    return reasons.containsKey(line)
        || kind != ImportKind.PLANT_LOG
            && kind != ImportKind.READINGS
            && whole.contains(key(row.text("order"), shipment(row)));
  }

  private String shipment(CsvRow row) {
    return kind == ImportKind.SHIPMENTS ? row.text("shipment") : null;
  }

  private static String key(String order, String shipment) {
    return OrderNumber.key(order == null ? "" : order)
        + '\n'
        + OrderNumber.key(shipment == null ? "" : shipment);
  }

  private List<String> fields(List<String> columns, CsvRow row) {
    List<String> fields = new ArrayList<>();
    columns.forEach(column -> fields.add(row.cells().getOrDefault(column, "")));
    fields.add(String.join("; ", reasons.getOrDefault(row.line(), List.of())));
    return fields;
  }
}
