package org.vitrine.warranty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Transfers as one of their sides sees them, behind its wall. */
final class OwnTransferRepository {
  private static final String COLUMNS =
      """
      SELECT t.id, t.serial, t.product::text AS product, t.giver, t.receiver, t.address, t.state, t.offered_at,
             t.expires_at, t.accepted_at, t.ended_at, t.undone_at, t.undone_by, s.side
        FROM piece_transfer_side s
        JOIN piece_transfer t ON t.id = s.transfer
       WHERE s.company_id = $1
      """;

  private static final String FIND = COLUMNS + " AND t.id = $2 ORDER BY s.side LIMIT 1";

  private static final String LIST = COLUMNS + " ORDER BY t.offered_at DESC, t.id DESC LIMIT $2";

  Optional<ObjectNode> find(Queries queries, CompanyId company, long id) {
    return queries.findOne(
        "piece_transfer.own", FIND, OwnTransferRepository::toShown, company.value(), id);
  }

  /** The newest first. */
  List<ObjectNode> list(Queries queries, CompanyId company, int most) {
    return queries.find(
        "piece_transfer.own_list", LIST, OwnTransferRepository::toShown, company.value(), most);
  }

  private static ObjectNode toShown(Row row) {
    ObjectNode shown = Json.object();
    shown.put("id", row.getLong("id"));
    shown.put("serial", row.getString("serial"));
    shown.set("product", Json.read(row.getString("product"), JsonNode.class));
    shown.put("side", row.getString("side"));
    shown.put("giver", row.getString("giver"));
    putText(shown, "receiver", row.getString("receiver"));
    putText(shown, "address", row.getString("address"));
    shown.put("state", row.getString("state"));
    putMoment(shown, "offeredAt", row.getOffsetDateTime("offered_at"));
    putMoment(shown, "expiresAt", row.getOffsetDateTime("expires_at"));
    OffsetDateTime accepted = row.getOffsetDateTime("accepted_at");
    putMoment(shown, "acceptedAt", accepted);
    if (accepted != null
        && row.getString("state").equals("accepted")
        && row.getOffsetDateTime("ended_at") == null) {
      putMoment(shown, "undoableUntil", accepted.plus(Transfer.UNDOABLE));
    }
    putMoment(shown, "undoneAt", row.getOffsetDateTime("undone_at"));
    putText(shown, "undoneBy", row.getString("undone_by"));
    return shown;
  }

  private static void putText(ObjectNode shown, String name, String text) {
    if (text != null) {
      shown.put(name, text);
    }
  }

  private static void putMoment(ObjectNode shown, String name, OffsetDateTime at) {
    if (at != null) {
      shown.put(name, at.toInstant().toString());
    }
  }
}
