package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange;

/**
 * What readers are told of what became of an order, field by field: one that a change gets later
 * reaches nobody before it is named here. The names of what it is about are added to these.
 */
final class OrderFacts {
  private OrderFacts() {}

  static ObjectNode of(OrderChange change) {
    ObjectNode facts = Json.object();
    switch (change) {
      case OrderChange.PromiseRevised one -> {
        put(facts, "before", one.before());
        put(facts, "date", one.date());
        put(facts, "reason", one.reason());
      }
      case OrderChange.Cancelled one -> put(facts, "reason", Optional.ofNullable(one.reason()));
      case OrderChange.RequirementFailed one -> facts.put("mandatory", one.mandatory());
      case OrderChange.Shipped one -> {
        put(facts, "shipment", Optional.of(one.shipment()));
        put(facts, "leftOn", Optional.of(one.leftOn()));
        put(facts, "carrier", one.carrier());
        put(facts, "trackingNumber", one.trackingNumber());
        put(facts, "link", one.link());
      }
      case OrderChange.Delivered one -> {
        put(facts, "shipment", Optional.of(one.shipment()));
        put(facts, "deliveredOn", Optional.of(one.deliveredOn()));
      }
      case OrderChange.Placed none -> {}
      case OrderChange.Reinstated none -> {}
      case OrderChange.StageBegun named -> {}
      case OrderChange.StageFinished named -> {}
      case OrderChange.Completed one -> put(facts, "fewer", one.fewer());
      case OrderChange.AtRisk watched -> {}
    }
    return facts;
  }

  private static void put(ObjectNode facts, String name, Optional<?> value) {
    value.ifPresent(known -> facts.set(name, Json.tree(known)));
  }
}
