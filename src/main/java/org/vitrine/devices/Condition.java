package org.vitrine.devices;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * What it was like at a place: a value, or whether a check passed.
 *
 * @param id the sender's own name for this reading: said twice, it counts once
 * @param place the code of a stage ({@code routing/stage}), an operation or a station
 * @param quantity what was measured or checked, such as {@code temperature} or {@code cleanliness}
 * @param at when
 * @param device the code of what measured it
 */
public record Condition(
    String id,
    String place,
    String quantity,
    BigDecimal value,
    Boolean passed,
    String unit,
    Instant at,
    String device) {
  static final Duration KEPT_FOR = Duration.ofDays(90);
  private static final BigDecimal MOST = new BigDecimal("1e15");

  /** The same as it will be read again; throws {@link Rejection.Invalid} naming the field. */
  Condition checked(Instant now) {
    if (at == null) {
      throw new Rejection.Invalid("at", "Missing");
    }
    if ((value == null) == (passed == null)) {
      throw new Rejection.Invalid("value", "Give either a value, or passed true or false");
    }
    if (value != null && (value.abs().compareTo(MOST) > 0 || value.scale() > 20)) {
      throw new Rejection.Invalid("value", "This is beyond what anybody can measure");
    }
    RealDates.require("at", at);
    RealDates.requireHappened("at", at, now);
    if (at.isBefore(now.minus(KEPT_FOR))) {
      throw new Rejection.Invalid("at", "Readings are taken for 90 days");
    }
    return new Condition(
        required("id", id, 200),
        required("place", place, 200),
        required("quantity", quantity, 60),
        value == null ? null : Json.asRead(value),
        passed,
        Objects.requireNonNullElse(SaveGauge.text("unit", unit, 20), ""),
        Json.asRead(at),
        SaveGauge.text("device", device, 60));
  }

  private static String required(String field, String text, int characters) {
    String said = SaveGauge.text(field, text, characters);
    if (said == null) {
      throw new Rejection.Invalid(field, "Missing");
    }
    return said;
  }

  String placeKey() {
    return OrderNumber.key(place);
  }

  String quantityKey() {
    return OrderNumber.key(quantity);
  }
}
