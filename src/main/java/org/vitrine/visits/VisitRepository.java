package org.vitrine.visits;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.Visit.VisitPlan;

/** Visits in PostgreSQL. Whatever a customer reaches takes their company; without, all is read. */
final class VisitRepository {
  private static final String ADD =
      """
      INSERT INTO visit (number, company_id, kind, role, state, person_id, person, at, minutes, place, uid, version,
                         changed_at, deed_at)
      VALUES ($1, $2, $3, $4, 'planned', $5, $6, $7, $8, $9, $10, 1, $11, $12)
      ON CONFLICT (number) DO NOTHING\
      """;

  private static final String ASK =
      """
      INSERT INTO visit_contact (visit, company_id, person_id, name)
      SELECT $1, $2, person_id, name
        FROM unnest($3::bigint[], $4::text[]) AS c (person_id, name)\
      """;

  private static final String ASK_NOBODY =
      """
      DELETE FROM visit_contact
       WHERE visit = $1\
      """;

  private static final String LOCK =
      """
      SELECT number
        FROM visit
       WHERE number = $1
         FOR NO KEY UPDATE\
      """;

  private static final String FIND =
      """
      SELECT v.number, v.company_id, v.kind, v.role, v.state, v.person_id, v.person, v.at, v.minutes, v.place, v.uid,
             v.version,
             ARRAY(SELECT c.person_id FROM visit_contact c WHERE c.visit = v.number ORDER BY c.name, c.person_id) AS with_ids,
             ARRAY(SELECT c.name FROM visit_contact c WHERE c.visit = v.number ORDER BY c.name, c.person_id) AS with_names
        FROM visit v
       WHERE v.number = ANY($1) AND ($2::bigint IS NULL OR v.company_id = $2)
       ORDER BY v.at DESC, v.number DESC\
      """;

  private static final String PLANNED =
      """
      SELECT number
        FROM visit
       WHERE person_id = $1 AND state = 'planned' AND at >= $2 AND at < $3
       ORDER BY number\
      """;

  private static final String MOVE =
      """
      UPDATE visit
         SET role = $2, person_id = $3, person = $4, at = $5, minutes = $6, place = $7, version = version + 1,
             changed_at = $8, deed_at = $9
       WHERE number = $1\
      """;

  private static final String BECOME =
      """
      UPDATE visit
         SET state = $2, version = version + 1, changed_at = $3, deed_at = $4
       WHERE number = $1\
      """;

  private static final String HAPPENED =
      """
      INSERT INTO visit_event (visit, at, kind, by, reason, body)
      VALUES ($1, $2, $3, $4, $5, $6::text::jsonb)\
      """;

  private static final String HISTORY =
      """
      SELECT visit, at, kind, by, reason
        FROM visit_event
       WHERE visit = ANY($1)
       ORDER BY id\
      """;

  boolean add(Queries transaction, Visit visit, Instant now, Instant deed) {
    VisitPlan plan = visit.plan();
    return transaction.execute(
            "visit.add",
            ADD,
            visit.number().value(),
            visit.company().value(),
            plan.kind().code(),
            plan.role().code(),
            plan.by().id(),
            plan.by().name(),
            Sql.utc(plan.at()),
            plan.minutes(),
            plan.place().orElse(null),
            plan.uid(),
            Sql.utc(now),
            Sql.utc(deed))
        > 0;
  }

  /** Whom it is for, from now on. */
  void ask(Queries transaction, Visit visit) {
    transaction.execute("visit_contact.ask_nobody", ASK_NOBODY, visit.number().value());
    transaction.execute(
        "visit_contact.ask",
        ASK,
        visit.number().value(),
        visit.company().value(),
        Sql.column(visit.with(), VisitPerson::id, Long[]::new),
        Sql.column(visit.with(), VisitPerson::name, String[]::new));
  }

