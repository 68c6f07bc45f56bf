package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.epcis.BusinessSteps.StepWords;
import org.vitrine.epcis.EpcisEvent.EventOwner;
import org.vitrine.epcis.NamedOrderRepository.NamedOrder;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderRoutings;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/**
 * What happened to an order as an event of EPCIS: a pure function of the entry of its history. An
 * order, a product and a stage are called by their addresses at the house.
 */
final class OrderEvents {
  /** What a unit is called in UN/ECE Recommendation 20; pieces are said without one. */
  private static final Map<String, String> UNITS =
      Map.of("kg", "KGM", "m", "MTR", "m2", "MTK", "l", "LTR", "sets", "SET");

  private static final String PIECES = "pieces";
  private static final String PREFIX = "vitrine";

  private final URI house;
  private final ZoneId zone;
  private final BusinessSteps steps;

  /**
   * @param house where people reach it
   */
  OrderEvents(URI house, ZoneId zone, BusinessSteps steps) {
    this.house = house;
    this.zone = zone;
    this.steps = steps;
  }

  /** An order, what it is made by, and what happened to it. */
  record KnownFact(HistoryFact fact, NamedOrder order, OrderRoutings routings) {
    private Optional<Line> line() {
      int number = fact.body().path("line").asInt();
      return order.lines().stream().filter(line -> line.number() == number).findFirst();
    }

    private Optional<Routing> routing() {
      return line().map(routings::of);
    }

    /** The stage that a report names, or to which its operation belongs. */
    private Optional<Stage> stage() {
      JsonNode body = fact.body();
      return routing()
          .flatMap(
              made ->
                  body.path("stage").isTextual()
                      ? made.stage(body.get("stage").asText())
                      : made.stageOf(body.path("operation").asText()));
    }
  }

  /** Nothing where it is no step to others: where it belongs to no stage, for one. */
  Optional<EpcisEvent> of(KnownFact known) {
    return OrderMoment.of(known.fact())
        .flatMap(
            moment ->
                moment.isOfStage()
                    ? known.stage().map(stage -> atStage(known, moment, stage))
                    : Optional.of(ofOrder(known, moment)));
  }

  private EpcisEvent atStage(KnownFact known, OrderMoment moment, Stage stage) {
    Line line = known.line().orElseThrow();
    Routing routing = known.routing().orElseThrow();
    ObjectNode event = event("ObjectEvent", known, steps.of(moment, routing.code(), stage.code()));
    event.put("action", "OBSERVE");
    ArrayNode quantities = event.putArray("quantityList");
    Optional<JsonNode> good =
        Optional.of(known.fact().body().path("good"))
            .filter(JsonNode::isNumber)
            .filter(some -> !known.fact().body().path("rework").asBoolean());
    quantities.add(quantity(line, good));
    event
        .putObject("readPoint")
        .put("id", address("routings", routing.code(), "stages", stage.code()));
    po(event, known.order().number());
    return finished(event, known, Optional.of(stage.code()));
  }

  private EpcisEvent ofOrder(KnownFact known, OrderMoment moment) {
    return switch (moment) {
      case SHIPPED, DELIVERED -> ofShipment(known, moment);
      default -> {
        ObjectNode event = event("TransactionEvent", known, steps.of(moment, "", ""));
        event.put("action", moment == OrderMoment.CANCELLED ? "DELETE" : "ADD");
        ArrayNode quantities = event.putArray("quantityList");
        known
            .order()
            .lines()
            .forEach(
                line ->
                    quantities.add(
                        quantity(line, Optional.ofNullable(line.quantity()).map(Json::tree))));
        po(event, known.order().number());
        yield finished(event, known, Optional.empty());
      }
    };
  }

