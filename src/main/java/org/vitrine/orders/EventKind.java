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
  /** What an import had said, and took back: it counts no longer. */
  TAKEN_BACK("taken-back");

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
