package org.vitrine.nonconformances;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.ActionNumber;
import org.vitrine.nonconformances.ProofCount.ProofReading;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The readings by which it is seen that actions worked, in PostgreSQL. */
final class ProofReadingRepository {
  /** Readings of what is watched among what was told, with the limits that they have to keep. */
  private static final String TOLD =
      """
      SELECT e.order_id, e.version, e.report_id, l.product::text AS product, r.line, r.code AS requirement, r.minimum, r.maximum,
             (e.body ->> 'value')::numeric AS value, (e.body ->> 'passed')::boolean AS passed
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
        JOIN requirement_card r ON r.order_id = e.order_id AND r.line = (e.body ->> 'line')::integer
                               AND r.code = e.body ->> 'requirement'
        JOIN line_card l ON l.order_id = r.order_id AND l.number = r.line
       WHERE e.kind = 'reported' AND e.body ->> 'kind' NOT IN ('withdrawn', 'seen')
         AND EXISTS (SELECT FROM action_purpose p WHERE p.requirement = r.code)\
      """;

  /**
   * A correction may have come before what it corrects. Once it is proven, what is measured later
   * changes nothing and is not kept.
   */
  private static final String ADD =
      """
      INSERT INTO proof_reading (action, order_id, report, happened_at, unit, passed, corrected)
      SELECT told.action, e.order_id, e.report_id, e.happened_at, e.body ->> 'unit', told.passed,
             EXISTS (SELECT FROM order_event c
                      WHERE c.order_id = e.order_id AND c.kind = 'reported' AND c.body ->> 'corrects' = e.report_id)
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::boolean[]) AS told (action, order_id, version, passed)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
        JOIN action_purpose p ON p.action = told.action AND (p.proven_at IS NULL OR e.happened_at <= p.proven_at OR $5)
          ON CONFLICT DO NOTHING\
      """;

  private static final String CORRECT =
      """
      UPDATE proof_reading r
         SET corrected = true
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
       WHERE e.kind = 'reported' AND r.order_id = e.order_id AND r.report = e.body ->> 'corrects' AND NOT r.corrected
      RETURNING r.action\
      """;

  /**
   * The orders of which an import was taken back, or of which something was told, or corrected,
   * that is watched and that a photo has to show.
   */
  private static final String TO_READ_ANEW =
      """
      SELECT DISTINCT e.order_id
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
        LEFT JOIN order_event c ON c.order_id = e.order_id AND c.report_id = e.body ->> 'corrects'
       WHERE e.kind = 'taken-back'
          OR e.kind = 'reported'
             AND EXISTS (
               SELECT
                 FROM requirement_card r
                 JOIN action_purpose p ON p.requirement = r.code
                WHERE r.order_id = e.order_id AND r.photo
                  AND r.code IN (e.body ->> 'requirement', c.body ->> 'requirement'))\
      """;

  private static final String FORGET_ORDERS =
      """
      DELETE FROM proof_reading
       WHERE order_id = ANY($1)
      RETURNING action\
      """;

  private static final String OF_ORDERS =
      """
      SELECT order_id, version
        FROM order_event
       WHERE order_id = ANY($1) AND kind = 'reported' AND body ->> 'requirement' IS NOT NULL\
      """;

  private static final String READINGS =
      """
      SELECT happened_at, unit, passed
        FROM proof_reading
       WHERE action = $1 AND NOT corrected AND happened_at > $2
       ORDER BY happened_at, order_id, report\
      """;

  private static final String FORGET =
      """
      DELETE FROM proof_reading
       WHERE action = $1\
      """;

  /**
   * A reading that somebody told of.
   *
   * @param report its id
   * @param limits what it has to keep
   */
  record ToldReading(
      OrderVersion event,
      String report,
      LocalizedText product,
      MeasuredSpot spot,
      Limits limits,
      Optional<BigDecimal> value,
      Optional<Boolean> passed) {
    String requirement() {
      return spot.requirement();
    }

    boolean isReading() {
      return value.isPresent() || passed.isPresent();
    }

    /** As verdicts are made of readings. */
    boolean isWithin() {
      return limits.areMeasured() ? value.filter(limits::admit).isPresent() : passed.orElse(false);
    }
  }

