package org.vitrine.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;

/**
 * One measured value of a file.
 *
 * @param order the order's number, or that of the work order where the row names no order
 * @param requirement as the file calls it; the order's own code once it is known
 * @param written the value as it stands there: a number, or yes or no
 * @param serial the piece that was measured
 */
record ReadingRow(
    OrderNumber order,
    boolean namesOrder,
    Integer lineNumber,
    String requirement,
    String written,
    String unit,
    String serial,
    ReadingOrigin origin) {

  /**
   * Where a value comes from.
   *
   * @param id the file's own name for it
   */
  record ReadingOrigin(String id, Instant at, String device, String worker, String station) {}

  static final List<String> COLUMNS =
      List.of(
          "order",
          "work_order",
          "line",
          "requirement",
          "value",
          "unit",
          "serial",
          "measured_at",
          "device",
          "worker",
          "station",
          "id");

  static final List<String> REQUIRED = List.of("order", "requirement", "value", "measured_at");

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  static ReadingRow of(CsvRow row, ZoneId zone) {
    row.requireSound(COLUMNS);
    boolean namesOrder = row.text("order") != null;
    row.required("measured_at");
    return new ReadingRow(
        number(row, namesOrder),
        namesOrder,
        row.count("line"),
        row.required("requirement"),
        row.required("value"),
        row.text("unit"),
        row.name("serial"),
        new ReadingOrigin(
            row.name("id"),
            row.time("measured_at").moments("measured_at", zone).getFirst(),
            row.name("device"),
            row.text("worker"),
            row.text("station")));
  }

  private static OrderNumber number(CsvRow row, boolean namesOrder) {
    try {
      return new OrderNumber(
          namesOrder || row.text("work_order") == null
              ? row.requiredName("order")
              : row.name("work_order"));
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid("order", invalid.getMessage());
    }
  }

  /** The number, however its decimals are written; nothing where it is a yes or a no. */
  Optional<BigDecimal> number() {
    if (passed().isPresent()) {
      return Optional.empty();
    }
    boolean negative = written.startsWith("-") || written.startsWith("\u2212");
    String unsigned = negative || written.startsWith("+") ? written.substring(1).strip() : written;
    BigDecimal number =
        WrittenNumber.plain("value", unsigned)
            .map(BigDecimal::new)
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "value",
                        "“"
                            + Excerpt.of(written)
                            + "” is no number such as 12.5, and no yes or no"));
    return Optional.of(negative ? number.negate() : number);
  }

  Optional<Boolean> passed() {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "pass", "passed", "ok", "合格", "是" -> Optional.of(true);
      case "no", "false", "fail", "failed", "nok", "ng", "不合格", "否" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * The report of this row. Throws {@link Rejection.Invalid} naming the column at fault.
   *
   * @param value in the unit of the requirement
   */
  Report asReport(MatchedRequirement matched, Optional<BigDecimal> value, int occurrence) {
    try {
      return new Report(
              new Report.Reference(
                  id(occurrence),
                  namesOrder ? order.value() : null,
                  namesOrder ? null : order.value(),
                  null),
              new Report.Place(matched.line(), null, null),
              ReportKind.READING,
              Report.Pieces.NONE,
              new Report.Reading(
                  matched.code(),
                  value.orElse(null),
                  passed().orElse(null),
                  serial,
                  origin.device(),
                  raw(),
                  null),
              null,
              new Report.Origin(Source.IMPORT, origin.worker(), origin.station()),
              new Report.Timing(null, origin.at()))
          .checked();
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid(column(invalid.field()), invalid.getMessage());
    }
  }

  /** As it stood in the file. */
  private String raw() {
    return unit == null ? written : written + " " + unit;
  }

  /**
   * A name that follows from what the row says, so that the same row is the same report however
   * often it is read.
   *
   * @param occurrence counted from 1 among the rows of the file that say the same
   */
  private String id(int occurrence) {
    return origin.id() == null
        ? "reading-" + DigestUtils.sha256Hex(content() + '\n' + occurrence).substring(0, 32)
        : origin.id();
  }

  /** All that it says. */
  String content() {
    return Stream.of(
            order.key(),
            lineNumber,
            requirement,
            written,
            unit,
            serial,
            origin.at(),
            origin.device())
        .map(said -> Objects.toString(said, ""))
        .collect(Collectors.joining("\n"));
  }

  /** The column that a report's field was read from. */
  static String column(String field) {
    return switch (field) {
      case "happenedAt" -> "measured_at";
      case "actor" -> "worker";
      case "unit" -> "serial";
      case "workOrder" -> "work_order";
      case "passed", "raw" -> "value";
      default -> field;
    };
  }
}
