package org.vitrine.production;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;

/** Reports to be told in tests, one after the other: {@code report().of("Assembly").good(40)}. */
final class Reported {
  static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

  private String id = "r";
  private String order = "SO-1";
  private Integer line = 1;
  private String stage;
  private String operation;
  private ReportKind kind = ReportKind.PROGRESSED;
  private Amount good;
  private Amount rejected;
  private Amount scrapped;
  private Boolean rework;
  private String requirement;
  private BigDecimal value;
  private Boolean passed;
  private String unit;
  private Boolean overdue;
  private Boolean pictured;
  private List<String> evidence = List.of();
  private String reason;
  private Instant startedAt;
  private Instant happenedAt = MONDAY;
  private String corrects;

  static Reported report(String id) {
    Reported reported = new Reported();
    reported.id = id;
    return reported;
  }

  /** Of this order, without a word about the line. */
  Reported order(String number) {
    order = number;
    line = null;
    return this;
  }

  Reported onLine(int number) {
    line = number;
    return this;
  }

  Reported in(String stageCode) {
    stage = stageCode;
    return this;
  }

  Reported of(String operationName) {
    operation = operationName;
    return this;
  }

  Reported kind(ReportKind of) {
    kind = of;
    return this;
  }

  Reported good(int pieces) {
    return good(Amount.of(pieces));
  }

  Reported good(Amount amount) {
    good = amount;
    return this;
  }

  Reported rejected(int pieces) {
    return rejected(Amount.of(pieces));
  }

  Reported rejected(Amount amount) {
    rejected = amount;
    return this;
  }

  Reported scrapped(int pieces) {
    scrapped = Amount.of(pieces);
    return this;
  }

  Reported rework() {
    rework = true;
    return this;
  }

  Reported measured(String code, String measuredValue) {
    kind = ReportKind.READING;
    requirement = code;
    value = new BigDecimal(measuredValue);
    return this;
  }

  Reported answered(String code, boolean answer) {
    kind = ReportKind.READING;
    requirement = code;
    passed = answer;
    return this;
  }

  Reported unit(String serial) {
    unit = serial;
    return this;
  }

  /** By a gauge whose calibration had run out. */
  Reported overdue() {
    overdue = true;
    return this;
  }

  /** With a photo. */
  Reported pictured() {
    pictured = true;
    return withPaper();
  }

  /** With something that is no photo. */
  Reported withPaper() {
    evidence = List.of("0".repeat(64));
    return this;
  }

  Reported unpictured() {
    pictured = null;
    return this;
  }

  /** A picture of what is demanded, and nothing else. */
  Reported seen(String code) {
    kind = ReportKind.SEEN;
    requirement = code;
    return pictured();
  }

  Reported held(String why) {
    kind = ReportKind.HELD;
    reason = why;
    return this;
  }

  Reported beganAtHour(double hour) {
    return beganAt(at(hour));
  }

  Reported beganAt(Instant moment) {
    startedAt = moment;
    return this;
  }

  Reported atHour(double hour) {
    return at(at(hour));
  }

  Reported at(Instant moment) {
    happenedAt = moment;
    return this;
  }

  Reported correcting(String other) {
    corrects = other;
    return this;
  }

  Report said() {
    return new Report(
        new Report.Reference(id, order, corrects),
        new Report.Place(line, stage, operation),
        kind,
        new Report.Pieces(good, rejected, scrapped, rework, null),
        new Report.Reading(requirement, value, passed, unit, null, null, overdue),
        LocalizedText.of(reason),
        new Report.Origin(Source.SCAN, "Zhang San", "station 4", evidence, pictured),
        new Report.Timing(startedAt, happenedAt));
  }

  static Instant at(double hour) {
    return MONDAY.plus(Duration.ofMillis(Math.round(hour * 3_600_000)));
  }
}