  /** The visit as it is, held until the transaction ends. */
  Optional<Visit> lock(Queries transaction, VisitNumber number) {
    return transaction
        .findOne("visit.lock", LOCK, row -> true, number.value())
        .flatMap(any -> find(transaction, List.of(number), Optional.empty()).stream().findFirst());
  }

  /** Those among these that are theirs, the newest first. */
  List<Visit> find(Queries queries, Collection<VisitNumber> numbers, Optional<CompanyId> company) {
    return numbers.isEmpty()
        ? List.of()
        : queries.find(
            "visit.find",
            FIND,
            VisitRepository::toVisit,
            Sql.column(numbers, VisitNumber::value, Long[]::new),
            company.map(CompanyId::value).orElse(null));
  }

  /** What somebody is to do from then until then. */
  List<VisitNumber> planned(Queries queries, long person, Instant from, Instant until) {
    return queries.find(
        "visit.planned",
        PLANNED,
        row -> new VisitNumber(row.getLong("number")),
        person,
        Sql.utc(from),
        Sql.utc(until));
  }

  void move(Queries transaction, Visit after, Instant now, Instant deed) {
    VisitPlan plan = after.plan();
    transaction.execute(
        "visit.move",
        MOVE,
        after.number().value(),
        plan.role().code(),
        plan.by().id(),
        plan.by().name(),
        Sql.utc(plan.at()),
        plan.minutes(),
        plan.place().orElse(null),
        Sql.utc(now),
        Sql.utc(deed));
  }

  /**
   * @param deed when the clock has something to do about it; absent where it has not
   */
  void become(
      Queries transaction,
      VisitNumber number,
      VisitState state,
      Instant now,
      Optional<Instant> deed) {
    transaction.execute(
        "visit.become",
        BECOME,
        number.value(),
        state.code(),
        Sql.utc(now),
        deed.map(Sql::utc).orElse(null));
  }

  /** What happened to a visit, for the house. */
  record VisitEvent(
      VisitNumber visit, Instant at, String kind, String by, Optional<String> reason) {

    static VisitEvent of(VisitNumber visit, Instant at, String kind, String by) {
      return new VisitEvent(visit, at, kind, by, Optional.empty());
    }
  }

  void happened(Queries transaction, VisitEvent event, Map<String, ?> body) {
    transaction.execute(
        "visit_event.happened",
        HAPPENED,
        event.visit().value(),
        Sql.utc(event.at()),
        event.kind(),
        event.by(),
        event.reason().orElse(null),
        Json.text(body));
  }

  /** In the order in which it happened. */
  List<VisitEvent> history(Queries queries, Collection<VisitNumber> numbers) {
    return queries.find(
        "visit_event.history",
        HISTORY,
        row ->
            new VisitEvent(
                new VisitNumber(row.getLong("visit")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                row.getString("by"),
                Optional.ofNullable(row.getString("reason"))),
        (Object) Sql.column(numbers, VisitNumber::value, Long[]::new));
  }

  private static Visit toVisit(Row row) {
    List<Long> ids = Arrays.asList(row.getArrayOfLongs("with_ids"));
    List<String> names = Arrays.asList(row.getArrayOfStrings("with_names"));
    return new Visit(
        new VisitNumber(row.getLong("number")),
        new CompanyId(row.getLong("company_id")),
        new VisitPlan(
            VisitKind.of(row.getString("kind")),
            VisitingRole.of(row.getString("role")).orElseThrow(),
            new VisitPerson(row.getLong("person_id"), row.getString("person")),
            row.getOffsetDateTime("at").toInstant(),
            row.getInteger("minutes"),
            Optional.ofNullable(row.getString("place")),
            row.getString("uid")),
        IntStream.range(0, ids.size())
            .mapToObj(at -> new VisitPerson(ids.get(at), names.get(at)))
            .toList(),
        VisitState.of(row.getString("state")),
        row.getLong("version"));
  }
}
