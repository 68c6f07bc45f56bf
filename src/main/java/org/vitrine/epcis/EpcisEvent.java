package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;

/**
 * An event, checked, with what it is known and found by.
 *
 * @param id its own, or else that of what it says
 * @param content what it says, whatever its id: the same again is known
 * @param declaredAt when it was declared to be wrong; absent for the event itself
 * @param body with its id, and with the prefixes that its document explained
 */
record EpcisEvent(
    String id,
    String content,
    Optional<Instant> declaredAt,
    String type,
    Instant time,
    Set<String> terms,
    ObjectNode body,
    Optional<EventOwner> owner) {

  /**
   * Whose it is.
   *
   * @param entry of the order's history that it follows from; absent where it was captured
   */
  record EventOwner(
      CompanyId company, OrderId order, Optional<Long> entry, Optional<String> stage) {}

  /** One that was found to be right, out of its document, or alone where that is absent. */
  static EpcisEvent of(JsonNode document, JsonNode sent) {
    ObjectNode body = sent.deepCopy();
    Namespaces around = Namespaces.of(document);
    String content = EventHash.of(sent, around);
    String id = sent.path("eventID").asText(content);
    body.put("eventID", id);
    body.remove(List.of("recordTime", "@context"));
    Namespaces.carried(document, sent).ifPresent(own -> body.set("@context", own));
    return new EpcisEvent(
        id,
        content,
        EpcisTime.parse(sent.at("/errorDeclaration/declarationTime").asText()),
        sent.get("type").asText(),
        EpcisTime.parse(sent.get("eventTime").asText()).orElseThrow(),
        EventTerms.of(sent),
        body,
        Optional.empty());
  }

  EpcisEvent of(EventOwner other) {
    return new EpcisEvent(id, content, declaredAt, type, time, terms, body, Optional.of(other));
  }
}
