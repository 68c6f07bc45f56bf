package org.vitrine.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;

/**
 * One row of a plant's log: what one worker reported of one operation.
 *
 * @param part what is made; absent where the log does not say, as is {@code quantity}
 * @param kind the log's own word for what kind of report this is
 */
record PlantLogRow(
    OrderNumber order,
    String part,
    Integer quantity,
    String operation,
    String worker,
    LocalDateTime startedAt,
    LocalDateTime finishedAt,
    Integer good,
    Integer rejected,
    Integer scrapped,
    boolean rework,
    String kind) {

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

  static final String WORK = "work";
  private static final String SETUP = "setup";
  private static final int LONGEST_KIND = 40;
  private static final char BETWEEN = '\u001f';

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  static PlantLogRow of(CsvRow row) {
    PlantLogRow read =
        new PlantLogRow(
            number(row),
            row.text("part"),
            row.count("quantity"),
            row.required("operation"),
            row.text("worker"),
            row.time("started_at"),
            finished(row),
            row.count("good"),
            row.count("rejected"),
            row.count("scrapped"),
            Boolean.TRUE.equals(row.yesNo("rework")),
            kind(row));
    read.asLine("any");
    return read;
  }

  private static OrderNumber number(CsvRow row) {
    try {
      return new OrderNumber(row.required("order"));
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid("order", invalid.getMessage());
    }
  }

  private static LocalDateTime finished(CsvRow row) {
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

  /** What the row says of the order's one line. */
  Line asLine(String routing) {
    try {
      return new Line(1, part, null, quantity, routing, List.of());
    } catch (Rejection.Invalid invalid) {
      String column = invalid.field().equals("product") ? "part" : invalid.field();
      throw new Rejection.Invalid(column, invalid.getMessage());
    }
  }

  /** Throws {@link Rejection.Invalid} naming the column at fault. */
  Report asReport(ZoneId zone) {
    try {
      return new Report(
              new Report.Reference(id(), order.value(), null),
              new Report.Place(null, null, operation),
              ReportKind.PROGRESSED,
              new Report.Pieces(good, rejected, scrapped, rework, kind.equals(SETUP)),
              Report.Reading.NONE,
              null,
              new Report.Origin(Source.IMPORT, worker, null),
              new Report.Timing(instant(startedAt, zone), instant(finishedAt, zone)))
          .checked();
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid(column(invalid.field()), invalid.getMessage());
    }
  }

  /** The column that a report's field was read from. */
  static String column(String field) {
    return switch (field) {
      case "startedAt" -> "started_at";
      case "happenedAt" -> "finished_at";
      case "actor" -> "worker";
      case "id", "line" -> "";
      default -> field;
    };
  }

  /**
   * A name that follows from what the row says, so that the same row is the same report wherever it
   * stands and however often it is read. An unknown kind stays readable in it, since a report has
   * no other place for it.
   */
  private String id() {
    String content =
        Arrays.asList(
                order,
                part,
                quantity,
                operation,
                worker,
                startedAt,
                finishedAt,
                good,
                rejected,
                scrapped,
                rework,
                kind)
            .stream()
            .map(value -> Objects.toString(value, ""))
            .collect(Collectors.joining(String.valueOf(BETWEEN)));
    String id = "log-" + DigestUtils.sha256Hex(content).substring(0, 32);
    return isOfUnknownKind() ? id + "-" + kind : id;
  }

  private static Instant instant(LocalDateTime local, ZoneId zone) {
    return local == null ? null : local.atZone(zone).toInstant();
  }
}
