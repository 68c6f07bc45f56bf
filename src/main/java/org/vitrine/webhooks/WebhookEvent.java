package org.vitrine.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * Something that endpoints are told, before it is known which: thin, so that whoever wants more
 * asks for it with their own rights.
 *
 * @param id the same of the same change, however often it is told
 * @param thing what it is about; of one thing, endpoints are told in order
 * @param version the thing's own, by which it is in order
 * @param body a CloudEvent 1.0 in JSON
 */
record WebhookEvent(
    String id,
    String type,
    String thing,
    long version,
    Optional<Long> company,
    boolean isForCompanies,
    String body) {
  private static final int DIGITS = 32;

  /** What of a change is told besides; the rest is asked for. */
  private static final List<String> TOLD =
      List.of("line", "stage", "requirement", "risk", "from", "shipment");

  /**
   * Which order or message it is: of an order that is there no longer, the change has the number.
   */
  static WebhookEvent of(WebhookType type, Change change, String number, URI house, Instant at) {
    String id = idOf(change);
    String path = (type.isOrders() ? "/orders/" : "/messages/") + FoundText.encoded(number);
    ObjectNode data = Json.object().put(type.isOrders() ? "order" : "message", number);
    data.put("version", change.version());
    for (String field : TOLD) {
      JsonNode value = change.body().path(field);
      if (type.isOrders() && !value.isMissingNode() && !value.isNull()) {
        data.set(field, value);
      }
    }
    data.put("link", house + path);
    Instant happened =
        change.body().path("at").isTextual()
            ? Instant.parse(change.body().path("at").asText())
            : at;
    return new WebhookEvent(
        id,
        type.code(),
        (type.isOrders() ? "order/" : "message/") + change.key(),
        change.version(),
        change.company(),
        type.isForCompanies(),
        cloudEvent(id, type.code(), path.substring(1), house, happened, data));
  }

  /** Said by ourselves, to see whether anybody hears. */
  static WebhookEvent ping(String id, URI house, Instant at) {
    ObjectNode data = Json.object().put("link", house + "/webhooks");
    return new WebhookEvent(
        id,
        WebhookType.PING,
        "ping/" + id,
        0,
        Optional.empty(),
        true,
        cloudEvent(id, WebhookType.PING, "webhooks", house, at, data));
  }

  static String id(String... parts) {
    return "msg_" + DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, DIGITS);
  }

  private static String idOf(Change change) {
    return id(
        change.kind(), change.key(), String.valueOf(change.version()), Json.text(change.body()));
  }

  private static String cloudEvent(
      String id, String type, String subject, URI house, Instant at, ObjectNode data) {
    ObjectNode event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", house.toString())
            .put("type", WebhookType.PREFIX + type)
            .put("subject", subject)
            .put("time", at.toString())
            .put("datacontenttype", "application/json");
    event.set("data", data);
    return Json.text(event);
  }
}
