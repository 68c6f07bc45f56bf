package org.vitrine.intake;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.production.Consumed;
import org.vitrine.production.Made;

/** The columns of a log that say which lot or pieces were made, and of what. */
final class LogMade {
  static final List<String> COLUMNS =
      List.of("lot", "serials", "from_lots", "from_supplier_lots", "from_serials");

  private static final String FIELD = "made";
  private static final String FROM = "made.from[";

  private LogMade() {}

  /** Absent where a row says nothing of it. */
  static Made of(CsvRow row) {
    List<Consumed> from =
        Stream.of(
                consumed(
                    row, "from_lots", code -> new Consumed(code, null, null, null, null, null)),
                consumed(
                    row,
                    "from_supplier_lots",
                    code -> new Consumed(null, code, null, null, null, null)),
                consumed(
                    row, "from_serials", code -> new Consumed(null, null, code, null, null, null)))
            .flatMap(Function.identity())
            .toList();
    String lot = row.name("lot");
    List<String> serials = row.names("serials");
    return lot == null && serials.isEmpty() && from.isEmpty()
        ? null
        : new Made(lot, serials, null, from);
  }

  private static Stream<Consumed> consumed(
      CsvRow row, String column, Function<String, Consumed> as) {
    return row.names(column).stream().map(as);
  }

  /** Whether a field of a report is one of these. */
  static boolean isOne(String field) {
    return field.equals(FIELD) || field.startsWith(FIELD + ".");
  }

  /** The column that it was read from. */
  static String column(String field) {
    if (field.startsWith(FROM)) {
      return switch (field.substring(field.indexOf(']') + 1)) {
        case ".supplierLot" -> "from_supplier_lots";
        case ".serial" -> "from_serials";
        default -> "from_lots";
      };
    }
    return field.startsWith("made.serials") ? "serials" : "lot";
  }
}
