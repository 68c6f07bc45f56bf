package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.access.Permission;

/** What a file can hold, with the columns that it knows: the one list that everything asks. */
public enum ImportKind {
  @JsonProperty("orders")
  ORDERS(
      "orders",
      OrderRows.COLUMNS,
      OrderRows.REQUIRED,
      OrderRows.REQUIRED,
      Map.of(),
      OrderRows.TEXTS,
      List.of("quantity"),
      Permission.PLACE_ORDERS),
  @JsonProperty("shipments")
  SHIPMENTS(
      "shipments",
      ShipmentRows.COLUMNS,
      ShipmentRows.REQUIRED,
      ShipmentRows.REQUIRED,
      Map.of(),
      List.of(),
      List.of("quantity"),
      Permission.PLACE_ORDERS),
  @JsonProperty("plant-log")
  PLANT_LOG(
      "plant-log",
      Stream.concat(PlantLogRow.COLUMNS.stream(), PlantLogRow.OPTIONAL.stream()).toList(),
      PlantLogRow.COLUMNS,
      List.of("order", "operation", "finished_at"),
      Map.of("order", "work_order", "operation", "stage"),
      PlantLogRow.TEXTS,
      List.of("quantity", "good", "rejected", "scrapped"),
      Permission.IMPORT_REPORTS),
  @JsonProperty("readings")
  READINGS(
      "readings",
      ReadingRow.COLUMNS,
      ReadingRow.REQUIRED,
      ReadingRow.REQUIRED,
      Map.of("order", "work_order"),
      List.of(),
      List.of("value"),
      Permission.IMPORT_REPORTS);

  /** Which of them hold a day, or a time of one. */
  private static final Set<String> DAYS =
      Set.of(
          "placed_on",
          "promised_on",
          "left_on",
          "expected_on",
          "delivered_on",
          "started_at",
          "finished_at",
          "measured_at");

  private final String code;
  private final List<String> columns;
  private final List<String> required;
  private final List<String> needed;
  private final Map<String, String> standIns;
  private final List<String> texts;
  private final List<String> counts;
  private final Permission permission;

  ImportKind(
      String code,
      List<String> columns,
      List<String> required,
      List<String> needed,
      Map<String, String> standIns,
      List<String> texts,
      List<String> counts,
      Permission permission) {
    this.code = code;
    this.columns = columns;
    this.required = required;
    this.needed = needed;
    this.standIns = standIns;
    this.texts = texts;
    this.counts = counts;
    this.permission = permission;
  }

  public List<String> columns() {
    return columns;
  }

  /** What a file has to have that is read as it is. */
  List<String> required() {
    return required;
  }

  /** What has to come from somewhere where columns are mapped: the rest may be empty. */
  public List<String> needed() {
    return needed;
  }

  /** The column that may be there in the place of one that is needed. */
  Optional<String> standIn(String needed) {
    return Optional.ofNullable(standIns.get(needed)).filter(columns::contains);
  }

  /** Columns that may also be there in a language, as {@code product_zh-CN}. */
  List<String> texts() {
    return texts;
  }

  /** True of a column that says one of its texts in a language. */
  boolean isInLanguage(String column) {
    return LanguageColumns.isOneOf(column, texts);
  }

  /** Numbers that count once, in their own row. */
  List<String> counts() {
    return counts;
  }

  /** Those that hold a day, or a time of one. */
  List<String> days() {
    return columns.stream().filter(DAYS::contains).toList();
  }

  /** Whether a file may tell its lines by their order alone; what left is told by their numbers. */
  boolean numbersLines() {
    return columns.contains("line") && this != SHIPMENTS && this != READINGS;
  }

  /** What one needs to import such a file. */
  public Permission permission() {
    return permission;
  }

  /** What programs call it. */
  public String code() {
    return code;
  }

  static ImportKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
