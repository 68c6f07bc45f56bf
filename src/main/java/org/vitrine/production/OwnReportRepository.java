package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OwnReports.OwnReport;

/** What somebody reported themselves, in PostgreSQL. */
final class OwnReportRepository {
  /** As the index has it: without this, the whole history would be read. */
  private static final String SINCE =
      """
      SELECT h.number, e.version, e.body::text AS body, e.recorded_at
        FROM order_event e
        JOIN order_head h ON h.id = e.order_id
       WHERE e.sender ->> 'kind' = 'person' AND (e.sender ->> 'id')::bigint = $1 AND e.recorded_at >= $2
         AND e.report_id IS NOT NULL
       ORDER BY e.recorded_at DESC, e.version DESC
       LIMIT $3\
      """;

  private static final String SAID =
      """
      SELECT sender ->> 'kind' AS sender_kind, (sender ->> 'id')::bigint AS sender_id, happened_at, recorded_at
        FROM order_event
       WHERE order_id = $1 AND report_id = $2\
      """;

  /** A report that was taken: who sent it, and when. */
  record EarlierReport(
      String senderKind, Optional<Long> senderId, Instant happenedAt, Instant recordedAt) {
    static EarlierReport of(Sender sender, Instant happenedAt, Instant recordedAt) {
      return new EarlierReport(sender.kind().code(), sender.id(), happenedAt, recordedAt);
    }

    boolean isOf(Sender sender) {
      return sender.kind().code().equals(senderKind) && sender.id().equals(senderId);
    }
  }

  Optional<EarlierReport> said(Queries queries, OrderId order, String report) {
    return queries.findOne("event.said", SAID, OwnReportRepository::toSaid, order.value(), report);
  }

  private static EarlierReport toSaid(Row row) {
    return new EarlierReport(
        row.getString("sender_kind"),
        Optional.ofNullable(row.getLong("sender_id")),
        row.getOffsetDateTime("happened_at").toInstant(),
        row.getOffsetDateTime("recorded_at").toInstant());
  }

  List<OwnReport> since(Queries queries, long person, Instant moment, int most) {
    return queries.find(
        "event.own_reports", SINCE, OwnReportRepository::toReport, person, Sql.utc(moment), most);
  }

  private static OwnReport toReport(Row row) {
    JsonNode body = Json.read(row.getString("body"), JsonNode.class);
    return new OwnReport(
        row.getString("number"),
        row.getLong("version"),
        body.path("kind").asText(),
        Optional.ofNullable(body.get("operation")).map(JsonNode::asText),
        Optional.ofNullable(body.get("good")).map(good -> Json.read(good, Amount.class)),
        row.getOffsetDateTime("recorded_at").toInstant());
  }
}
