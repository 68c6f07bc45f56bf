package org.vitrine.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;

/**
 * One row of a plant's log: what one worker reported of one operation.
 *
 * @param order on which the work is booked: the order's number, or that of the work order where the
 *     row names no order
 * @param part what is made; absent where the log does not say, as are {@code quantity} and {@code
 *     unit}
 * @param kind the log's own word for what kind of report this is
 */
record PlantLogRow(
    OrderNumber order,
    LocalizedText part,
    Amount quantity,
    Unit unit,
    String operation,
    String worker,
    LogTime startedAt,
    LogTime finishedAt,
    LogCounts counts,
    boolean rework,
    String kind,
    boolean namesOrder,
    RowReference reference) {

  static final List<String> COLUMNS =
      List.of(
          "order",
          "part",
          "quantity",
          "operation",
          "worker",
          "started_at",
          "finished_at",
          "good",
          "rejected",
          "scrapped",
          "rework",
          "report");

  /** Columns that a log may have or not. */
  static final List<String> OPTIONAL =
      Stream.concat(
              Stream.of("id", "corrects", "stage", "unit", "work_order", "reason"),
              LogMade.COLUMNS.stream())
          .toList();

  /** Those that may also be given in a language, as {@code part_zh-CN}. */
  static final List<String> TEXTS = List.of("part", "reason");

  static final String WORK = "work";
  private static final String SETUP = "setup";
  private static final int LONGEST_KIND = 40;
  private static final char BETWEEN = '\u001f';

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  static PlantLogRow of(CsvRow row) {
    PlantLogRow read =
        new PlantLogRow(
            number(row),
            row.localized("part"),
            row.amount("quantity"),
            row.unit("unit"),
            row.text("stage") == null ? row.required("operation") : row.text("operation"),
            row.text("worker"),
            row.time("started_at"),
            finished(row),
            LogCounts.of(row),
            Boolean.TRUE.equals(row.yesNo("rework")),
            kind(row),
            row.text("order") != null,
            new RowReference(
                row.name("id"),
                row.name("corrects"),
                row.text("stage"),
                row.name("work_order"),
                row.localized("reason"),
                LogMade.of(row)));
    read.requireLine();
    return read;
  }

  private static OrderNumber number(CsvRow row) {
    try {
      return new OrderNumber(
          row.text("order") == null && row.text("work_order") != null
              ? row.name("work_order")
              : row.requiredName("order"));
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid("order", invalid.getMessage());
    }
  }

  /** What the row is booked on, as it stands there; absent where it does not say. */
  static String bookedOn(CsvRow row) {
    return row.text("order") == null ? row.text("work_order") : row.text("order");
  }

  private static LogTime finished(CsvRow row) {
    row.required("finished_at");
    return row.time("finished_at");
  }

  private static String kind(CsvRow row) {
    String kind = row.text("report");
    if (kind != null && kind.length() > LONGEST_KIND) {
      throw new Rejection.Invalid("report", "is longer than " + LONGEST_KIND + " characters");
    }
    return kind == null ? WORK : kind;
  }

  /** True where the log uses a word for the kind of report that is not known here. */
  boolean isOfUnknownKind() {
    return !kind.equals(WORK) && !kind.equals(SETUP);
  }

  /** That what the row says of the order's one line makes sense, whatever the line's unit is. */
  private void requireLine() {
    Unit some = isWhole() ? unit : new Unit("any");
    try {
      new Line(1, part, null, quantity, some, "any", List.of(), null, null, null);
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid(column(invalid.field()), invalid.getMessage());
    }
  }

  /** True where it counts nothing in parts. */
  boolean isWhole() {
    return counts.areWhole() && (quantity == null || quantity.isWhole());
  }

  /**
   * That the row can be about a line of this unit; throws {@link Rejection.Invalid} naming the
   * column where not.
   *
   * @param of absent where the line has none
   */
  void requireUnit(Unit of) {
    if (unit != null && !Unit.isSame(unit, of)) {
      throw new Rejection.Invalid(
          "unit", "is “%s”, but the line is counted in %s".formatted(unit, Unit.name(of)));
    }
    Unit.requireFits(of, "quantity", quantity);
    counts.requireFit(of);
  }

  String corrects() {
    return reference.corrects();
  }

  boolean takesBack() {
    return counts.takesBack();
  }

  /** What was done, as a row names it that takes it back. */
  String work() {
    return work(reference.stage(), operation);
  }

  static String work(String stage, String operation) {
    return Stream.of(stage, operation).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }

  /**
   * The report of this row; of one that takes pieces back, before it is known from which. Throws
   * {@link Rejection.Invalid} naming the column at fault.
   */
  Report asReport(ZoneId zone, String id) {
    LogCounts pieces = takesBack() ? LogCounts.NONE : counts;
    try {
      return new Report(
              new Report.Reference(
                  id,
                  namesOrder ? order.value() : null,
                  reference.workOrder(),
                  reference.corrects()),
              new Report.Place(null, reference.stage(), operation),
              ReportKind.PROGRESSED,
              new Report.Pieces(
                  pieces.good(),
                  pieces.rejected(),
                  pieces.scrapped(),
                  rework,
                  kind.equals(SETUP),
                  takesBack() ? null : reference.made()),
              Report.Reading.NONE,
              reference.reason(),
              new Report.Origin(Source.IMPORT, worker, null),
              timing(zone))
          .checked();
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid(column(invalid.field()), invalid.getMessage());
    }
  }

  /** The column that a report's field was read from. */
  static String column(String field) {
    return LanguageColumns.column(field, PlantLogRow::plainColumn);
  }

  private static String plainColumn(String field) {
    if (LogMade.isOne(field)) {
      return LogMade.column(field);
    }
    return switch (field) {
      case "product" -> "part";
      case "startedAt" -> "started_at";
      case "happenedAt" -> "finished_at";
      case "actor" -> "worker";
      case "workOrder" -> "work_order";
      case "line" -> "";
      default -> field;
    };
  }

  /**
   * A name that follows from what the row says, so that the same row is the same report wherever it
   * stands and however often it is read. An unknown kind stays readable in it, since a report has
   * no other place for it.
   *
   * @param occurrence counted from 1 among the rows of the file that say the same
   */
  String derivedId(int occurrence) {
    String content = content() + (occurrence == 1 ? "" : BETWEEN + String.valueOf(occurrence));
    String id = "log-" + DigestUtils.sha256Hex(content).substring(0, 32);
    return isOfUnknownKind() ? id + "-" + kind : id;
  }

  /**
   * What a log without the columns that it may have or not says is named as it ever was, and a
   * translation that is added to it does not make it another.
   */
  private String content() {
    String work =
        Arrays.asList(
                order,
                LanguageColumns.untranslated(part),
                quantity,
                operation,
                worker,
                startedAt,
                finishedAt,
                counts.good(),
                counts.rejected(),
                counts.scrapped(),
                rework,
                kind)
            .stream()
            .map(value -> Objects.toString(value, ""))
            .collect(Collectors.joining(String.valueOf(BETWEEN)));
    return Stream.of(
            reference.corrects(),
            reference.stage(),
            reference.workOrder(),
            unit == null ? null : BETWEEN + unit.code(),
            reference.reason() == null
                ? null
                : BETWEEN + (BETWEEN + LanguageColumns.untranslated(reference.reason())),
            reference.made() == null ? null : BETWEEN + Json.text(reference.made()))
        .filter(Objects::nonNull)
        .reduce(work, (said, more) -> said + BETWEEN + BETWEEN + more);
  }

  /** Where the clock repeats an hour, the work ended the first time that it can have. */
  private Report.Timing timing(ZoneId zone) {
    List<Instant> ends = finishedAt.moments("happenedAt", zone);
    if (startedAt == null) {
      return new Report.Timing(null, ends.getFirst());
    }
    Instant began = startedAt.moments("startedAt", zone).getFirst();
    Instant ended =
        ends.stream().filter(end -> !began.isAfter(end)).findFirst().orElse(ends.getFirst());
    return new Report.Timing(began, ended);
  }
}
