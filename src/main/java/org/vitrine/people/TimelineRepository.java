package org.vitrine.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.AgreedPoint.PromisePoint;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Everything that was ever agreed with a company as one time line, in PostgreSQL. */
final class TimelineRepository {
  private static final String COMPANY = "company";

  /** Each source gives as many as are wanted at most, in its own order, so none is read further. */
  private static final String OF =
      """
      SELECT kind, at, major, minor, actor, code, number, date_before, what
        FROM ((SELECT 'company' AS kind, w.at, w.id AS major, 0::bigint AS minor, w.actor, w.code, NULL AS number,
                      NULL AS date_before, w.changed::text AS what
                 FROM company_word w
                WHERE w.company_id = $1 AND (w.at, w.id, 0::bigint) < ($2, $3::bigint, $4::bigint)
                ORDER BY w.at DESC, w.id DESC
                LIMIT $5)
              UNION ALL
              (SELECT p.kind, p.recorded_at, p.order_id, p.version, p.actor, NULL, p.number, p.date_before, p.body::text
                 FROM promise_given p
                WHERE p.company_id = $1
                  AND (p.recorded_at, p.order_id, p.version) < ($2, $3::bigint, $4::bigint)
                ORDER BY p.recorded_at DESC, p.order_id DESC, p.version DESC
                LIMIT $5)) AS agreed
       ORDER BY at DESC, major DESC, minor DESC
       LIMIT $5\
      """;

  /** What is older than this place, newest first. */
  List<AgreedPoint> of(Queries queries, CompanyId company, AgreedPlace before, int limit) {
    return queries.find(
        "timeline.of",
        OF,
        TimelineRepository::toPoint,
        company.value(),
        Sql.utc(before.at()),
        before.major(),
        before.minor(),
        limit);
  }

  private static AgreedPoint toPoint(Row row) {
    JsonNode what = Json.read(row.getString("what"), JsonNode.class);
    boolean ofCompany = row.getString("kind").equals(COMPANY);
    return new AgreedPoint(
        new AgreedPlace(
            row.getOffsetDateTime("at").toInstant(), row.getLong("major"), row.getLong("minor")),
        row.getString("kind"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        Optional.of(what).filter(changed -> ofCompany),
        Optional.ofNullable(row.getString("code")),
        ofCompany ? Optional.empty() : Optional.of(toPromise(row, what)));
  }

  private static PromisePoint toPromise(Row row, JsonNode what) {
    return new PromisePoint(
        row.getString("number"),
        Optional.of(what.path("line")).filter(JsonNode::isInt).map(JsonNode::asInt),
        date(what.path("date").asText("")),
        date(Optional.ofNullable(row.getString("date_before")).orElse("")),
        Optional.ofNullable(what.get("reason")).filter(reason -> !reason.isNull()));
  }

  private static Optional<LocalDate> date(String text) {
    return Optional.of(text).filter(written -> !written.isEmpty()).map(LocalDate::parse);
  }
}
