package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * Frappe's REST API, of which ERPNext is made: {@code GET /api/resource/DOCTYPE} lists names, one
 * document at a time is read whole. Times are of the site's zone.
 */
record ErpNextDialect(SourceSettings settings) implements Dialect {

  @Override
  public SourceQuestion first(SourceWindow window) {
    ArrayNode filters = filters();
    window
        .since()
        .ifPresent(
            since ->
                filters.add(
                    term(
                        settings.shape().changed(),
                        ">=",
                        SourceTimes.local(since, settings.shape().zoneOrUtc()))));
    window.behind().ifPresent(id -> filters.add(term(settings.shape().id(), ">", id)));
    return list(filters);
  }

  private SourceQuestion list(ArrayNode filters) {
    RecordShape shape = settings.shape();
    List<String> fields =
        shape.changed() == null ? List.of(shape.id()) : List.of(shape.id(), shape.changed());
    return SourceQuestion.get(
        new AddressText(settings.address(), "api/resource/" + settings.resource())
            .asking("fields", Json.text(fields))
            .asking("filters", Json.text(filters))
            .asking("order_by", shape.id() + " asc")
            .asking("limit_start", 0)
            .asking("limit_page_length", settings.paging().sizeOrUsual())
            .toString());
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    List<SourceRecord> records =
        JsonRows.list(reply.json(), "data").stream()
            .map(one -> SourceRecord.of(one, settings.shape()))
            .toList();
    boolean isFull = records.size() >= settings.paging().sizeOrUsual();
    return new SourcePage(
        records, isFull ? Optional.of(behind(asked, records.getLast())) : Optional.empty());
  }

  private SourceQuestion behind(SourceQuestion asked, SourceRecord last) {
    return list(withoutBehind(asked).add(term(settings.shape().id(), ">", last.id())));
  }

  private ArrayNode withoutBehind(SourceQuestion asked) {
    ArrayNode filters = Json.read(AskedFor.value(asked.url(), "filters"), ArrayNode.class);
    for (int at = filters.size() - 1; at >= 0; at--) {
      if (filters.get(at).path(0).asText().equals(settings.shape().id())
          && filters.get(at).path(1).asText().equals(">")) {
        filters.remove(at);
      }
    }
    return filters;
  }

  @Override
  public boolean goesOnBehindIds() {
    return true;
  }

  @Override
  public boolean tellsChanges() {
    return settings.shape().changed() != null;
  }

  @Override
  public Optional<SourceQuestion> details(List<SourceRecord> records) {
    return Optional.of(
        SourceQuestion.get(
            new AddressText(settings.address(), "api/resource/" + settings.resource())
                + "/"
                + AddressText.encoded(records.getFirst().id())));
  }

  @Override
  public List<SourceRecord> completed(List<SourceRecord> records, SourceReply details) {
    if (details.status() == 404) {
      return List.of();
    }
    JsonNode document = details.json().path("data");
    return List.of(SourceRecord.of(document, settings.shape()));
  }

  @Override
  public Optional<SourceQuestion> lookUp(List<String> ids) {
    return Optional.of(list(filters().add(term(settings.shape().id(), "in", ids))));
  }

  private ArrayNode filters() {
    try {
      return settings.filter() == null
          ? Json.object().putArray("filters")
          : Json.read(settings.filter(), ArrayNode.class);
    } catch (Rejection.Invalid broken) {
      throw new Rejection.Invalid(
          "settings.filter", "Must be filters such as [[\"docstatus\", \"=\", 1]]");
    }
  }

  private static ArrayNode term(String field, String operator, Object value) {
    return (ArrayNode) Json.tree(List.of(field, operator, value));
  }
}
