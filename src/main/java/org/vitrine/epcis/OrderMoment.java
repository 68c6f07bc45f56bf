package org.vitrine.epcis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/** What happens to an order that is a business step to others. */
enum OrderMoment {
  ORDERED,
  STARTED,
  PROGRESSED,
  FINISHED,
  HELD,
  RESUMED,
  SHIPPED,
  DELIVERED,
  CANCELLED;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static OrderMoment of(String code) {
    return Arrays.stream(values())
        .filter(moment -> moment.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "moment",
                    "The moments are "
                        + Arrays.stream(values())
                            .map(OrderMoment::code)
                            .collect(Collectors.joining(", "))));
  }

  /** Nothing where it is no step: a reading, a picture, a word on dates. */
  static Optional<OrderMoment> of(HistoryFact fact) {
    return switch (fact.kind()) {
      case "placed", "reinstated" -> Optional.of(ORDERED);
      case "cancelled" -> Optional.of(CANCELLED);
      case "shipped" -> Optional.of(SHIPPED);
      case "delivered" -> Optional.of(DELIVERED);
      case "reported" ->
          switch (fact.body().path("kind").asText()) {
            case "started" -> Optional.of(STARTED);
            case "progressed" -> Optional.of(PROGRESSED);
            case "finished" -> Optional.of(FINISHED);
            case "held" -> Optional.of(HELD);
            case "resumed" -> Optional.of(RESUMED);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** Whether it is about a stage of a line. */
  boolean isOfStage() {
    return this == STARTED
        || this == PROGRESSED
        || this == FINISHED
        || this == HELD
        || this == RESUMED;
  }
}
