package org.vitrine.evidence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.evidence.EvidencePlace.EvidenceBy;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * Where evidence stands, in PostgreSQL. Whatever a customer reaches takes their company; without
 * one, all is read.
 */
final class EvidencePlaceRepository {
  /** A page stays one that can be read, whatever is photographed. */
  static final int SHOWN_AT_MOST = 300;

  private static final String ADD =
      """
      INSERT INTO evidence_place
        (company_id, order_id, version, sha256, kind, width, height, line, stage, requirement, taken_at, station, actor,
         internal)
      SELECT $1, $2, $3, e.sha256, e.kind, e.width, e.height, $5, $6, $7, $8, $9, $10,
             coalesce((SELECT t.internal
                         FROM evidence_turn t
                        WHERE t.order_id = $2 AND t.sha256 = e.sha256
                        ORDER BY t.turned_at DESC
                        LIMIT 1), false)
        FROM evidence e
       WHERE e.sha256 = ANY($4)
      ON CONFLICT (order_id, version, sha256) DO NOTHING
      RETURNING sha256, kind, internal\
      """;

  private static final String REMOVE =
      """
      DELETE FROM evidence_place
       WHERE order_id = $1 AND version = $2
      RETURNING sha256\
      """;

  private static final String OF_ORDER =
      """
      SELECT version, sha256, kind, width, height, line, stage, requirement, taken_at, station, actor, internal
        FROM evidence_place
       WHERE order_id = $1
       ORDER BY taken_at DESC, version DESC, sha256
       LIMIT $2\
      """;

  private static final String OF_ORDER_FOR_ITS_COMPANY =
      """
      SELECT version, sha256, kind, width, height, line, stage, requirement, taken_at, station,
             NULL AS actor, NULL::boolean AS internal
        FROM evidence_place
       WHERE order_id = $1 AND ($3::bigint IS NULL OR company_id = $3)
         AND (line, stage) IN (SELECT * FROM unnest($4::integer[], $5::text[]))
       ORDER BY taken_at DESC, version DESC, sha256
       LIMIT $2\
      """;

  private static final String STAGES_OF_ORDER =
      """
      SELECT DISTINCT order_id, line, stage
        FROM evidence_place
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2) AND stage IS NOT NULL\
      """;

  /** In parts, the newest orders first: whoever asks has one of them open. */
  private static final String STANDS =
      """
      SELECT order_id, line, stage
        FROM evidence_place
       WHERE sha256 = $1 AND ($2::bigint IS NULL OR company_id = $2) AND stage IS NOT NULL
         AND (order_id, line, stage COLLATE "C") < ($3, $4, $5 COLLATE "C") AND ($7::bigint IS NULL OR order_id = $7)
       GROUP BY order_id, line, stage
       ORDER BY order_id DESC, line DESC, stage COLLATE "C" DESC
       LIMIT $6\
      """;

  private static final String STANDS_AT =
      """
      SELECT 1
        FROM evidence_place
       WHERE sha256 = $1 AND order_id = $2
       LIMIT 1\
      """;

  /** One after the other: where something is shown, and whether it is. */
  private static final String HOLD =
      """
      SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('evidence of orders', $1))\
      """;

  private static final String TURN =
      """
      INSERT INTO evidence_turn (company_id, order_id, sha256, internal, turned_at, turned_by)
      SELECT DISTINCT company_id, order_id, sha256, $3::boolean, $4::timestamptz, $5::text
        FROM evidence_place
       WHERE order_id = $1 AND sha256 = $2 AND internal <> $3
      RETURNING company_id\
      """;

  private static final String SHOW =
      """
      UPDATE evidence_place
         SET internal = $3
       WHERE order_id = $1 AND sha256 = $2\
      """;

  private static final String TURNS =
      """
      SELECT sha256, internal, turned_at, turned_by
        FROM evidence_turn
       WHERE order_id = $1
       ORDER BY turned_at
       LIMIT 1000\
      """;

  /** What did not stand there before. */
  record PlacedEvidence(EvidenceHash hash, String kind, boolean internal) {

    /** Whether whoever asked to be shown the place sees it in this: a paper shows none. */
    boolean isShown() {
      return !internal && !kind.equals(EvidenceFormat.PDF.kind());
    }

    boolean isClip() {
      return EvidenceFormat.isClip(kind);
    }
  }

  List<PlacedEvidence> add(
      Queries transaction, EvidencePlace place, Collection<EvidenceHash> hashes) {
    return transaction.find(
        "evidence_place.add",
        ADD,
        row -> new PlacedEvidence(toHash(row), row.getString("kind"), row.getBoolean("internal")),
        place.company().value(),
        place.order().value(),
        place.version(),
        texts(hashes),
        place.line(),
        place.stage().orElse(null),
        place.requirement().orElse(null),
        Sql.utc(place.takenAt()),
        place.by().station().orElse(null),
        place.by().actor().orElse(null));
  }

