package org.vitrine.tracking;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.Token;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Glass links in PostgreSQL. */
final class GlassLinkRepository {
  private static final String ADD =
      """
      INSERT INTO glass_link (company_id, order_id, token_hash, made_by, created_at, expires_at, fields)
      SELECT company_id, id, $2, $3, $4, $5, $6
        FROM orders
       WHERE id = $1
      RETURNING company_id""";

  private static final String USE =
      """
      UPDATE glass_link
         SET used_at = $2, uses = uses + 1
       WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2
      RETURNING id, company_id, expires_at""";

  private static final String OPENS =
      """
      SELECT company_id, order_id, fields
        FROM glass_link
       WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2""";

  private static final String LIST =
      """
      SELECT id, made_by, created_at, expires_at, revoked_at, used_at, uses, fields
        FROM glass_link
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY created_at DESC, id
       LIMIT 200""";

  private static final String REVOKE =
      """
      UPDATE glass_link
         SET revoked_at = $3
       WHERE id = $1 AND order_id = $2 AND revoked_at IS NULL AND ($4::bigint IS NULL OR company_id = $4)
      RETURNING company_id""";

  private static final String MAKER =
      """
      SELECT g.id, g.company_id, o.number, p.email, p.name
        FROM glass_link g
        JOIN orders o ON o.id = g.order_id
        JOIN person p ON p.id = g.made_by_person AND p.disabled_at IS NULL
       WHERE g.token_hash = $1 AND (g.asked_again_at IS NULL OR g.asked_again_at < $2)""";

  private static final String ASKED_AGAIN =
      """
      UPDATE glass_link
         SET asked_again_at = $2
       WHERE id = $1""";

  private static final String REMEMBER_MAKER =
      """
      UPDATE glass_link
         SET made_by_person = $2
       WHERE token_hash = $1""";

  /** A link that was used. */
  record Used(long id, CompanyId company, Instant expires) {}

  /** Who made a link, and for which order. */
  record Maker(long link, CompanyId company, String order, String email, String name) {}

  Optional<CompanyId> add(
      Queries queries,
      OrderId order,
      Token token,
      String madeBy,
      Instant now,
      Instant expires,
      Collection<GlassField> fields) {
    return queries.findOne(
        "glass_link.add",
        ADD,
        GlassLinkRepository::company,
        order.value(),
        hash(token),
        madeBy,
        Sql.utc(now),
        Sql.utc(expires),
        fields.stream().map(GlassField::code).sorted().toArray(String[]::new));
  }

  void rememberMaker(Queries queries, Token token, long person) {
    queries.execute("glass_link.remember_maker", REMEMBER_MAKER, hash(token), person);
  }

  Optional<Used> use(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "glass_link.use",
        USE,
        row ->
            new Used(
                row.getLong("id"), company(row), row.getOffsetDateTime("expires_at").toInstant()),
        hash(token),
        Sql.utc(now));
  }

  Optional<GlassLinks.Opens> opens(Queries queries, long link, Instant now) {
    return queries.findOne(
        "glass_link.opens",
        OPENS,
        row ->
            new GlassLinks.Opens(company(row), new OrderId(row.getLong("order_id")), fields(row)),
        link,
        Sql.utc(now));
  }

  List<GlassLinks.Listed> list(Queries queries, OrderId order, Optional<CompanyId> company) {
    return queries.find(
        "glass_link.list",
        LIST,
        GlassLinkRepository::toListed,
        order.value(),
        company.map(CompanyId::value).orElse(null));
  }

  /** Whose link was revoked; nothing where there is none. */
  Optional<CompanyId> revoke(
      Queries queries, long link, OrderId order, Optional<CompanyId> company, Instant now) {
    return queries.findOne(
        "glass_link.revoke",
        REVOKE,
        GlassLinkRepository::company,
        link,
        order.value(),
        Sql.utc(now),
        company.map(CompanyId::value).orElse(null));
  }

  Optional<Maker> maker(Queries queries, Token token, Instant notAskedSince) {
    return queries.findOne(
        "glass_link.maker",
        MAKER,
        row ->
            new Maker(
                row.getLong("id"),
                company(row),
                row.getString("number"),
                row.getString("email"),
                row.getString("name")),
        hash(token),
        Sql.utc(notAskedSince));
  }

  void askedAgain(Queries queries, long link, Instant now) {
    queries.execute("glass_link.asked_again", ASKED_AGAIN, link, Sql.utc(now));
  }

  private static GlassLinks.Listed toListed(Row row) {
    return new GlassLinks.Listed(
        row.getLong("id"),
        row.getString("made_by"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        instant(row, "revoked_at"),
        instant(row, "used_at"),
        row.getLong("uses"),
        fields(row));
  }

  private static CompanyId company(Row row) {
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
