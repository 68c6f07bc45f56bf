package org.vitrine.delays;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.DelayOffer.OfferMade;
import org.vitrine.delays.DelayOffer.OfferStanding;
import org.vitrine.delays.DelayOffer.OfferTelling;
import org.vitrine.delays.DelayOffer.OfferedOrder;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** How offers stand, in PostgreSQL. */
final class OfferRepository {
  private static final String COLUMNS =
      """
      SELECT id, company_id, order_id, order_number, terms::text AS terms, promised::text AS promised, state, settled_at,
             offered_at, offered_by, told_at, read_at, read_by, answer::text AS answer
        FROM delay_offer
      """;

  private static final String FIND =
      COLUMNS + " WHERE id = $1 AND ($2::bigint IS NULL OR company_id = $2)";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String OF_ORDER =
      COLUMNS
          + """
          WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)
          ORDER BY offered_at, id\
          """;

  private static final String NEWEST =
      COLUMNS
          + """
          WHERE ($1::bigint IS NULL OR company_id = $1)
            AND ($2::text[] IS NULL OR state = ANY($2))
            AND ($4::date IS NULL OR answer_by >= $4
                 OR $1 IS NULL AND state = 'other-day' AND (answer -> 'said' ->> 'date')::date >= $4)
          ORDER BY offered_at DESC, id
          LIMIT $3\
          """;

  private static final String MAKE =
      """
      INSERT INTO delay_offer (id, company_id, order_id, order_number, terms, lines, promised, answer_by, state, settled_at,
                               offered_at, offered_by, deed_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7::text::jsonb, $8, $9, $10, $10, $11, $10)\
      """;

  private static final String SETTLE =
      """
      UPDATE delay_offer
         SET state = $2, settled_at = $3, answer = COALESCE($4::text::jsonb, answer),
             read_at = CASE WHEN $4::text IS NULL THEN read_at ELSE COALESCE(read_at, $3) END,
             read_by = CASE WHEN $4::text IS NULL OR read_at IS NOT NULL THEN read_by ELSE $5 END
       WHERE id = $1\
      """;

  private static final String READ =
      """
      UPDATE delay_offer
         SET read_at = $2, read_by = $3
       WHERE id = $1 AND read_at IS NULL\
      """;

  Optional<DelayOffer> find(Queries queries, OfferId id, Optional<CompanyId> company) {
    return queries.findOne(
        "delay_offer.find", FIND, OfferRepository::toOffer, id.text(), key(company));
  }

  /** Held until the transaction ends. */
  Optional<DelayOffer> lock(Queries transaction, OfferId id, Optional<CompanyId> company) {
    return transaction.findOne(
        "delay_offer.lock", LOCK, OfferRepository::toOffer, id.text(), key(company));
  }

  /** All about an order, the oldest first. */
  List<DelayOffer> of(Queries queries, OrderId order, Optional<CompanyId> company) {
    return queries.find(
        "delay_offer.of_order", OF_ORDER, OfferRepository::toOffer, order.value(), key(company));
  }

  /**
   * The newest first, so many at most.
   *
   * @param states how they stand; any where there are none
   * @param today absent for those whose time is over, too; the house can still take the day that
   *     somebody named
   */
  List<DelayOffer> newest(
      Queries queries,
      Optional<CompanyId> company,
      List<OfferState> states,
      Optional<LocalDate> today,
      int most) {
    return queries.find(
        "delay_offer.newest",
        NEWEST,
        OfferRepository::toOffer,
        key(company),
        states.isEmpty() ? null : states.stream().map(OfferState::code).toArray(String[]::new),
        most,
        today.orElse(null));
  }

  void make(Queries transaction, DelayOffer offer) {
    transaction.execute(
        "delay_offer.make",
        MAKE,
        offer.id().text(),
        offer.order().company().value(),
        offer.order().id().value(),
        offer.order().number().value(),
        Json.text(offer.terms()),
        offer.terms().lines().toArray(Integer[]::new),
        Json.text(offer.promised()),
        offer.terms().answerBy(),
        offer.state().code(),
        Sql.utc(offer.made().at()),
        offer.made().by());
  }

  /**
   * It stands otherwise from now on.
   *
   * @param answer absent where nobody of the customer said so
   */
  void settle(
      Queries transaction, OfferId id, OfferState state, Instant at, Optional<GivenAnswer> answer) {
    transaction.execute(
        "delay_offer.settle",
        SETTLE,
        id.text(),
        state.code(),
        Sql.utc(at),
        answer.map(Json::text).orElse(null),
        answer.map(GivenAnswer::by).orElse(null));
  }

  /** False where it was read before. */
  boolean read(Queries transaction, OfferId id, Instant at, String by) {
    return transaction.execute("delay_offer.read", READ, id.text(), Sql.utc(at), by) > 0;
  }

  private static Long key(Optional<CompanyId> company) {
    return company.map(CompanyId::value).orElse(null);
  }

  private static DelayOffer toOffer(Row row) {
    return new DelayOffer(
        new OfferId(row.getString("id")),
        new OfferedOrder(
            new CompanyId(row.getLong("company_id")),
            new OrderId(row.getLong("order_id")),
            new OrderNumber(row.getString("order_number"))),
        Json.read(row.getString("terms"), OfferTerms.class),
        promised(row.getString("promised")),
        new OfferMade(row.getOffsetDateTime("offered_at").toInstant(), row.getString("offered_by")),
        new OfferTelling(
            moment(row, "told_at"),
            moment(row, "read_at"),
            Optional.ofNullable(row.getString("read_by"))),
        new OfferStanding(
            OfferState.of(row.getString("state")),
            row.getOffsetDateTime("settled_at").toInstant(),
            Optional.ofNullable(row.getString("answer"))
                .map(json -> Json.read(json, GivenAnswer.class))));
  }

  private static Map<Integer, LocalDate> promised(String json) {
    Map<Integer, LocalDate> days = new TreeMap<>();
    Json.read(json, JsonNode.class)
        .properties()
        .forEach(
            day ->
                days.put(Integer.valueOf(day.getKey()), LocalDate.parse(day.getValue().asText())));
    return days;
  }

  static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