  List<EvidenceHash> remove(Queries transaction, OrderVersion event) {
    return transaction.find(
        "evidence_place.remove",
        REMOVE,
        EvidencePlaceRepository::toHash,
        event.order().value(),
        event.version());
  }

  /** Nobody else adds to what is seen of an order, or turns any of it, until this one is done. */
  void hold(Queries transaction, OrderId order) {
    transaction.find("evidence_place.hold", HOLD, row -> 1, order.value());
  }

  /** The newest of an order, for the house. */
  List<ShownEvidence> ofOrder(Queries queries, OrderId order) {
    return queries.find(
        "evidence_place.of_order",
        OF_ORDER,
        EvidencePlaceRepository::toShown,
        order.value(),
        SHOWN_AT_MOST);
  }

  /** The newest of an order at these stages, for its company. */
  List<ShownEvidence> ofOrder(
      Queries queries, OrderId order, CompanyId company, Collection<StageOfOrder> stages) {
    return queries.find(
        "evidence_place.of_order_for_its_company",
        OF_ORDER_FOR_ITS_COMPANY,
        EvidencePlaceRepository::toShown,
        order.value(),
        SHOWN_AT_MOST,
        company.value(),
        Sql.column(stages, StageOfOrder::line, Integer[]::new),
        Sql.column(stages, StageOfOrder::stage, String[]::new));
  }

  /** A stage of a line at which something stands. */
  record StageOfOrder(OrderId order, int line, String stage) {
    /** Before all in the order in which they are read. */
    static final StageOfOrder FIRST = new StageOfOrder(new OrderId(Long.MAX_VALUE), 0, "");
  }

  /** The stages of an order at which anything stands. */
  List<StageOfOrder> stages(Queries queries, OrderId order, CompanyId company) {
    return queries.find(
        "evidence_place.stages_of_order",
        STAGES_OF_ORDER,
        EvidencePlaceRepository::toStage,
        order.value(),
        company.value());
  }

  /**
   * Some of the stages at which it stands, of the orders that somebody reaches.
   *
   * @param after where the part before ended
   * @param most so many are one part
   */
  List<StageOfOrder> stands(
      Queries queries, EvidenceHash hash, Onlooker by, StageOfOrder after, int most) {
    return queries.find(
        "evidence_place.stands",
        STANDS,
        EvidencePlaceRepository::toStage,
        hash.text(),
        by.company().map(CompanyId::value).orElse(null),
        after.order().value(),
        after.line(),
        after.stage(),
        most,
        by.only().map(OrderId::value).orElse(null));
  }

  boolean standsAt(Queries queries, EvidenceHash hash, OrderId order) {
    return queries
        .findOne("evidence_place.stands_at", STANDS_AT, row -> 1, hash.text(), order.value())
        .isPresent();
  }

  private static StageOfOrder toStage(Row row) {
    return new StageOfOrder(
        new OrderId(row.getLong("order_id")), row.getInteger("line"), row.getString("stage"));
  }

  /** Keeps it to the house from now on, or no longer; whose it is, where that is a change. */
  Optional<CompanyId> turn(
      Queries transaction,
      OrderId order,
      EvidenceHash hash,
      boolean internal,
      String by,
      Instant now) {
    Optional<CompanyId> company =
        transaction.findOne(
            "evidence_turn.add",
            TURN,
            row -> new CompanyId(row.getLong("company_id")),
            order.value(),
            hash.text(),
            internal,
            Sql.utc(now),
            by);
    if (company.isPresent()) {
      transaction.execute("evidence_place.show", SHOW, order.value(), hash.text(), internal);
    }
    return company;
  }

  /** Each time that somebody kept some of an order to the house, or showed it again. */
  List<EvidenceTurn> turns(Queries queries, OrderId order) {
    return queries.find(
        "evidence_turn.of_order",
        TURNS,
        row ->
            new EvidenceTurn(
                toHash(row),
                row.getBoolean("internal"),
                row.getOffsetDateTime("turned_at").toInstant(),
                row.getString("turned_by")),
        order.value());
  }

  private static ShownEvidence toShown(Row row) {
    return new ShownEvidence(
        row.getLong("version"),
        toHash(row),
        new ShownEvidence.EvidenceLook(
            row.getString("kind"),
            Optional.ofNullable(row.getInteger("width")),
            Optional.ofNullable(row.getInteger("height"))),
        new ShownEvidence.EvidenceSpot(
            row.getInteger("line"),
            Optional.ofNullable(row.getString("stage")),
            Optional.ofNullable(row.getString("requirement"))),
        row.getOffsetDateTime("taken_at").toInstant(),
        new EvidenceBy(
            Optional.ofNullable(row.getString("station")),
            Optional.ofNullable(row.getString("actor"))),
        Optional.ofNullable(row.getBoolean("internal")));
  }

  private static EvidenceHash toHash(Row row) {
    return new EvidenceHash(row.getString("sha256"));
  }

  private static String[] texts(Collection<EvidenceHash> hashes) {
    return hashes.stream().map(EvidenceHash::text).toArray(String[]::new);
  }
}
