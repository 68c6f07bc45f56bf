package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.production.FloorNames;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;
import org.vitrine.production.Stage;

/** Something the plant said, as far as an audience may hear it. */
public record HeardReport(
    Instant at,
    Instant recordedAt,
    @JsonUnwrapped HeardPlace place,
    ReportKind kind,
    @JsonUnwrapped HeardPieces pieces,
    @JsonUnwrapped HeardReading reading,
    Optional<LocalizedText> reason,
    @JsonUnwrapped HeardFrom from,
    Optional<HeardNames> names) {

  /** What it is about. */
  public record HeardPlace(int line, Optional<String> stage, Optional<String> operation) {}

  /** How much of it was made, and in which kind of work. */
  public record HeardPieces(
      Amount good, Amount rejected, Amount scrapped, Boolean rework, Boolean setup) {}

  /** What was measured; the value is for those who see readings. */
  public record HeardReading(
      String requirement,
      Optional<BigDecimal> value,
      Optional<Boolean> passed,
      Optional<String> unit) {}

  /** Who said it, and where. */
  public record HeardFrom(Source source, String station, Optional<String> actor) {}

  static HeardReport of(OrderSnapshot.RecordedReport heard, HeardBy by) {
    OrderSummary summary = by.summary();
    Audience audience = by.audience();
    Report report = heard.report();
    FloorNames names = summary.snapshot().namesOn(report.place().line());
    HeardPlace place = place(report, summary, audience);
    return new HeardReport(
        report.happenedAt(),
        heard.recordedAt(),
        place,
        report.kind(),
        pieces(report.pieces()),
        reading(report.reading(), by.seesValue(report)),
        Optional.ofNullable(report.reason()).filter(reason -> audience.seesReasons()),
        from(report.origin(), audience),
        HeardNames.of(names, place.operation(), report.origin().station()));
  }

  private static HeardPlace place(Report report, OrderSummary summary, Audience audience) {
    return new HeardPlace(
        report.place().line(),
        summary.snapshot().stageOf(report).map(Stage::code),
        Optional.ofNullable(report.place().operation())
            .filter(code -> audience.sees(GlassField.OPERATIONS)));
  }

  private static HeardPieces pieces(Report.Pieces pieces) {
    return new HeardPieces(
        pieces.good(), pieces.rejected(), pieces.scrapped(), pieces.rework(), pieces.setup());
  }

  private static HeardReading reading(Report.Reading reading, boolean seen) {
    return new HeardReading(
        reading.requirement(),
        Optional.ofNullable(reading.value()).filter(value -> seen),
        Optional.ofNullable(reading.passed()),
        Optional.ofNullable(reading.unit()).filter(unit -> seen));
  }

  private static HeardFrom from(Report.Origin origin, Audience audience) {
    return new HeardFrom(
        origin.source(),
        origin.station(),
        Optional.ofNullable(origin.actor()).filter(actor -> audience.seesActors()));
  }
}
