package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What orders, their products, stages and requirements are called, in one statement for many. */
final class OrderNameRepository {
  private static final String FIND =
      """
      SELECT w.position, h.number, l.product::text AS product, s.name::text AS stage, r.name::text AS requirement,
             (SELECT count(*) FROM line_card c WHERE c.order_id = h.id) > 1 AS several
        FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[])
               WITH ORDINALITY AS w (order_id, line, stage, requirement, position)
        JOIN order_head h ON h.id = w.order_id
        LEFT JOIN line_card l ON l.order_id = w.order_id AND l.number = w.line
        LEFT JOIN stage_card s ON s.routing = l.routing AND s.kept IS NOT DISTINCT FROM l.kept AND s.code = w.stage
        LEFT JOIN requirement_card r ON r.order_id = w.order_id AND r.line = w.line AND r.code = w.requirement\
      """;

  /** What is asked for; the codes where it is about such a thing. */
  record NamedPlace(
      long order, Optional<Integer> line, Optional<String> stage, Optional<String> requirement) {}

  /** What a place is called. */
  record PlaceNames(
      String order,
      Optional<JsonNode> product,
      Optional<JsonNode> stage,
      Optional<JsonNode> requirement,
      boolean several) {

    /** Adds them to what a sentence is made of. */
    void addTo(ObjectNode facts, NamedPlace place) {
      facts.put("order", order);
      product.ifPresent(name -> facts.set("product", name));
      place.stage().ifPresent(code -> facts.set("stage", named(code, stage)));
      place.requirement().ifPresent(code -> facts.set("requirement", named(code, requirement)));
    }

    private static ObjectNode named(String code, Optional<JsonNode> name) {
      ObjectNode named = Json.object().put("code", code);
      named.set("name", name.orElseGet(() -> Json.tree(code)));
      return named;
    }
  }

  private OrderNameRepository() {}

  /** The names of each place, in their order; orders that are there no more are missing. */
  static Map<Integer, PlaceNames> find(Queries queries, List<NamedPlace> places) {
    Map<Integer, PlaceNames> found = new HashMap<>();
    if (places.isEmpty()) {
      return found;
    }
    queries.find(
        "notice.order_names",
        FIND,
        row -> found.put(row.getLong("position").intValue() - 1, names(row)),
        column(places, NamedPlace::order, Long[]::new),
        column(places, place -> place.line().orElse(null), Integer[]::new),
        column(places, place -> place.stage().orElse(null), String[]::new),
        column(places, place -> place.requirement().orElse(null), String[]::new));
    return found;
  }

  private static PlaceNames names(Row row) {
    return new PlaceNames(
        row.getString("number"),
        json(row, "product"),
        json(row, "stage"),
        json(row, "requirement"),
        row.getBoolean("several"));
  }

  private static Optional<JsonNode> json(Row row, String column) {
    return Optional.ofNullable(row.getString(column)).map(text -> Json.read(text, JsonNode.class));
  }

  private static <S, T> T[] column(Collection<S> rows, Function<S, T> of, IntFunction<T[]> array) {
    return new ArrayList<>(rows).stream().map(of).toArray(array);
  }
}
