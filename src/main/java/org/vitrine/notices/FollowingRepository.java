package org.vitrine.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.notices.OrderFollowing.FollowMode;
import org.vitrine.notices.OrderFollowing.WishedStage;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** Which orders somebody follows in a way of their own, in PostgreSQL. */
final class FollowingRepository {
  private static final String MODES =
      """
      SELECT h.number, f.mode
        FROM order_following f
        JOIN order_head h ON h.id = f.order_id
       WHERE f.person_id = $1 AND ($2::bigint IS NULL OR h.company_id = $2)
         AND ($3::bigint IS NULL OR f.order_id = $3)
       ORDER BY h.number\
      """;

  private static final String WISHES =
      """
      SELECT h.number, w.line, w.stage, s.name::text AS name
        FROM stage_wish w
        JOIN order_head h ON h.id = w.order_id
        LEFT JOIN line_card l ON l.order_id = w.order_id AND l.number = w.line
        LEFT JOIN stage_card s ON s.routing = l.routing AND s.kept IS NOT DISTINCT FROM l.kept AND s.code = w.stage
       WHERE w.person_id = $1 AND ($2::bigint IS NULL OR h.company_id = $2)
         AND ($3::bigint IS NULL OR w.order_id = $3)
       ORDER BY h.number, w.line, w.stage\
      """;

  private static final String FOLLOW =
      """
      INSERT INTO order_following (person_id, order_id, mode)
      SELECT $1, $2, $3
       WHERE (SELECT count(*) FROM order_following WHERE person_id = $1 AND order_id <> $2) < $4
      ON CONFLICT (person_id, order_id) DO UPDATE SET mode = excluded.mode\
      """;

  private static final String UNFOLLOW =
      """
      DELETE FROM order_following
       WHERE person_id = $1 AND order_id = $2\
      """;

  private static final String UNFOLLOW_ALL =
      """
      DELETE FROM order_following
       WHERE person_id = $1 AND order_id = ANY($2) AND mode = 'follow'\
      """;

  private static final String WISH =
      """
      INSERT INTO stage_wish (person_id, order_id, line, stage)
      SELECT $1, $2, $3, $4
       WHERE (SELECT count(*) FROM stage_wish WHERE person_id = $1) < $5
          OR EXISTS (SELECT FROM stage_wish WHERE person_id = $1 AND order_id = $2 AND line = $3 AND stage = $4)
      ON CONFLICT (person_id, order_id, line, stage) DO UPDATE SET stage = excluded.stage\
      """;

  private static final String UNWISH =
      """
      DELETE FROM stage_wish
       WHERE person_id = $1 AND order_id = $2 AND ($3::integer IS NULL OR line = $3) AND ($4::text IS NULL OR stage = $4)\
      """;

  /** The orders that somebody follows in a way of their own; of one order, or of all. */
  List<OrderFollowing> find(
      Queries queries, long person, Optional<CompanyId> company, Optional<OrderId> order) {
    Long owner = company.map(CompanyId::value).orElse(null);
    Long one = order.map(OrderId::value).orElse(null);
    Map<String, OrderFollowing> found = new LinkedHashMap<>();
    queries.find(
        "order_following.modes",
        MODES,
        row ->
            found.put(
                row.getString("number"),
                new OrderFollowing(
                    row.getString("number"),
                    Optional.of(FollowMode.of(row.getString("mode"))),
                    new ArrayList<>())),
        person,
        owner,
        one);
    queries.find(
        "stage_wish.list",
        WISHES,
        row ->
            found
                .computeIfAbsent(
                    row.getString("number"),
                    number -> new OrderFollowing(number, Optional.empty(), new ArrayList<>()))
                .stages()
                .add(
                    new WishedStage(
                        row.getInteger("line"),
                        row.getString("stage"),
                        Optional.ofNullable(LocalizedText.stored(row.getString("name"))))),
        person,
        owner,
        one);
    return List.copyOf(found.values());
  }

  /** Returns false where somebody follows too many already. */
  boolean follow(Queries transaction, long person, OrderId order, FollowMode mode, int most) {
    return transaction.execute(
            "order_following.follow", FOLLOW, person, order.value(), mode.code(), (long) most)
        > 0;
  }

  void unfollow(Queries transaction, long person, OrderId order) {
    transaction.execute("order_following.unfollow", UNFOLLOW, person, order.value());
  }

  void unfollow(Queries transaction, long person, List<Long> orders) {
    transaction.execute(
        "order_following.unfollow_all", UNFOLLOW_ALL, person, orders.toArray(Long[]::new));
  }

  /** Returns false where somebody waits for too many already. */
  boolean wish(Queries transaction, long person, OrderId order, WishedStage stage, int most) {
    return transaction.execute(
            "stage_wish.wish",
            WISH,
            person,
            order.value(),
            stage.line(),
            stage.stage(),
            (long) most)
        > 0;
  }

  /** Returns how many wishes were there. */
  int unwish(
      Queries transaction,
      long person,
      OrderId order,
      Optional<Integer> line,
      Optional<String> stage) {
    return transaction.execute(
        "stage_wish.unwish", UNWISH, person, order.value(), line.orElse(null), stage.orElse(null));
  }
}
