package org.vitrine.nonconformances;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.Contained.MadeForWhom;
import org.vitrine.nonconformances.Contained.ThingKey;
import org.vitrine.nonconformances.Contained.ThingPlace;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.nonconformances.DoubtLedger.DoubtedPlace;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.traceability.Affected.Location;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.NodeKind;

/** What nonconformances reach, in PostgreSQL. */
final class ContainmentRepository {
  private static final String FIND =
      """
      SELECT criteria::text AS criteria, version, contained_at, contained_by
        FROM containment
       WHERE nonconformance = $1\
      """;

  private static final String OPEN =
      """
      SELECT c.nonconformance
        FROM containment c
        JOIN nonconformance n ON n.number = c.nonconformance
       WHERE n.closed_at IS NULL
       ORDER BY c.nonconformance\
      """;

  private static final String SAVE =
      """
      INSERT INTO containment (nonconformance, criteria, version, contained_at, contained_by)
      VALUES ($1, $2::text::jsonb, 1, $3, $4)
          ON CONFLICT (nonconformance) DO UPDATE
         SET criteria = excluded.criteria, version = containment.version + 1,
             contained_at = excluded.contained_at, contained_by = excluded.contained_by\
      """;

  private static final String THINGS =
      """
      SELECT node, share, kind, code, sure, order_number, line, company_id, thousandths, place, station, standing,
             narrowed
        FROM contained
       WHERE nonconformance = $1
      """;

  private static final String ALL = THINGS + " ORDER BY node, share";

  private static final String PART =
      THINGS
          + " AND ($2::text IS NULL OR standing = $2) ORDER BY kind, code_key, node, share OFFSET"
          + " $3 LIMIT $4";

  /**
   * Whoever asked to release what is not held any more, or is sought again, asked for nothing; who
   * seeks less asks for the release of what stays held by that.
   */
  private static final String WRITE =
      """
      INSERT INTO contained AS c
        (nonconformance, node, share, kind, code, code_key, sure, order_number, line, company_id, thousandths, place,
         station, standing, since, narrowed, asked_at, asked_by, asker_id)
      SELECT $1, node, share, kind, code, code_key, sure, order_number, line, company_id, thousandths, place,
             station, standing, $2::timestamptz, narrowed, CASE WHEN narrowed THEN $2::timestamptz END,
             CASE WHEN narrowed THEN $17::text END, CASE WHEN narrowed THEN $18::bigint END
        FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::integer[],
                    $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::text[], $16::boolean[])
          AS t (node, share, kind, code, sure, order_number, line, company_id, thousandths, place, station, standing, code_key,
                narrowed)
          ON CONFLICT (nonconformance, node, share) DO UPDATE
         SET code = excluded.code, sure = excluded.sure, order_number = excluded.order_number, line = excluded.line,
             company_id = excluded.company_id, thousandths = excluded.thousandths, place = excluded.place,
             station = excluded.station, standing = excluded.standing, narrowed = excluded.narrowed,
             since = CASE WHEN c.standing = excluded.standing THEN c.since ELSE excluded.since END,
             asked_at = CASE WHEN c.standing <> excluded.standing OR c.narrowed AND NOT excluded.narrowed THEN NULL
                         WHEN c.asked_at IS NULL AND excluded.narrowed AND NOT c.narrowed THEN excluded.asked_at
                         ELSE c.asked_at END,
             asked_by = CASE WHEN c.standing <> excluded.standing OR c.narrowed AND NOT excluded.narrowed THEN NULL
                         WHEN c.asked_at IS NULL AND excluded.narrowed AND NOT c.narrowed THEN excluded.asked_by
                         ELSE c.asked_by END,
             asker_id = CASE WHEN c.standing <> excluded.standing OR c.narrowed AND NOT excluded.narrowed THEN NULL
                         WHEN c.asked_at IS NULL AND excluded.narrowed AND NOT c.narrowed THEN excluded.asker_id
                         ELSE c.asker_id END,
             reason = CASE WHEN c.standing <> excluded.standing OR c.narrowed AND NOT excluded.narrowed THEN NULL
                         WHEN c.asked_at IS NULL AND excluded.narrowed AND NOT c.narrowed THEN NULL
                         ELSE c.reason END,
             released_by = CASE WHEN c.standing = excluded.standing THEN c.released_by END\
      """;