  private EpcisEvent ofShipment(KnownFact known, OrderMoment moment) {
    JsonNode shipment = known.fact().body();
    ObjectNode event = event("ObjectEvent", known, steps.of(moment, "", ""));
    event.put("action", "OBSERVE");
    ArrayNode quantities = event.putArray("quantityList");
    for (JsonNode item : shipment.path("items")) {
      known.order().lines().stream()
          .filter(line -> line.number() == item.path("line").asInt())
          .forEach(line -> quantities.add(quantity(line, Optional.of(item.path("quantity")))));
    }
    po(event, known.order().number())
        .addObject()
        .put("type", "desadv")
        .put(
            "bizTransaction",
            address(
                "orders",
                known.order().number().value(),
                "shipments",
                shipment.path("shipment").asText()));
    return finished(event, known, Optional.empty());
  }

  private ObjectNode event(String type, KnownFact known, StepWords words) {
    Instant at = known.fact().at().truncatedTo(ChronoUnit.MILLIS);
    ZoneOffset offset = zone.getRules().getOffset(at);
    ObjectNode event =
        Json.object()
            .put("type", type)
            .put("eventTime", at.toString())
            .put("eventTimeZoneOffset", offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    words.bizStep().ifPresent(step -> event.put("bizStep", step));
    words.disposition().ifPresent(disposition -> event.put("disposition", disposition));
    return event;
  }

  /** So much of a line; in a unit that has no code nothing is said of how much. */
  private ObjectNode quantity(Line line, Optional<JsonNode> amount) {
    ObjectNode quantity = Json.object().put("epcClass", address("products", product(line)));
    String unit = Unit.name(line.unit());
    if (amount.isPresent() && (unit.equals(PIECES) || UNITS.containsKey(unit))) {
      quantity.put("quantity", amount.get().decimalValue());
      if (!unit.equals(PIECES)) {
        quantity.put("uom", UNITS.get(unit));
      }
    }
    return quantity;
  }

  private static String product(Line line) {
    String plain = line.product().plain();
    return plain == null
        ? line.product().byLanguage().values().stream().sorted().findFirst().orElse("")
        : plain;
  }

  private ArrayNode po(ObjectNode event, OrderNumber number) {
    ArrayNode list = event.putArray("bizTransactionList");
    list.addObject().put("type", "po").put("bizTransaction", address("orders", number.value()));
    return list;
  }

  private EpcisEvent finished(ObjectNode event, KnownFact known, Optional<String> stage) {
    event.put(PREFIX + ":entry", known.fact().entry());
    event
        .putArray("@context")
        .addObject()
        .put(PREFIX, house.resolve("/epcis/contexts/vitrine#").toString());
    return EpcisEvent.of(Json.object(), event)
        .of(
            new EventOwner(
                known.order().company(),
                known.order().id(),
                Optional.of(known.fact().entry()),
                stage));
  }

  private String address(String... path) {
    StringBuilder address = new StringBuilder();
    for (String part : path) {
      address.append('/').append(encoded(part.isEmpty() ? "-" : part));
    }
    return house.resolve(address.toString()).toString();
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The same event, declared wrong by what happened since. */
  static EpcisEvent declared(
      String id,
      ObjectNode body,
      EventOwner owner,
      Instant at,
      boolean isWrong,
      List<String> corrective) {
    ObjectNode declaration =
        Json.object()
            .put("declarationTime", at.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("reason", isWrong ? "incorrect_data" : "did_not_occur");
    if (!corrective.isEmpty()) {
      declaration.set("correctiveEventIDs", Json.tree(corrective));
    }
    ObjectNode event = body.deepCopy();
    event.put("eventID", id);
    event.set("errorDeclaration", declaration);
    return EpcisEvent.of(Json.object(), event).of(owner);
  }

  /** The number of our order that an address names; nothing where it is another's address. */
  Optional<OrderNumber> orderNamed(String address) {
    String orders = house.resolve("/orders/").toString();
    if (!address.startsWith(orders)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new OrderNumber(
              URLDecoder.decode(address.substring(orders.length()), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | Rejection.Invalid noNumber) {
      return Optional.empty();
    }
  }
}
