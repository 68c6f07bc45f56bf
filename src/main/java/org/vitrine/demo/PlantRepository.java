package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.voices.VoiceNumber;

/** How much of the plant's story the database already knows. */
final class PlantRepository {
  private static final String BEGINNING =
      """
      SELECT o.placed_on, e.actor
        FROM order_head o
        JOIN order_event e ON e.order_id = o.id AND e.version = 1
       WHERE o.number = $1\
      """;

  private static final String ANY_ORDER =
      """
      SELECT number
        FROM order_head
       WHERE number !~ '^SO-[0-9]{4}$'
       LIMIT 1\
      """;

  private static final String FORMER =
      """
      SELECT number
        FROM order_head
       WHERE number ~ '^SO-[0-9]{4}$'\
      """;

  /** The newest orders of the plant; those before them were told to their end long ago. */
  private static final String TOLD =
      """
      SELECT o.number, o.placed_on, newest.report_id, newest.happened_at
        FROM order_head o
        LEFT JOIN LATERAL (
          SELECT e.report_id, e.happened_at
            FROM order_event e
           WHERE e.order_id = o.id AND e.report_id ~ '^P[0-9]{4}$'
           ORDER BY e.report_id DESC
           LIMIT 1) newest ON true
       WHERE o.number ~ '^SO-[0-9]{5,9}$'
       ORDER BY o.id DESC
       LIMIT 400\
      """;

  /** The day the plant opened, and who the history says placed its first order. */
  record Beginning(LocalDate opened, String actor) {}

  private static final String SAID_BY =
      """
      SELECT number
        FROM voice_matter
       WHERE person_id = $1 AND said_at >= $2
       ORDER BY said_at
       LIMIT 1\
      """;

  /**
   * How far an order was told.
   *
   * @param told the sequence of the newest thing that was said of it; 0 where nothing was
   * @param heardAt when that happened by the history
   */
  record Told(OrderNumber number, LocalDate placedOn, int told, Optional<Instant> heardAt) {}

  Optional<Beginning> beginning(Queries queries) {
    return queries.findOne(
        "plant.beginning",
        BEGINNING,
        row -> new Beginning(row.getLocalDate("placed_on"), row.getString("actor")),
        Plant.number(0).value());
  }

  /** Those of former years that were told, or begun to be. */
  Set<OrderNumber> former(Queries queries) {
    return Set.copyOf(
        queries.find("plant.former", FORMER, row -> new OrderNumber(row.getString("number"))));
  }

  /** Whether there is any but those. */
  boolean anyOrder(Queries queries) {
    return queries
        .findOne("plant.any_order", ANY_ORDER, row -> row.getString("number"))
        .isPresent();
  }

  /** The first message of somebody from that moment on. */
  Optional<VoiceNumber> saidBy(Queries queries, long person, Instant since) {
    return queries.findOne(
        "plant.said_by",
        SAID_BY,
        row -> new VoiceNumber(row.getLong("number")),
        person,
        Sql.utc(since));
  }

  List<Told> told(Queries queries) {
    return queries.find(
        "plant.told",
        TOLD,
        row -> {
          String newest = row.getString("report_id");
          return new Told(
              new OrderNumber(row.getString("number")),
              row.getLocalDate("placed_on"),
              newest == null ? 0 : Integer.parseInt(newest.substring(1)),
              Optional.ofNullable(row.getOffsetDateTime("happened_at"))
                  .map(OffsetDateTime::toInstant));
        });
  }
}
