package org.vitrine.nonconformances;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.ActionNumber;
import org.vitrine.nonconformances.PurposedAction.WatchedProof;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Wording;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What actions are for, and how far it is proven that they worked, in PostgreSQL. */
final class ProofRepository {
  private static final String SELECT =
      """
      SELECT action, nonconformance, purpose, product::text AS product, requirement, name::text AS name, goal,
             named_at, done_at, counted, restarts, failed_at, proven_at
        FROM action_purpose
      """;

  private static final String OF =
      SELECT
          + """
           WHERE nonconformance = $1
           ORDER BY action\
          """;

  private static final String FIND =
      SELECT
          + """
           WHERE action = ANY($1)
           ORDER BY nonconformance, action\
          """;

  private static final String WATCHED =
      """
      SELECT action
        FROM action_purpose
       WHERE goal IS NOT NULL AND product_key = $1 AND requirement = $2\
      """;

  private static final String ALL_WATCHED =
      """
      SELECT action
        FROM action_purpose
       WHERE goal IS NOT NULL\
      """;

  private static final String NAME =
      """
      INSERT INTO action_purpose (action, nonconformance, purpose, product, product_key, requirement, name, goal, named_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7::text::jsonb, $8, $9)
      ON CONFLICT (action) DO UPDATE
         SET purpose = excluded.purpose, product = excluded.product, product_key = excluded.product_key,
             requirement = excluded.requirement, name = excluded.name, goal = excluded.goal,
             named_at = excluded.named_at, counted = 0, restarts = 0, failed_at = NULL, proven_at = NULL\
      """;

  private static final String COUNT =
      """
      UPDATE action_purpose
         SET done_at = $2, counted = $3, restarts = $4, failed_at = $5, proven_at = $6
       WHERE action = $1\
      """;

  /** What such a requirement is called, by the newest lines that have one. */
  private static final String NAMED =
      """
      SELECT l.product::text AS product, r.name::text AS name
        FROM requirement_card r
        JOIN line_card l ON l.order_id = r.order_id AND l.number = r.line
       WHERE r.code = $1
       ORDER BY r.order_id DESC
       LIMIT 5000\
      """;

  List<PurposedAction> of(Queries queries, NonconformanceNumber number) {
    return queries.find("action_purpose.of", OF, ProofRepository::toAction, number.value());
  }

  List<PurposedAction> find(Queries queries, Collection<ActionNumber> actions) {
    return queries.find(
        "action_purpose.find",
        FIND,
        ProofRepository::toAction,
        (Object) Sql.column(actions, ActionNumber::value, Long[]::new));
  }

  List<ActionNumber> watched(Queries queries, LocalizedText product, String requirement) {
    return queries.find(
        "action_purpose.watched",
        WATCHED,
        ProofRepository::toNumber,
        NamedProof.key(product),
        requirement);
  }

  List<ActionNumber> watched(Queries queries) {
    return queries.find("action_purpose.all_watched", ALL_WATCHED, ProofRepository::toNumber);
  }

  static ActionNumber toNumber(Row row) {
    return new ActionNumber(row.getLong("action"));
  }

  /** Nothing where no line of such a product has it. */
  Optional<Wording> named(Queries queries, LocalizedText product, String requirement) {
    String sought = NamedProof.key(product);
    record NamedRequirement(LocalizedText product, String name) {}
    return queries
        .find(
            "requirement.named",
            NAMED,
            row ->
                new NamedRequirement(
                    LocalizedText.stored(row.getString("product")), row.getString("name")),
            requirement)
        .stream()
        .filter(one -> one.product() != null && NamedProof.key(one.product()).equals(sought))
        .findFirst()
        .map(one -> Json.read(one.name(), Wording.class));
  }

  /** From now on: nothing is counted yet. */
  void name(Queries transaction, PurposedAction action) {
    Optional<WatchedProof> proof = action.proof();
    transaction.execute(
        "action_purpose.name",
        NAME,
        action.action().value(),
        action.nonconformance().value(),
        action.purpose().code(),
        proof.map(one -> Json.text(one.wanted().product())).orElse(null),
        proof.map(one -> NamedProof.key(one.wanted().product())).orElse(null),
        proof.map(one -> one.wanted().requirement()).orElse(null),
        proof.map(one -> Json.text(one.name())).orElse(null),
        proof.map(one -> one.wanted().goal()).orElse(null),
        proof.map(one -> Sql.utc(one.namedAt())).orElse(null));
  }

  void count(Queries transaction, ActionNumber action, WatchedProof proof) {
    transaction.execute(
        "action_purpose.count",
        COUNT,
        action.value(),
        utc(proof.doneAt()),
        proof.count().counted(),
        proof.count().restarts(),
        utc(proof.count().failedAt()),
        utc(proof.count().provenAt()));
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }

  private static PurposedAction toAction(Row row) {
    return new PurposedAction(
        toNumber(row),
        new NonconformanceNumber(row.getLong("nonconformance")),
        ActionPurpose.of(row.getString("purpose")),
        Optional.ofNullable(row.getInteger("goal")).map(goal -> toProof(row, goal)));
  }

  private static WatchedProof toProof(Row row, int goal) {
    return new WatchedProof(
        new NamedProof(
            LocalizedText.stored(row.getString("product")), row.getString("requirement"), goal),
        Json.read(row.getString("name"), Wording.class),
        row.getOffsetDateTime("named_at").toInstant(),
        moment(row, "done_at"),
        new ProofCount(
            row.getInteger("counted"),
            row.getInteger("restarts"),
            moment(row, "failed_at"),
            moment(row, "proven_at")));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
