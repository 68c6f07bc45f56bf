package org.vitrine.people;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** People and the companies they belong to, in PostgreSQL. */
final class PersonRepository {
  private static final String SAVE =
      """
      INSERT INTO person (name, email, role, created_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (email) DO UPDATE SET name = excluded.name, role = excluded.role
      RETURNING id\
      """;

  private static final String CREATE =
      """
      INSERT INTO person (name, email, role, created_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (email) DO NOTHING
      RETURNING id\
      """;

  private static final String CHANGE =
      """
      UPDATE person
         SET name = $2, role = $3,
             disabled_at = CASE WHEN $4::boolean THEN coalesce(disabled_at, $5) END
       WHERE id = $1\
      """;

  private static final String PREFER =
      """
      UPDATE person
         SET language = $2, zone = $3
       WHERE id = $1\
      """;

  private static final String LEAVE_COMPANIES =
      """
      DELETE FROM membership
       WHERE person_id = $1\
      """;

  private static final String JOIN_COMPANIES =
      """
      INSERT INTO membership (person_id, company_id)
      SELECT $1, unnest($2::bigint[])\
      """;

  private static final String LIST =
      """
      SELECT p.id, p.name, p.email, p.role, p.language, p.zone, p.disabled_at, p.password_hash IS NOT NULL AS has_password,
             p.totp_confirmed_at IS NOT NULL AS has_second_factor, p.open_id_subject IS NOT NULL AS has_login,
             (SELECT s.seen_at FROM person_seen s WHERE s.person_id = p.id) AS seen_at,
             (SELECT array_agg(c.id ORDER BY c.code)
                FROM membership m JOIN company_card c ON c.id = m.company_id WHERE m.person_id = p.id) AS companies
        FROM person p
       WHERE ($1::bigint IS NULL OR p.id = $1)
         AND ($2::text IS NULL OR p.name ILIKE $2 OR p.email ILIKE $2)
         AND ($3::text IS NULL OR p.role = $3)
         AND ($4::text IS NULL OR EXISTS (
               SELECT FROM membership m JOIN company_card c ON c.id = m.company_id
                WHERE m.person_id = p.id AND c.code = $4))
         AND ($5::bigint IS NULL OR p.role IN ('customer', 'distributor') AND EXISTS (
               SELECT FROM membership theirs JOIN membership mine ON mine.company_id = theirs.company_id
                WHERE theirs.person_id = p.id AND mine.person_id = $5))
         AND ($6::bigint IS NULL OR p.id > $6)
       ORDER BY p.id
       LIMIT $7\
      """;

  private static final String LOCK =
      """
      SELECT id
        FROM person
       WHERE id = $1
         FOR UPDATE\
      """;

  private static final String HOLD =
      """
      SELECT id
        FROM person
       WHERE id = $1
         FOR SHARE\
      """;

  private static final String LOCK_ADMINISTRATORS =
      """
      SELECT id
        FROM person
       WHERE role = 'administrator'
       ORDER BY id
         FOR UPDATE\
      """;

  private static final String BY_EMAIL =
      """
      SELECT id
        FROM person
       WHERE lower(email) = lower($1)\
      """;

  private static final String INTRODUCE =
      """
      UPDATE person
         SET name = $2, email = $3
       WHERE id = $1\
      """;

  private static final String ADMINISTRATOR =
      """
      SELECT id
        FROM person
       WHERE role = 'administrator' AND disabled_at IS NULL
       ORDER BY id
       LIMIT 1\
      """;

  private static final String ADMINISTRATORS_BUT =
      """
      SELECT email
        FROM person
       WHERE role = 'administrator' AND disabled_at IS NULL AND id <> $1\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS people
        FROM person\
      """;

  private static final String COMPANIES_ABOVE =
      """
      SELECT company_id
        FROM membership
       WHERE company_id = ANY($1)
       GROUP BY company_id
      HAVING count(*) > $2
       ORDER BY company_id\
      """;

  private static final String ADDRESSES_OF_CONTACTS =
      """
      SELECT DISTINCT lower(p.email) AS email
        FROM person p
        JOIN membership theirs ON theirs.person_id = p.id
        JOIN membership mine ON mine.company_id = theirs.company_id
       WHERE p.role IN ('customer', 'distributor') AND mine.person_id = $1\
      """;

