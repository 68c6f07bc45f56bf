package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What agendas are made of, in PostgreSQL. */
final class MatterRepository {
  private static final String KEEP =
      """
      INSERT INTO matter (kind, key, company_id, order_id, order_number, product, stage, requirement, cause, facts,
                          weight, happened_at, is_open, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14)
      ON CONFLICT (kind, key) DO UPDATE
         SET company_id = excluded.company_id, order_number = excluded.order_number, product = excluded.product,
             stage = excluded.stage, requirement = excluded.requirement, cause = excluded.cause, facts = excluded.facts,
             weight = excluded.weight, is_open = excluded.is_open, changed_at = excluded.changed_at
       WHERE (matter.company_id, matter.order_number, matter.product, matter.stage, matter.requirement, matter.cause,
              matter.facts, matter.weight, matter.is_open)
             IS DISTINCT FROM
             (excluded.company_id, excluded.order_number, excluded.product, excluded.stage, excluded.requirement,
              excluded.cause, excluded.facts, excluded.weight, excluded.is_open)\
      """;

  private static final String SINCE =
      """
      SELECT kind, key, company_id, order_id, order_number, product, stage, requirement, cause, facts::text AS facts,
             weight, happened_at, is_open
        FROM matter
       WHERE happened_at >= $1 AND happened_at < $2 OR is_open AND kind IN ('action', 'nonconformance')
       ORDER BY happened_at DESC, kind, key
       LIMIT $3\
      """;

  private static final String SOLVE_OTHERS =
      """
      UPDATE matter
         SET is_open = false, changed_at = $4
       WHERE kind = $1 AND (key = $2 OR key LIKE $2 || '/%') AND NOT key = ANY($3) AND is_open\
      """;

  /** True where it is another than before. */
  boolean keep(Queries transaction, Matter matter, Instant now) {
    MatterPlace place = matter.place();
    return transaction.execute(
            "matter.keep",
            KEEP,
            matter.kind().code(),
            matter.key(),
            MeetingRepository.key(matter.company()),
            place.order().orElse(null),
            place.orderNumber().orElse(null),
            place.product().orElse(null),
            place.stage().orElse(null),
            place.requirement().orElse(null),
            place.cause().orElse(null),
            Json.text(matter.facts()),
            matter.weight(),
            Sql.utc(matter.happenedAt()),
            matter.open(),
            Sql.utc(now))
        > 0;
  }

  /** What of one thing is kept under other keys than these is over. */
  void solveOthers(
      Queries transaction, MatterKind kind, String thing, Collection<String> keys, Instant now) {
    transaction.execute(
        "matter.solve_others",
        SOLVE_OTHERS,
        kind.code(),
        thing,
        keys.toArray(String[]::new),
        Sql.utc(now));
  }

  /**
   * What happened from one moment until before another, and what stays until it is done; the
   * newest.
   */
  List<Matter> between(Queries queries, Instant from, Instant until, int most) {
    return queries.find(
        "matter.between", SINCE, MatterRepository::toMatter, Sql.utc(from), Sql.utc(until), most);
  }

  private static Matter toMatter(Row row) {
    return new Matter(
        MatterKind.of(row.getString("kind")),
        row.getString("key"),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
        new MatterPlace(
            Optional.ofNullable(row.getLong("order_id")),
            Optional.ofNullable(row.getString("order_number")),
            Optional.ofNullable(row.getString("product")),
            Optional.ofNullable(row.getString("stage")),
            Optional.ofNullable(row.getString("requirement")),
            Optional.ofNullable(row.getString("cause"))),
        Json.read(row.getString("facts"), JsonNode.class),
        row.getInteger("weight"),
        row.getOffsetDateTime("happened_at").toInstant(),
        row.getBoolean("is_open"));
  }
}
