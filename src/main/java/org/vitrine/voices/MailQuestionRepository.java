package org.vitrine.voices;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What is asked by mail, and of which deliveries, in PostgreSQL. */
final class MailQuestionRepository {
  private static final String ASK =
      """
      INSERT INTO voice_question
        (token_hash, company_id, person_id, voice, order_id, product, question, asked_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9)""";

  private static final String FIND =
      """
      SELECT company_id, person_id, voice, order_id, product, question::text AS question, asked_at
        FROM voice_question
       WHERE token_hash = $1 AND answered_at IS NULL AND expires_at > $2""";

  private static final String ANSWER =
      """
      UPDATE voice_question
         SET answered_at = $2
       WHERE token_hash = $1 AND answered_at IS NULL AND expires_at > $2
      RETURNING company_id, person_id, voice, order_id, product, question::text AS question, asked_at""";

  private static final String SWEEP =
      """
      DELETE FROM voice_question
       WHERE expires_at < $1""";

  private static final String LINES =
      """
      SELECT company_id, number, lines_of(id)::text AS lines
        FROM order_head
       WHERE id = $1""";

  private static final String DELIVER =
      """
      INSERT INTO voice_care (company_id, order_id, product, line, delivered_on, due_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (order_id, product) DO UPDATE
        SET line = excluded.line, delivered_on = excluded.delivered_on, due_at = excluded.due_at
       WHERE voice_care.asked_at IS NULL AND voice_care.due_at < excluded.due_at""";

  private static final String DUE =
      """
      SELECT order_id
        FROM voice_care c
       WHERE asked_at IS NULL AND due_at <= $1
         AND NOT EXISTS (
           SELECT FROM voice_care e
            WHERE e.order_id = c.order_id AND e.asked_at IS NULL AND (e.due_at, e.product) < (c.due_at, c.product))
       ORDER BY due_at
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED""";

  private static final String OF_ORDER =
      """
      SELECT company_id, order_id, product, line, delivered_on
        FROM voice_care
       WHERE order_id = $1 AND asked_at IS NULL AND due_at <= $2
       ORDER BY line
         FOR NO KEY UPDATE""";

  private static final String REST =
      """
      UPDATE voice_care
         SET due_at = $3
       WHERE order_id = $1 AND asked_at IS NULL AND due_at <= $2""";

  private static final String CARE =
      """
      SELECT company_id, order_id, product, line, delivered_on
        FROM voice_care
       WHERE order_id = $1 AND (product = $2 OR $2::text IS NULL AND asked_at = $3)
       ORDER BY line""";

  private static final String ASKED =
      """
      UPDATE voice_care
         SET asked_at = $3
       WHERE order_id = $1 AND product = ANY($2)""";

  void ask(Queries transaction, Token token, MailQuestion question, Instant expires) {
    transaction.execute(
        "voice_question.ask",
        ASK,
        hash(token),
        question.company().value(),
        question.person(),
        question.voice().map(VoiceNumber::value).orElse(null),
        question.order().map(OrderId::value).orElse(null),
        question.product().orElse(null),
        question.question().map(Json::text).orElse(null),
        Sql.utc(question.askedAt()),
        Sql.utc(expires));
  }

