package org.vitrine.nonconformances;

import org.vitrine.orders.OrderNumber;
import org.vitrine.voices.VoiceAnchor;

/**
 * Where it showed, as somebody says it; whatever is not known is absent.
 *
 * @param order by its number; line, stage and requirement are of it
 * @param voice by its number, as is the meeting
 * @param piece by its serial number
 */
record WhereItShowed(
    String order,
    Integer line,
    String stage,
    String requirement,
    Long voice,
    Long meeting,
    String station,
    String lot,
    String piece) {

  /** Where no order is named, what somebody said is of one. */
  WhereItShowed orOf(VoiceAnchor of) {
    return order != null
        ? this
        : new WhereItShowed(
            of.number().map(OrderNumber::value).orElse(null),
            of.line().orElse(null),
            of.stage().orElse(null),
            of.requirement().orElse(null),
            voice,
            meeting,
            station,
            lot,
            piece == null ? of.piece().orElse(null) : piece);
  }
}
