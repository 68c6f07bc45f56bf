package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * Odoo's external JSON-2 API (from version 19): {@code POST /json/2/MODEL/METHOD}, arguments by
 * name, the result as it is. It writes times in UTC to the second, compares them to the
 * microsecond, and says {@code false} where nothing is said.
 */
record OdooDialect(SourceSettings settings) implements Dialect {

  @Override
  public SourceQuestion first(SourceWindow window) {
    ArrayNode domain = filter(settings.filter());
    window
        .since()
        .ifPresent(
            since ->
                domain.add(
                    term(
                        settings.shape().changed(),
                        ">=",
                        SourceTimes.local(since, settings.shape().zoneOrUtc()))));
    window.behind().ifPresent(id -> domain.add(term("id", ">", Long.valueOf(id))));
    return search(domain);
  }

  private SourceQuestion search(ArrayNode domain) {
    ObjectNode arguments = Json.object();
    arguments.set("domain", domain);
    if (!settings.fields().isEmpty()) {
      arguments.set("fields", Json.tree(ownFields()));
    }
    arguments.put("order", "id asc");
    arguments.put("limit", settings.paging().sizeOrUsual());
    return ask(settings.resource(), "search_read", arguments);
  }

  /** Those of the model itself, with what a connector has to know. */
  private List<String> ownFields() {
    String lines = settings.shape().lines();
    List<String> own = new ArrayList<>(List.of("id", settings.shape().changed()));
    settings.fields().stream()
        .filter(field -> lines == null || !field.startsWith(lines + '.'))
        .forEach(own::add);
    if (lines != null) {
      own.add(lines);
    }
    return own.stream().distinct().toList();
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    List<SourceRecord> records =
        JsonRows.list(reply.json(), settings.shape().items()).stream()
            .map(one -> SourceRecord.of(spoken(one), settings.shape()))
            .toList();
    boolean isFull = records.size() >= settings.paging().sizeOrUsual();
    return new SourcePage(
        records, isFull ? Optional.of(behind(asked, records.getLast())) : Optional.empty());
  }

  private SourceQuestion behind(SourceQuestion asked, SourceRecord last) {
    ObjectNode arguments = Json.read(asked.body().orElseThrow(), ObjectNode.class);
    ArrayNode domain = arguments.withArray("domain");
    for (int at = domain.size() - 1; at >= 0; at--) {
      if (domain.get(at).isArray()
          && domain.get(at).path(0).asText().equals("id")
          && domain.get(at).path(1).asText().equals(">")) {
        domain.remove(at);
      }
    }
    domain.add(term("id", ">", Long.valueOf(last.id())));
    return ask(settings.resource(), "search_read", arguments);
  }

  @Override
  public boolean goesOnBehindIds() {
    return true;
  }

  @Override
  public boolean tellsChanges() {
    return settings.shape().changed() != null;
  }

  /** Lines are records of another model, of which the order names the ids. */
  @Override
  public Optional<SourceQuestion> details(List<SourceRecord> records) {
    RecordShape shape = settings.shape();
    if (shape.lines() == null || shape.lineModel() == null) {
      return Optional.empty();
    }
    ArrayNode ids = Json.object().putArray("ids");
    records.forEach(one -> JsonRows.at(one.document(), shape.lines()).forEach(ids::add));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode arguments = Json.object();
    arguments.set("domain", Json.object().putArray("domain").add(term("id", "in", ids)));
    List<String> fields =
        settings.fields().stream()
            .filter(field -> field.startsWith(shape.lines() + '.'))
            .map(field -> field.substring(shape.lines().length() + 1).replaceFirst("\\..*", ""))
            .distinct()
            .toList();
    if (!fields.isEmpty()) {
      arguments.set("fields", Json.tree(fields));
    }
    arguments.put("order", "id asc");
    return Optional.of(ask(shape.lineModel(), "search_read", arguments));
  }

  @Override
  public int detailsAtOnce() {
    return 50;
  }

  /**
   * A line that was deleted meanwhile is left out; its order has changed by that and comes again.
   */
  @Override
  public List<SourceRecord> completed(List<SourceRecord> records, SourceReply details) {
    String lines = settings.shape().lines();
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode line : JsonRows.list(details.json(), null)) {
      byId.put(JsonRows.text(line.path("id")), spoken(line));
    }
    return records.stream()
        .map(
            one -> {
              ObjectNode whole = ((ObjectNode) one.document()).deepCopy();
              ArrayNode full = Json.object().putArray(lines);
              JsonRows.at(whole, lines)
                  .forEach(
                      id -> Optional.ofNullable(byId.get(JsonRows.text(id))).ifPresent(full::add));
              whole.set(lines, full);
              return SourceRecord.of(whole, settings.shape());
            })
        .toList();
  }

  @Override
  public Optional<SourceQuestion> lookUp(List<String> ids) {
    ArrayNode numbers = Json.object().putArray("ids");
    ids.forEach(id -> numbers.add(Long.valueOf(id)));
    return Optional.of(search(filter(settings.filter()).add(term("id", "in", numbers))));
  }

  private SourceQuestion ask(String model, String method, ObjectNode arguments) {
    SourceQuestion question =
        SourceQuestion.post(
            new AddressText(settings.address(), "json/2/%s/%s".formatted(model, method)).toString(),
            arguments);
    String database = settings.access().database();
    return database == null ? question : question.with("X-Odoo-Database", database);
  }

  private static ArrayNode filter(String written) {
    try {
      return written == null
          ? Json.object().putArray("domain")
          : Json.read(written, ArrayNode.class);
    } catch (Rejection.Invalid broken) {
      throw new Rejection.Invalid(
          "settings.filter", "Must be a domain such as [[\"state\", \"=\", \"sale\"]]");
    }
  }

  private static ArrayNode term(String field, String operator, Object value) {
    return (ArrayNode) Json.tree(List.of(field, operator, value));
  }

  /** What is {@code false} is not said: Odoo has no other word for it. */
  private static JsonNode spoken(JsonNode document) {
    ObjectNode spoken = ((ObjectNode) document).deepCopy();
    List<String> unsaid = new ArrayList<>();
    spoken
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isBoolean() && !field.getValue().booleanValue()) {
                unsaid.add(field.getKey());
              }
            });
    unsaid.forEach(spoken::putNull);
    return spoken;
  }
}
