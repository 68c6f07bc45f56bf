package org.vitrine.tracking;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Glass links in PostgreSQL. */
final class GlassLinkRepository {
  private static final String LOCK_ORDER =
      """
      SELECT number
        FROM order_head
       WHERE id = $1
         FOR NO KEY UPDATE""";

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE revoked_at IS NULL AND expires_at > $2) AS open,
             count(*) FILTER (WHERE created_at > $3) AS made
        FROM glass_link
       WHERE order_id = $1""";

  private static final String SWEEP =
      """
      DELETE FROM glass_link
       WHERE least(revoked_at, expires_at) < $1""";

  private static final String HOLD_PERSON =
      """
      SELECT id
        FROM active_person
       WHERE id = $1
         FOR SHARE""";

  private static final String HOLD_KEY =
      """
      SELECT id
        FROM active_key
       WHERE id = $1
         FOR SHARE""";

  /** Whether the person p may see the orders of a company. */
  static final String MAY_SEE =
      """
      (p.role NOT IN ('customer', 'distributor') OR EXISTS (
               SELECT FROM person_company m WHERE m.person_id = p.id AND m.company_id = %s))""";

  private static final String ADD =
      """
      INSERT INTO glass_link
        (company_id, order_id, token_hash, made_by, made_by_person, made_by_key, created_at, expires_at, fields, may_speak)
      SELECT o.company_id, o.id, $2, $3, $4, $5, $6, $7, $8, $9
        FROM order_head o
       WHERE o.id = $1
         AND ($4::bigint IS NULL OR EXISTS (SELECT FROM active_person p WHERE p.id = $4 AND %s))
         AND ($5::bigint IS NULL OR EXISTS (SELECT FROM active_key k WHERE k.id = $5))
      RETURNING id, company_id"""
          .formatted(MAY_SEE.formatted("o.company_id"));

  private static final String USE =
      """
      UPDATE glass_link g
         SET used_at = $2, uses = uses + 1,
             use_noted_at = CASE WHEN use_noted_at > $3 THEN use_noted_at ELSE $2 END
        FROM order_head o
       WHERE g.token_hash = $1 AND g.revoked_at IS NULL AND g.expires_at > $2 AND o.id = g.order_id
      RETURNING g.id, g.company_id, g.expires_at, o.number,
                old.use_noted_at IS DISTINCT FROM new.use_noted_at AS is_to_be_noted""";

  private static final String OPENS =
      """
      SELECT company_id, order_id, fields, may_speak
        FROM glass_link
       WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2""";

  private static final String LIST =
      """
      SELECT id, made_by, created_at, expires_at, revoked_at, used_at, uses, fields, may_speak,
             coalesce(made_by_person = $4 OR made_by_key = $5, false) AS mine
        FROM glass_link
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY revoked_at IS NULL AND expires_at > $3 DESC, created_at DESC, id
       LIMIT 200""";

  private static final String REVOKE =
      """
      UPDATE glass_link g
         SET revoked_at = $3
        FROM order_head o
       WHERE g.id = $1 AND g.order_id = $2 AND g.revoked_at IS NULL AND o.id = g.order_id
         AND ($4::bigint IS NULL OR g.company_id = $4)
      RETURNING g.id, g.company_id, o.number""";

  private static final String REVOKE_OF_PERSON =
      """
      UPDATE glass_link g
         SET revoked_at = $2
        FROM order_head o
       WHERE g.made_by_person = $1 AND g.revoked_at IS NULL AND o.id = g.order_id
         AND NOT EXISTS (SELECT FROM active_person p WHERE p.id = $1 AND %s)
      RETURNING g.id, g.company_id, o.number"""
          .formatted(MAY_SEE.formatted("g.company_id"));

  private static final String REVOKE_OF_KEY =
      """
      UPDATE glass_link g
         SET revoked_at = $2
        FROM order_head o
       WHERE g.made_by_key = $1 AND g.revoked_at IS NULL AND o.id = g.order_id
      RETURNING g.id, g.company_id, o.number""";

  /** A link that was made, and whose order it shows. */
  record AddedLink(long id, CompanyId company) {}

  /** A link that was used. */
  record Used(long id, CompanyId company, String number, Instant expires, boolean isToBeNoted) {}

  /** A link that has ended, and to which order it was. */
  record Ended(long id, CompanyId company, String number) {}

  /** The order's number; nobody else makes a link to it until the transaction ends. */
  Optional<String> lock(Queries transaction, OrderId order) {
    return transaction.findOne(
        "glass_link.lock_order", LOCK_ORDER, row -> row.getString("number"), order.value());
  }

  /** How many links to an order work, and how many were made since some time. */
  record Count(long open, long made) {}

  Count count(Queries queries, OrderId order, Instant now, Instant since) {
    return queries
        .findOne(
            "glass_link.count",
            COUNT,
            row -> new Count(row.getLong("open"), row.getLong("made")),
            order.value(),
            Sql.utc(now),
            Sql.utc(since))
        .orElseThrow();
  }

  void sweep(Queries queries, Instant endedBefore) {
    queries.execute("glass_link.sweep", SWEEP, Sql.utc(endedBefore));
  }

  /** Whoever makes a link keeps their right until it is made, or has lost it before. */
  void hold(Queries transaction, GlassLinks.Maker maker) {
    maker
        .person()
        .ifPresent(id -> transaction.find("glass_link.hold_person", HOLD_PERSON, row -> id, id));
    maker.key().ifPresent(id -> transaction.find("glass_link.hold_key", HOLD_KEY, row -> id, id));
  }

  /** Nothing where the maker's right has ended. */
  Optional<AddedLink> add(
      Queries transaction,
      OrderId order,
      Token token,
      GlassLinks.Maker maker,
      Instant now,
      Instant expires,
      GlassLinks.Gives gives) {
    return transaction.findOne(
        "glass_link.add",
        ADD,
        row -> new AddedLink(row.getLong("id"), company(row)),
        order.value(),
        hash(token),
        maker.name(),
        maker.person().orElse(null),
        maker.key().orElse(null),
        Sql.utc(now),
        Sql.utc(expires),
        gives.fields().stream().map(GlassField::code).sorted().toArray(String[]::new),
        gives.maySpeak());
  }

  Optional<Used> use(Queries queries, Token token, Instant now, Instant unlessNotedSince) {
    return queries.findOne(
        "glass_link.use",
        USE,
        row ->
            new Used(
                row.getLong("id"),
                company(row),
                row.getString("number"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("is_to_be_noted")),
        hash(token),
        Sql.utc(now),
        Sql.utc(unlessNotedSince));
  }

  Optional<GlassLinks.Opens> opens(Queries queries, long link, Instant now) {
    return queries.findOne(
        "glass_link.opens",
        OPENS,
        row ->
            new GlassLinks.Opens(
                company(row),
                new OrderId(row.getLong("order_id")),
                fields(row),
                row.getBoolean("may_speak")),
        link,
        Sql.utc(now));
  }

  List<GlassLinks.ListedLink> list(
      Queries queries,
      OrderId order,
      Optional<CompanyId> company,
      GlassLinks.Maker asking,
      Instant now) {
    return queries.find(
        "glass_link.list",
        LIST,
        GlassLinkRepository::toListed,
        order.value(),
        company.map(CompanyId::value).orElse(null),
        Sql.utc(now),
        asking.person().orElse(null),
        asking.key().orElse(null));
  }

  /** The link that was revoked; nothing where there is none. */
  Optional<Ended> revoke(
      Queries queries, long link, OrderId order, Optional<CompanyId> company, Instant now) {
    return queries.findOne(
        "glass_link.revoke",
        REVOKE,
        GlassLinkRepository::toEnded,
        link,
        order.value(),
        Sql.utc(now),
        company.map(CompanyId::value).orElse(null));
  }

  /** The links that somebody made to orders which they may not see any more. */
  List<Ended> revokeOfPerson(Queries transaction, long person, Instant now) {
    return transaction.find(
        "glass_link.revoke_of_person",
        REVOKE_OF_PERSON,
        GlassLinkRepository::toEnded,
        person,
        Sql.utc(now));
  }

  List<Ended> revokeOfKey(Queries transaction, long key, Instant now) {
    return transaction.find(
        "glass_link.revoke_of_key", REVOKE_OF_KEY, GlassLinkRepository::toEnded, key, Sql.utc(now));
  }

  static Ended toEnded(Row row) {
    return new Ended(row.getLong("id"), company(row), row.getString("number"));
  }

  private static GlassLinks.ListedLink toListed(Row row) {
    return new GlassLinks.ListedLink(
        row.getLong("id"),
        row.getString("made_by"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        instant(row, "revoked_at"),
        instant(row, "used_at"),
        row.getLong("uses"),
        fields(row),
        row.getBoolean("may_speak"),
        row.getBoolean("mine"));
  }

  static CompanyId company(Row row) {
    return new CompanyId(row.getLong("company_id"));
  }

  private static Set<GlassField> fields(Row row) {
    return Arrays.stream(row.getArrayOfStrings("fields"))
        .map(GlassField::of)
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
