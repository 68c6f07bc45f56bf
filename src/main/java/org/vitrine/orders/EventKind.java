package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What kind of thing happened to an order. */
public enum EventKind {
  PLACED("placed"),
  CHANGED("changed"),
  PROMISED("promised"),
  PROMISE_REVISED("promise-revised"),
  CANCELLED("cancelled"),
  REINSTATED("reinstated"),
  LINE_CANCELLED("line-cancelled"),
  LINE_REINSTATED("line-reinstated"),
  LINE_CLOSED_SHORT("line-closed-short"),
  LINE_REOPENED("line-reopened"),
  WAIVER_ASKED("waiver-asked"),
  WAIVER_DECLINED("waiver-declined"),
  WAIVED("waived"),
  WAIVER_WITHDRAWN("waiver-withdrawn"),
  REPORTED("reported"),
  ROUTING_CHANGED("routing-changed"),
  COMPANY_CHANGED("company-changed"),
  CALENDAR_CHANGED("calendar-changed"),
  SHIPPED("shipped"),
  SHIPMENT_CHANGED("shipment-changed"),
  SHIPMENT_WITHDRAWN("shipment-withdrawn"),
  DELIVERED("delivered"),
  CARRIER_CHANGED("carrier-changed"),
  /** Something may be wrong with a stage of it; it is being looked into. */
  DOUBTED("doubted"),
  /** That is over. */
  DOUBT_SETTLED("doubt-settled"),
  /** What was told of when it is likely finished; pages show it, histories do not. */
  FORECAST_TOLD("forecast-told"),
  /** What an import had said, and took back: it counts no longer. */
  TAKEN_BACK("taken-back"),
  /** Its customer was asked about another date. */
  DELAY_OFFERED("delay-offered"),
  DELAY_ANSWERED("delay-answered"),
  /** The day by which an answer was asked for went by without one. */
  DELAY_LAPSED("delay-lapsed"),
  DELAY_WITHDRAWN("delay-withdrawn"),
  /** The customer agrees no longer to a date that was left open. */
  DELAY_TAKEN_BACK("delay-taken-back"),
  /** What is done about a date that will hardly be kept; for the house only. */
  RISK_CHOSEN("risk-chosen");

  private final String code;

  EventKind(String code) {
    this.code = code;
  }

  /** The kind that is written so. */
  public static EventKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  @JsonValue
  public String code() {
    return code;
  }
}
