package org.vitrine.evidence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.evidence.AskedPicture.AskedSpot;
import org.vitrine.evidence.AskedPicture.AskedWords;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.words.Language;
import org.vitrine.voices.VoiceNumber;

/**
 * Pictures that were asked for, in PostgreSQL. Whatever a customer reaches takes their company;
 * without one, all is read.
 */
final class PictureRequestRepository {
  private static final String ADD =
      """
      INSERT INTO picture_request (id, company_id, order_id, line, stage, voice, text, language, asked_by, asked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
      """;

  private static final String OPEN =
      """
      SELECT id, company_id, order_id, line, stage, voice, text, language, asked_by, asked_at
        FROM picture_request
       WHERE order_id = ANY($1) AND closed_at IS NULL AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY asked_at, id
       LIMIT 500\
      """;

  private static final String ANSWERABLE =
      """
      SELECT id, company_id, order_id, line, stage, voice, text, language, asked_by, asked_at
        FROM picture_request
       WHERE order_id = $1 AND line = $2 AND stage = $3 AND closed_at IS NULL AND asked_at <= $4
       ORDER BY id
         FOR NO KEY UPDATE\
      """;

  /** Answered, where nothing is left to be seen that was taken there since. */
  private static final String UNSEEN =
      """
      SELECT r.id, r.company_id, r.order_id, r.line, r.stage, r.voice, r.text, r.language, r.asked_by, r.asked_at
        FROM picture_request r
       WHERE r.order_id = $1 AND r.shown IS NOT NULL
         AND NOT EXISTS (
           SELECT
             FROM evidence_place p
            WHERE p.order_id = r.order_id AND p.line = r.line AND p.stage = r.stage
              AND NOT p.internal AND p.kind <> 'paper' AND p.station IS NOT NULL AND p.taken_at >= r.asked_at)
       ORDER BY r.id
         FOR NO KEY UPDATE OF r\
      """;

  private static final String REOPEN =
      """
      UPDATE picture_request
         SET closed_at = NULL, shown = NULL, reopened_at = $2
       WHERE id = $1\
      """;

  private static final String CLOSE =
      """
      UPDATE picture_request
         SET closed_at = $2, shown = $3
       WHERE id = $1 AND closed_at IS NULL\
      """;

  private static final String CLOSE_WITH_VOICES =
      """
      UPDATE picture_request
         SET closed_at = $2
       WHERE voice = ANY($1) AND closed_at IS NULL
      RETURNING company_id, order_id\
      """;

  void add(Queries transaction, AskedPicture asked) {
    transaction.execute(
        "picture_request.add",
        ADD,
        asked.id(),
        asked.company().value(),
        asked.order().value(),
        asked.spot().line(),
        asked.spot().stage(),
        asked.voice().value(),
        asked.words().text(),
        asked.words().language().tag(),
        asked.words().who(),
        Sql.utc(asked.since()));
  }

  /** What is asked for of these orders and was not shown yet, the longest waiting first. */
  List<AskedPicture> open(
      Queries queries, Collection<OrderId> orders, Optional<CompanyId> company) {
    return queries.find(
        "picture_request.open",
        OPEN,
        PictureRequestRepository::toAsked,
        Sql.column(orders, OrderId::value, Long[]::new),
        company.map(CompanyId::value).orElse(null));
  }

  /** Those that what was taken there at this moment answers, held until the transaction ends. */
  List<AskedPicture> answerable(
      Queries transaction, OrderId order, int line, String stage, Instant takenAt) {
    return transaction.find(
        "picture_request.answerable",
        ANSWERABLE,
        PictureRequestRepository::toAsked,
        order.value(),
        line,
        stage,
        Sql.utc(takenAt));
  }

  /** Those that were answered by what is not there any more; held until the transaction ends. */
  List<AskedPicture> unseen(Queries transaction, OrderId order) {
    return transaction.find(
        "picture_request.unseen", UNSEEN, PictureRequestRepository::toAsked, order.value());
  }

  void reopen(Queries transaction, AskedPicture asked, Instant now) {
    transaction.execute("picture_request.reopen", REOPEN, asked.id(), Sql.utc(now));
  }

  void close(Queries transaction, AskedPicture asked, EvidenceHash shown, Instant now) {
    transaction.execute("picture_request.close", CLOSE, asked.id(), Sql.utc(now), shown.text());
  }

  /** An order of a company. */
  record OwnedOrder(OrderId order, CompanyId company) {}

  /** What was closed as messages needs no picture any more. */
  List<OwnedOrder> closeWith(Queries transaction, Collection<VoiceNumber> voices, Instant now) {
    return transaction.find(
        "picture_request.close_with_voices",
        CLOSE_WITH_VOICES,
        row ->
            new OwnedOrder(
                new OrderId(row.getLong("order_id")), new CompanyId(row.getLong("company_id"))),
        Sql.column(voices, VoiceNumber::value, Long[]::new),
        Sql.utc(now));
  }

  private static AskedPicture toAsked(Row row) {
    return new AskedPicture(
        row.getString("id"),
        new CompanyId(row.getLong("company_id")),
        new OrderId(row.getLong("order_id")),
        new AskedSpot(row.getInteger("line"), row.getString("stage")),
        new VoiceNumber(row.getLong("voice")),
        new AskedWords(
            row.getString("asked_by"),
            row.getString("text"),
            Language.of(row.getString("language")).orElse(Language.ENGLISH)),
        row.getOffsetDateTime("asked_at").toInstant());
  }
}