  /** Nothing where there is none, or it was answered, or has run out. */
  Optional<MailQuestion> find(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "voice_question.find", FIND, MailQuestionRepository::toQuestion, hash(token), Sql.utc(now));
  }

  /** The same, which nobody answers again. */
  Optional<MailQuestion> answer(Queries transaction, Token token, Instant now) {
    return transaction.findOne(
        "voice_question.answer",
        ANSWER,
        MailQuestionRepository::toQuestion,
        hash(token),
        Sql.utc(now));
  }

  void sweep(Queries queries, Instant expiredBefore) {
    queries.execute("voice_question.sweep", SWEEP, Sql.utc(expiredBefore));
  }

  /**
   * An order as far as deliveries need it.
   *
   * @param products what its lines are called, by their numbers
   */
  record DeliveredOrder(
      CompanyId company, OrderNumber number, Map<Integer, LocalizedText> products) {}

  Optional<DeliveredOrder> order(Queries queries, OrderId order) {
    return queries.findOne(
        "voice_care.order",
        LINES,
        row ->
            new DeliveredOrder(
                new CompanyId(row.getLong("company_id")),
                new OrderNumber(row.getString("number")),
                products(row.getString("lines"))),
        order.value());
  }

  private static Map<Integer, LocalizedText> products(String lines) {
    Map<Integer, LocalizedText> products = new HashMap<>();
    for (JsonNode line : Json.read(lines, JsonNode.class)) {
      LocalizedText product =
          line.path("product").isMissingNode() || line.path("product").isNull()
              ? LocalizedText.of("")
              : Json.read(line.get("product"), LocalizedText.class);
      products.put(line.get("number").asInt(), product);
    }
    return products;
  }

  /** It is asked after once; as long as it was not, the last delivery counts. */
  void deliver(Queries transaction, DueCare care, Instant due) {
    transaction.execute(
        "voice_care.deliver",
        DELIVER,
        care.company().value(),
        care.order().value(),
        care.product(),
        care.line(),
        care.deliveredOn(),
        Sql.utc(due));
  }

  /**
   * An order of which something is to be asked after, and nobody else is at it: of each the one
   * that is due first stands for all.
   */
  Optional<OrderId> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "voice_care.due", DUE, row -> new OrderId(row.getLong("order_id")), Sql.utc(now));
  }

  /** What is to be asked after of an order that is held. */
  List<DueCare> due(Queries transaction, OrderId order, Instant now) {
    return completed(
        transaction,
        order,
        transaction.find(
            "voice_care.of_order",
            OF_ORDER,
            MailQuestionRepository::toCare,
            order.value(),
            Sql.utc(now)));
  }

  /** What is due of this order waits until then. */
  void rest(Queries queries, OrderId order, Instant now, Instant until) {
    queries.execute("voice_care.rest", REST, order.value(), Sql.utc(now), Sql.utc(until));
  }

  /** What a question is about: one product, or all that were asked after at the same time. */
  List<DueCare> care(Queries queries, MailQuestion question) {
    return question
        .order()
        .map(
            order ->
                completed(
                    queries,
                    order,
                    queries.find(
                        "voice_care.find",
                        CARE,
                        MailQuestionRepository::toCare,
                        order.value(),
                        question.product().orElse(null),
                        Sql.utc(question.askedAt()))))
        .orElse(List.of());
  }

  void asked(Queries transaction, OrderId order, List<DueCare> care, Instant now) {
    transaction.execute(
        "voice_care.asked",
        ASKED,
        order.value(),
        care.stream().map(DueCare::product).toArray(String[]::new),
        Sql.utc(now));
  }

  /** A delivery as it stands in its row: its order is asked for what it is called. */
  private record StoredCare(
      CompanyId company, OrderId order, String product, int line, LocalDate deliveredOn) {}

  private List<DueCare> completed(Queries queries, OrderId key, List<StoredCare> stored) {
    return order(queries, key).stream()
        .flatMap(order -> stored.stream().map(care -> completed(order, care)))
        .toList();
  }

  private static DueCare completed(DeliveredOrder order, StoredCare care) {
    return new DueCare(
        care.company(),
        care.order(),
        order.number(),
        care.product(),
        care.line(),
        order.products().getOrDefault(care.line(), LocalizedText.of(care.product())),
        care.deliveredOn());
  }

  private static StoredCare toCare(Row row) {
    return new StoredCare(
        new CompanyId(row.getLong("company_id")),
        new OrderId(row.getLong("order_id")),
        row.getString("product"),
        row.getInteger("line"),
        row.getLocalDate("delivered_on"));
  }

  private static MailQuestion toQuestion(Row row) {
    return new MailQuestion(
        new CompanyId(row.getLong("company_id")),
        row.getLong("person_id"),
        Optional.ofNullable(row.getLong("voice")).map(VoiceNumber::new),
        Optional.ofNullable(row.getLong("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("product")),
        Optional.ofNullable(LocalizedText.stored(row.getString("question"))),
        row.getOffsetDateTime("asked_at").toInstant());
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
