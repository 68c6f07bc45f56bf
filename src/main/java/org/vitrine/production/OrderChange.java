package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.ShippedItem;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * What became of an order, in the words of the business: what people and programs are told of. JSON
 * names each by its {@code kind}; other rooms hear of it as a change of the kind {@code order.} and
 * that name, whose key and version are the order's ({@link OrderVersion#of}).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OrderChange.Placed.class, name = "placed"),
  @JsonSubTypes.Type(value = OrderChange.PromiseRevised.class, name = "promise-revised"),
  @JsonSubTypes.Type(value = OrderChange.Cancelled.class, name = "cancelled"),
  @JsonSubTypes.Type(value = OrderChange.Reinstated.class, name = "reinstated"),
  @JsonSubTypes.Type(value = OrderChange.StageBegun.class, name = "stage-begun"),
  @JsonSubTypes.Type(value = OrderChange.StageFinished.class, name = "stage-finished"),
  @JsonSubTypes.Type(value = OrderChange.RequirementFailed.class, name = "requirement-failed"),
  @JsonSubTypes.Type(value = OrderChange.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = OrderChange.AtRisk.class, name = "at-risk"),
  @JsonSubTypes.Type(value = OrderChange.Shipped.class, name = "shipped"),
  @JsonSubTypes.Type(value = OrderChange.Delivered.class, name = "delivered")
})
public sealed interface OrderChange {
  /** What the kinds of all of these begin with. */
  String PREFIX = OrderVersion.KIND + ".";

  /** It is new here. */
  record Placed() implements OrderChange {}

  /**
   * Another date than before.
   *
   * @param line of which it is told; absent where of the whole order
   * @param before absent where this is the first word on it, or it was to be confirmed
   * @param date absent where it is to be confirmed
   */
  record PromiseRevised(
      Optional<Integer> line,
      Optional<LocalDate> before,
      Optional<LocalDate> date,
      Optional<LocalizedText> reason)
      implements OrderChange {

    /** Of the whole order. */
    public PromiseRevised(
        Optional<LocalDate> before, LocalDate date, Optional<LocalizedText> reason) {
      this(Optional.empty(), before, Optional.of(date), reason);
    }
  }

  record Cancelled(LocalizedText reason) implements OrderChange {}

  /** It was cancelled, and stands again. */
  record Reinstated() implements OrderChange {}

  /** The first word from a stage. */
  record StageBegun(int line, String stage, Instant at) implements OrderChange {}

  /** All of it was reported, and nothing mandatory is open. */
  record StageFinished(int line, String stage, Instant at) implements OrderChange {}

  /** By the newest reading of at least one unit. */
  record RequirementFailed(
      int line, String stage, String requirement, boolean mandatory, Instant at)
      implements OrderChange {}

  /**
   * Every line is through.
   *
   * @param fewer true where it was finished with fewer than were ordered
   */
  record Completed(Instant at, Optional<Boolean> fewer) implements OrderChange {

    /** With all that was ordered. */
    public Completed(Instant at) {
      this(at, Optional.empty());
    }
  }

  /**
   * It is at risk from this moment on, which may still come: then the order's summary says whether
   * it is. Told again if the moment comes earlier, not if it moves away, as that of silence does
   * with each report.
   */
  record AtRisk(Risk.RiskKind risk, Instant from) implements OrderChange {}

  /**
   * Some of it left.
   *
   * @param carrier its name
   * @param link where the carrier tells how far it is
   */
  record Shipped(
      ShipmentNumber shipment,
      LocalDate leftOn,
      List<ShippedItem> items,
      Optional<String> carrier,
      Optional<String> trackingNumber,
      Optional<String> link)
      implements OrderChange {}

  /** A shipment was delivered, as the plant or the carrier said. */
  record Delivered(ShipmentNumber shipment, LocalDate deliveredOn, List<ShippedItem> items)
      implements OrderChange {}

  /** The kinds under which other rooms hear of all of these. */
  static Set<String> kinds() {
    return names().map(type -> PREFIX + type.name()).collect(Collectors.toUnmodifiableSet());
  }

  /** The kind under which other rooms hear of this one. */
  static String kind(Class<? extends OrderChange> one) {
    return names()
        .filter(type -> type.value() == one)
        .map(type -> PREFIX + type.name())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonSubTypes.Type> names() {
    return Arrays.stream(OrderChange.class.getAnnotation(JsonSubTypes.class).value());
  }

  /** What another room heard. */
  static OrderChange of(Change change) {
    return Json.read(change.body(), OrderChange.class);
  }

  /** What other rooms hear, of the order at the version that it was found at. */
  default Change asChange(Order order) {
    JsonNode body = Json.tree(this);
    return new Change(
        PREFIX + body.get("kind").asText(),
        String.valueOf(order.id().value()),
        order.version(),
        Optional.of(order.company().value()),
        body);
  }
}
