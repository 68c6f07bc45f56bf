package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Event;
import org.vitrine.orders.LocalizedText;

/**
 * A report as JSON has it, without parts: for whoever sends one, and for the histories that keep
 * them. Written out, since Jackson's unwrapping would cost every report more than reading it does.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlatReport(
    @JsonView(InColumns.class) String id,
    @JsonView(InColumns.class) String order,
    @JsonView(InColumns.class) String workOrder,
    Integer line,
    String stage,
    String operation,
    ReportKind kind,
    Amount good,
    Amount rejected,
    Amount scrapped,
    Boolean rework,
    Boolean setup,
    Made made,
    String requirement,
    BigDecimal value,
    Boolean passed,
    String unit,
    String device,
    String raw,
    Boolean overdue,
    LocalizedText reason,
    @JsonView(InColumns.class) Source source,
    @JsonView(InColumns.class) String actor,
    String station,
    List<String> evidence,
    Boolean pictured,
    Instant startedAt,
    @JsonView(InColumns.class) Instant happenedAt,
    Instant deviceAt,
    String corrects) {

  /** What an event's own columns say of a report. */
  interface InColumns {}

  /** The rest, which is an event's body. */
  interface InBody {}

  static FlatReport of(Report report) {
    Report.Place place = report.place();
    Report.Pieces pieces = report.pieces();
    Report.Reading reading = report.reading();
    Report.Origin origin = report.origin();
    return new FlatReport(
        report.id(),
        report.order(),
        report.reference().workOrder(),
        place.line(),
        place.stage(),
        place.operation(),
        report.kind(),
        pieces.good(),
        pieces.rejected(),
        pieces.scrapped(),
        pieces.rework(),
        pieces.setup(),
        pieces.made(),
        reading.requirement(),
        reading.value(),
        reading.passed(),
        reading.unit(),
        reading.device(),
        reading.raw(),
        reading.overdue(),
        report.reason(),
        origin.source(),
        origin.actor(),
        origin.station(),
        origin.evidence().isEmpty() ? null : origin.evidence(),
        origin.pictured(),
        report.timing().startedAt(),
        report.happenedAt(),
        report.timing().deviceAt(),
        report.reference().corrects());
  }

  Report inParts() {
    return inParts(
        new Report.Reference(id, order, workOrder, corrects),
        new Report.Origin(source, actor, station, evidence, pictured),
        happenedAt);
  }

  /** The body of this event as the report on an order that it was. */
  Report recordedAs(Event event, String orderNumber) {
    return inParts(
        new Report.Reference(event.reportId(), orderNumber, corrects),
        new Report.Origin(Source.of(event.source()), event.actor(), station, evidence, pictured),
        event.happenedAt());
  }

  private Report inParts(Report.Reference reference, Report.Origin origin, Instant happened) {
    return new Report(
        reference,
        new Report.Place(line, stage, operation),
        kind,
        pieces(),
        reading(),
        reason,
        origin,
        new Report.Timing(startedAt, happened, deviceAt));
  }

  /** One object for the many that say nothing of pieces; the same for readings. */
  private Report.Pieces pieces() {
    Report.Pieces pieces = new Report.Pieces(good, rejected, scrapped, rework, setup, made);
    return pieces.equals(Report.Pieces.NONE) ? Report.Pieces.NONE : pieces;
  }

  private Report.Reading reading() {
    Report.Reading reading =
        new Report.Reading(requirement, value, passed, unit, device, raw, overdue);
    return reading.equals(Report.Reading.NONE) ? Report.Reading.NONE : reading;
  }
}