  /** The orders at whose lines something is held. */
  private static final String HELD_FOR =
      """
      SELECT DISTINCT order_meant(order_number, false) AS order_id, line
        FROM contained
       WHERE nonconformance = $1 AND standing = 'held' AND order_number IS NOT NULL\
      """;

  Optional<Containment> find(Queries queries, NonconformanceNumber number) {
    return queries.findOne(
        "containment.find",
        FIND,
        row ->
            new Containment(
                Json.read(row.getString("criteria"), Criteria.class),
                row.getInteger("version"),
                row.getOffsetDateTime("contained_at").toInstant(),
                row.getString("contained_by")),
        number.value());
  }

  /** Those that are sought again whenever something is known otherwise. */
  List<NonconformanceNumber> open(Queries queries) {
    return queries.find(
        "containment.open", OPEN, row -> new NonconformanceNumber(row.getLong("nonconformance")));
  }

  void save(
      Queries transaction, NonconformanceNumber number, Criteria criteria, Instant at, Actor by) {
    transaction.execute(
        "containment.save", SAVE, number.value(), Json.text(criteria), Sql.utc(at), by.name());
  }

  List<Contained> all(Queries queries, NonconformanceNumber number) {
    return queries.find("contained.all", ALL, ContainmentRepository::toContained, number.value());
  }

  List<Contained> part(
      Queries queries,
      NonconformanceNumber number,
      Optional<ThingStanding> standing,
      long from,
      int most) {
    return queries.find(
        "contained.part",
        PART,
        ContainmentRepository::toContained,
        number.value(),
        standing.map(ThingStanding::code).orElse(null),
        from,
        most);
  }

  void write(
      Queries transaction,
      NonconformanceNumber number,
      List<Contained> things,
      Instant now,
      Actor by) {
    if (things.isEmpty()) {
      return;
    }
    transaction.execute(
        "contained.write",
        WRITE,
        number.value(),
        Sql.utc(now),
        Sql.column(things, one -> one.key().node(), Long[]::new),
        Sql.column(things, one -> one.key().share(), String[]::new),
        Sql.column(things, one -> one.kind().code(), String[]::new),
        Sql.column(things, Contained::code, String[]::new),
        Sql.column(things, Contained::sure, Boolean[]::new),
        Sql.column(things, one -> one.whose().order().orElse(null), String[]::new),
        Sql.column(things, one -> one.whose().line().orElse(null), Integer[]::new),
        Sql.column(
            things, one -> one.whose().company().map(CompanyId::value).orElse(null), Long[]::new),
        Sql.column(
            things, one -> one.whose().amount().map(Amount::thousandths).orElse(null), Long[]::new),
        Sql.column(things, one -> code(one.place().where()), String[]::new),
        Sql.column(things, one -> one.place().station().orElse(null), String[]::new),
        Sql.column(things, one -> one.standing().code(), String[]::new),
        Sql.column(things, one -> OrderNumber.key(one.code()), String[]::new),
        Sql.column(things, Contained::narrowed, Boolean[]::new),
        by.name(),
        by.id().orElse(null));
  }

  private static String code(Location where) {
    return where.name().toLowerCase(Locale.ROOT);
  }

  List<DoubtedPlace> heldFor(Queries queries, NonconformanceNumber number) {
    return queries
        .find(
            "contained.held_for",
            HELD_FOR,
            row ->
                Optional.ofNullable(row.getLong("order_id"))
                    .map(
                        order ->
                            new DoubtedPlace(
                                new OrderId(order),
                                Optional.ofNullable(row.getInteger("line")),
                                Optional.empty())),
            number.value())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Contained toContained(Row row) {
    return new Contained(
        new ThingKey(row.getLong("node"), row.getString("share")),
        kind(row.getString("kind")),
        row.getString("code"),
        row.getBoolean("sure"),
        new MadeForWhom(
            Optional.ofNullable(row.getString("order_number")),
            Optional.ofNullable(row.getInteger("line")),
            Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
            Optional.ofNullable(row.getLong("thousandths")).map(Amount::ofThousandths)),
        new ThingPlace(
            Location.valueOf(row.getString("place").toUpperCase(Locale.ROOT)),
            Optional.ofNullable(row.getString("station"))),
        ThingStanding.of(row.getString("standing")),
        row.getBoolean("narrowed"));
  }

  private static NodeKind kind(String code) {
    return NodeKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
