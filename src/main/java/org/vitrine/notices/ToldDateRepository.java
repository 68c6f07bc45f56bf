package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What contacts were told of dates, in PostgreSQL. */
final class ToldDateRepository {
  private static final String SINCE =
      """
      SELECT company_id, order_id, person_id, facts::text AS facts, told_at, read_at
        FROM notice
       WHERE person_id = ANY($1) AND kind = 'promise-revised' AND told_at >= $2
         AND company_id IS NOT NULL AND order_id IS NOT NULL
       ORDER BY told_at\
      """;

  List<ToldDate> since(Queries queries, Collection<Long> people, Instant since) {
    return queries.find(
        "notices.told_dates",
        SINCE,
        ToldDateRepository::toDate,
        people.toArray(Long[]::new),
        Sql.utc(since));
  }

  private static ToldDate toDate(Row row) {
    JsonNode facts = Json.read(row.getString("facts"), JsonNode.class);
    return new ToldDate(
        row.getLong("company_id"),
        row.getLong("order_id"),
        row.getLong("person_id"),
        Optional.ofNullable(facts.get("date")).map(day -> LocalDate.parse(day.asText())),
        Optional.ofNullable(facts.get("lines")).map(ToldDateRepository::numbers),
        row.getOffsetDateTime("told_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("read_at")).map(at -> at.toInstant()));
  }

  private static List<Integer> numbers(JsonNode lines) {
    return StreamSupport.stream(lines.spliterator(), false).map(JsonNode::asInt).toList();
  }
}
