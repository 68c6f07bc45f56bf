package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What customers said, as matters of agendas. */
final class VoiceMatterRepository {
  private static final String FIND =
      """
      SELECT number, company_id, order_id, order_number, stage, requirement, names::text AS names, kind, title, said_at,
             state, cause, cause_title
        FROM voice_matter
       WHERE number = ANY($1::bigint[])\
      """;

  private static final Map<String, Integer> WEIGHTS =
      Map.of("complaint", 4, "care", 3, "wish", 2, "question", 1);

  List<Matter> find(Queries queries, Long[] numbers) {
    return queries.find("matter.voices", FIND, VoiceMatterRepository::toMatter, (Object) numbers);
  }

  private static Matter toMatter(Row row) {
    JsonNode names = Json.read(row.getString("names"), JsonNode.class);
    String kind = row.getString("kind");
    ObjectNode facts =
        Json.object()
            .put("kind", kind)
            .put("text", row.getString("title"))
            .put("state", row.getString("state"));
    if (row.getString("order_number") != null) {
      facts.put("order", row.getString("order_number"));
    }
    if (row.getString("cause_title") != null) {
      facts.put("cause", row.getString("cause_title"));
    }
    if (row.getString("stage") != null) {
      facts.put("at", row.getString("stage"));
    }
    names.properties().forEach(name -> facts.set(name.getKey(), name.getValue()));
    Optional<String> product =
        Optional.ofNullable(names.get("product"))
            .map(one -> LocalizedText.stored(one.toString()).toString());
    return new Matter(
        MatterKind.VOICE,
        String.valueOf(row.getLong("number")),
        Optional.of(new CompanyId(row.getLong("company_id"))),
        new MatterPlace(
            Optional.ofNullable(row.getLong("order_id")),
            Optional.ofNullable(row.getString("order_number")),
            product,
            Optional.ofNullable(row.getString("stage")),
            Optional.ofNullable(row.getString("requirement")),
            Optional.ofNullable(row.getLong("cause")).map(String::valueOf)),
        facts,
        WEIGHTS.getOrDefault(kind, 1),
        row.getOffsetDateTime("said_at").toInstant(),
        !row.getString("state").equals("closed"));
  }
}