  /** What was measured. */
  record MeasuredSpot(OrderId order, int line, String requirement) {}

  /** What a value has to keep. */
  record Limits(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
    boolean areMeasured() {
      return minimum.isPresent() || maximum.isPresent();
    }

    boolean admit(BigDecimal value) {
      return minimum.filter(least -> value.compareTo(least) < 0).isEmpty()
          && maximum.filter(most -> value.compareTo(most) > 0).isEmpty();
    }
  }

  /** A reading that counts for an action. */
  record CountedReading(ActionNumber action, ToldReading reading) {
    OrderId order() {
      return reading.event().order();
    }
  }

  List<ToldReading> told(Queries queries, Collection<OrderVersion> events) {
    return queries.find(
        "proof_reading.told",
        TOLD,
        row ->
            new ToldReading(
                new OrderVersion(new OrderId(row.getLong("order_id")), row.getLong("version")),
                row.getString("report_id"),
                LocalizedText.stored(row.getString("product")),
                new MeasuredSpot(
                    new OrderId(row.getLong("order_id")),
                    row.getInteger("line"),
                    row.getString("requirement")),
                new Limits(
                    Optional.ofNullable(row.getBigDecimal("minimum")),
                    Optional.ofNullable(row.getBigDecimal("maximum"))),
                Optional.ofNullable(row.getBigDecimal("value")),
                Optional.ofNullable(row.getBoolean("passed"))),
        orders(events),
        versions(events));
  }

  private static Long[] orders(Collection<OrderVersion> events) {
    return Sql.column(events, event -> event.order().value(), Long[]::new);
  }

  private static Long[] versions(Collection<OrderVersion> events) {
    return Sql.column(events, OrderVersion::version, Long[]::new);
  }

  /**
   * @param all whether those are kept, too, that come after what is proven so far
   */
  void add(Queries transaction, List<CountedReading> readings, boolean all) {
    transaction.execute(
        "proof_reading.add",
        ADD,
        Sql.column(readings, one -> one.action().value(), Long[]::new),
        Sql.column(readings, one -> one.reading().event().order().value(), Long[]::new),
        Sql.column(readings, one -> one.reading().event().version(), Long[]::new),
        Sql.column(readings, one -> one.reading().isWithin(), Boolean[]::new),
        all);
  }

  /** Whose readings were corrected by these. */
  List<ActionNumber> correct(Queries transaction, Collection<OrderVersion> events) {
    return transaction.find(
        "proof_reading.correct",
        CORRECT,
        ProofRepository::toNumber,
        orders(events),
        versions(events));
  }

  List<OrderId> toReadAnew(Queries queries, Collection<OrderVersion> events) {
    return queries.find(
        "proof_reading.to_read_anew",
        TO_READ_ANEW,
        row -> new OrderId(row.getLong("order_id")),
        orders(events),
        versions(events));
  }

  /** For whom they counted. */
  List<ActionNumber> forget(Queries transaction, Collection<OrderId> orders) {
    return transaction.find(
        "proof_reading.forget_orders",
        FORGET_ORDERS,
        ProofRepository::toNumber,
        (Object) Sql.column(orders, OrderId::value, Long[]::new));
  }

  /** The readings that these orders still have. */
  List<OrderVersion> standing(Queries queries, Collection<OrderId> orders) {
    return queries.find(
        "proof_reading.of_orders",
        OF_ORDERS,
        row -> new OrderVersion(new OrderId(row.getLong("order_id")), row.getLong("version")),
        (Object) Sql.column(orders, OrderId::value, Long[]::new));
  }

  List<ProofReading> readings(Queries queries, ActionNumber action, Instant since) {
    return queries.find(
        "proof_reading.of",
        READINGS,
        row ->
            new ProofReading(
                row.getOffsetDateTime("happened_at").toInstant(),
                Optional.ofNullable(row.getString("unit")),
                row.getBoolean("passed")),
        action.value(),
        Sql.utc(since));
  }

  void forget(Queries transaction, ActionNumber action) {
    transaction.execute("proof_reading.forget", FORGET, action.value());
  }
}