  /** What a list of people is asked for; absent means any. */
  record PersonSearch(
      Optional<Long> id,
      Optional<String> text,
      Optional<Role> role,
      Optional<String> company,
      Optional<Long> contactsOf,
      Optional<Long> after,
      int limit) {
    static PersonSearch one(long id) {
      return new PersonSearch(
          Optional.of(id),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
    }
  }

  long save(Queries queries, String name, String email, Role role, Instant now) {
    return queries
        .findOne(
            "person.save", SAVE, row -> row.getLong("id"), name, email, role.code(), Sql.utc(now))
        .orElseThrow();
  }

  /** Nothing where the address is taken. */
  Optional<Long> create(Queries queries, String name, String email, Role role, Instant now) {
    return queries.findOne(
        "person.create", CREATE, row -> row.getLong("id"), name, email, role.code(), Sql.utc(now));
  }

  void change(Queries queries, long person, String name, Role role, boolean disabled, Instant now) {
    queries.execute("person.change", CHANGE, person, name, role.code(), disabled, Sql.utc(now));
  }

  void introduce(Queries queries, long person, String name, String email) {
    queries.execute("person.introduce", INTRODUCE, person, name, email);
  }

  void prefer(Queries queries, long person, Preferences preferences) {
    queries.execute(
        "person.prefer",
        PREFER,
        person,
        preferences.languageTag().orElse(null),
        preferences.zoneName().orElse(null));
  }

  void belongTo(Queries queries, long person, Collection<CompanyId> companies) {
    queries.execute("person.leave_companies", LEAVE_COMPANIES, person);
    queries.execute(
        "person.join_companies",
        JOIN_COMPANIES,
        person,
        companies.stream().map(CompanyId::value).distinct().toArray(Long[]::new));
  }

  long count(Queries queries) {
    return queries.findOne("person.count", COUNT, row -> row.getLong("people")).orElseThrow();
  }

  /** Those of the companies that more people belong to. */
  List<CompanyId> companiesAbove(Queries queries, Collection<CompanyId> companies, long people) {
    return queries.find(
        "person.companies_above",
        COMPANIES_ABOVE,
        row -> new CompanyId(row.getLong("company_id")),
        companies.stream().map(CompanyId::value).distinct().toArray(Long[]::new),
        people);
  }

  List<People.Person> search(Queries queries, PersonSearch search) {
    return queries.find(
        "person.list",
        LIST,
        PersonRepository::toPerson,
        search.id().orElse(null),
        search.text().map(Sql::containing).orElse(null),
        search.role().map(Role::code).orElse(null),
        search.company().orElse(null),
        search.contactsOf().orElse(null),
        search.after().orElse(null),
        search.limit());
  }

  Optional<People.Person> lock(Queries transaction, long id) {
    return transaction
        .findOne("person.lock", LOCK, row -> row.getLong("id"), id)
        .flatMap(found -> search(transaction, PersonSearch.one(found)).stream().findFirst());
  }

  /** Somebody who stays what they are until the transaction ends. */
  Optional<People.Person> hold(Queries transaction, long id) {
    return transaction
        .findOne("person.hold", HOLD, row -> row.getLong("id"), id)
        .flatMap(found -> search(transaction, PersonSearch.one(found)).stream().findFirst());
  }

  /** Two administrators who take each other's right away must not both succeed. */
  void lockAdministrators(Queries transaction) {
    transaction.find("person.lock_administrators", LOCK_ADMINISTRATORS, row -> row.getLong("id"));
  }

  Optional<Long> byEmail(Queries queries, String email) {
    return queries.findOne("person.by_email", BY_EMAIL, row -> row.getLong("id"), email);
  }

  Optional<Long> anyAdministrator(Queries queries) {
    return queries.findOne("person.administrator", ADMINISTRATOR, row -> row.getLong("id"));
  }

  /** Where the others who may do everything are written to. */
  List<String> administratorsBut(Queries queries, long person) {
    return queries.find(
        "person.administrators_but", ADMINISTRATORS_BUT, row -> row.getString("email"), person);
  }

  List<String> addressesOfContacts(Queries queries, long manager) {
    return queries.find(
        "person.addresses_of_contacts",
        ADDRESSES_OF_CONTACTS,
        row -> row.getString("email"),
        manager);
  }

  private static People.Person toPerson(Row row) {
    Long[] companies = row.getArrayOfLongs("companies");
    OffsetDateTime seen = row.getOffsetDateTime("seen_at");
    return new People.Person(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        Role.of(row.getString("role")),
        Preferences.stored(row.getString("language"), row.getString("zone")),
        companies == null ? List.of() : Arrays.stream(companies).map(CompanyId::new).toList(),
        row.getOffsetDateTime("disabled_at") != null,
        row.getBoolean("has_password"),
        row.getBoolean("has_second_factor"),
        row.getBoolean("has_login"),
        Optional.ofNullable(seen).map(OffsetDateTime::toInstant));
  }
}
