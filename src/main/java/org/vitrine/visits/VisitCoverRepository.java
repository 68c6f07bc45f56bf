package org.vitrine.visits;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.visits.Visit.VisitPerson;

/** Who goes instead of whom, in PostgreSQL. */
final class VisitCoverRepository {
  private static final String LOCK =
      """
      LOCK TABLE visit_cover IN SHARE ROW EXCLUSIVE MODE\
      """;

  private static final String HOLD =
      """
      LOCK TABLE visit_cover IN ROW EXCLUSIVE MODE\
      """;

  private static final String LIST =
      """
      SELECT c.id, c.person_id, p.name AS person, c.substitute, s.name AS substitute_name, c.from_day, c.until_day
        FROM visit_cover c
        JOIN active_person p ON p.id = c.person_id
        JOIN active_person s ON s.id = c.substitute
       WHERE c.until_day >= $1 AND c.from_day <= $2
       ORDER BY c.from_day, c.id\
      """;

  private static final String ADD =
      """
      INSERT INTO visit_cover (person_id, substitute, from_day, until_day, said_at, said_by)
      VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING id\
      """;

  private static final String REMOVE =
      """
      DELETE FROM visit_cover
       WHERE id = $1
      RETURNING person_id, from_day, until_day\
      """;

  private static final String STAND_IN =
      """
      SELECT c.substitute, p.name
        FROM visit_cover c
        JOIN active_person p ON p.id = c.substitute
       WHERE c.person_id = $1 AND $2 BETWEEN c.from_day AND c.until_day\
      """;

  /**
   * Somebody goes instead of another.
   *
   * @param until the last day
   */
  record VisitCover(
      long id, VisitPerson person, VisitPerson substitute, LocalDate from, LocalDate until) {

    boolean touches(LocalDate first, LocalDate last) {
      return !from.isAfter(last) && !until.isBefore(first);
    }

    boolean covers(VisitPerson who, LocalDate day) {
      return person.id() == who.id() && touches(day, day);
    }
  }

  /**
   * Days on which somebody is away.
   *
   * @param until the last one
   */
  record CoveredDays(long person, LocalDate from, LocalDate until) {}

  /** Nobody says who goes instead until the transaction ends. */
  void hold(Queries transaction) {
    transaction.execute("visit_cover.hold", HOLD);
  }

  /** One says so at a time: what it is checked against stays. */
  void lock(Queries transaction) {
    transaction.execute("visit_cover.lock", LOCK);
  }

  /** Those of which some day is among these. */
  List<VisitCover> list(Queries queries, LocalDate from, LocalDate until) {
    return queries.find("visit_cover.list", LIST, VisitCoverRepository::toCover, from, until);
  }

  long add(Queries transaction, VisitCover cover, Instant at, String by) {
    return transaction
        .findOne(
            "visit_cover.add",
            ADD,
            row -> row.getLong("id"),
            cover.person().id(),
            cover.substitute().id(),
            cover.from(),
            cover.until(),
            Sql.utc(at),
            by)
        .orElseThrow();
  }

  /** Whose days these were. */
  Optional<CoveredDays> remove(Queries transaction, long id) {
    return transaction.findOne(
        "visit_cover.remove",
        REMOVE,
        row ->
            new CoveredDays(
                row.getLong("person_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day")),
        id);
  }

  /** Who goes instead of this person on that day. */
  Optional<VisitPerson> standIn(Queries queries, long person, LocalDate day) {
    return queries.findOne(
        "visit_cover.stand_in",
        STAND_IN,
        row -> new VisitPerson(row.getLong("substitute"), row.getString("name")),
        person,
        day);
  }

  private static VisitCover toCover(Row row) {
    return new VisitCover(
        row.getLong("id"),
        new VisitPerson(row.getLong("person_id"), row.getString("person")),
        new VisitPerson(row.getLong("substitute"), row.getString("substitute_name")),
        row.getLocalDate("from_day"),
        row.getLocalDate("until_day"));
  }
}
