package org.vitrine.voices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What follows of voices, as it is kept for lists and for the clock, in PostgreSQL. */
final class StandingRepository {
  private static final String STAND =
      """
      UPDATE voice v
         SET version = n.version, state = n.state, clock = n.clock::jsonb, due_at = n.due_at, deed_at = n.deed_at,
             closed_at = n.closed_at
        FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                    $7::timestamptz[])
          AS n (number, version, state, clock, due_at, deed_at, closed_at)
       WHERE v.number = n.number""";

  private static final String GIVE =
      """
      UPDATE voice v
         SET department = n.department, assignee_id = n.assignee_id, assignee = n.assignee, tier = n.tier
        FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[])
          AS n (number, department, assignee_id, assignee, tier)
       WHERE v.number = n.number""";

  private static final String REST =
      """
      UPDATE voice
         SET deed_at = $2
       WHERE number = $1""";

  private static final String TIER_OF_CLOSED =
      """
      UPDATE voice
         SET tier = $2
       WHERE company_id = $1 AND state = 'closed' AND tier <> $2""";

  private static final String OF_DEPARTMENTS =
      """
      SELECT number
        FROM voice
       WHERE state <> 'closed' AND department = ANY($1)
       ORDER BY number
         FOR NO KEY UPDATE""";

  private static final String OF_ASSIGNEE =
      """
      SELECT number
        FROM voice
       WHERE state <> 'closed' AND assignee_id = $1
       ORDER BY number
         FOR NO KEY UPDATE""";

  private static final String COUNT_OPEN =
      """
      SELECT count(*) AS open
        FROM voice
       WHERE state <> 'closed' AND department = $1""";

  private static final String OF_DEPARTMENT =
      """
      SELECT number
        FROM voice
       WHERE department = $1
       ORDER BY number
       LIMIT $2
         FOR NO KEY UPDATE""";

  private static final String OF_COMPANY =
      """
      SELECT number
        FROM voice
       WHERE company_id = $1 AND state <> 'closed' AND tier <> $2
       ORDER BY number
         FOR NO KEY UPDATE""";

  private static final String DUE =
      """
      SELECT number
        FROM voice
       WHERE deed_at <= $1
       ORDER BY deed_at
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED""";

  private static final String OVERDUE =
      """
      SELECT number
        FROM voice
       WHERE state <> 'closed' AND due_at < $1
       ORDER BY due_at
       LIMIT $2""";

  /**
   * What follows of a voice for lists and for the clock.
   *
   * @param deed when that has something to do
   */
  record StandingVoice(Voice voice, Commitments commitments, Optional<Instant> deed) {}

  void stand(Queries transaction, List<StandingVoice> voices) {
    transaction.execute(
        "voice.stand",
        STAND,
        Sql.column(voices, one -> one.voice().number().value(), Long[]::new),
        Sql.column(voices, one -> one.voice().version(), Integer[]::new),
        Sql.column(voices, one -> one.voice().state().code(), String[]::new),
        Sql.column(voices, one -> Json.text(one.commitments().clock()), String[]::new),
        Sql.column(
            voices,
            one -> utc(one.commitments().next().map(Commitments.NextDue::due)),
            OffsetDateTime[]::new),
        Sql.column(voices, one -> utc(one.deed()), OffsetDateTime[]::new),
        Sql.column(
            voices,
            one -> utc(one.voice().closing().map(VoiceEvent.Closed::at)),
            OffsetDateTime[]::new));
  }

  /** Who has them, and for whom: nothing that a customer says. */
  void give(Queries transaction, List<Voice> voices) {
    transaction.execute(
        "voice.give",
        GIVE,
        Sql.column(voices, one -> one.number().value(), Long[]::new),
        Sql.column(voices, Voice::department, String[]::new),
        Sql.column(voices, one -> one.assignee().flatMap(VoiceParty::id).orElse(null), Long[]::new),
        Sql.column(voices, one -> one.assignee().map(VoiceParty::name).orElse(null), String[]::new),
        Sql.column(voices, one -> VoiceRepository.code(one.tier()), String[]::new));
  }

  /** The clock leaves it alone until then, or for good. */
  void rest(Queries transaction, VoiceNumber number, Optional<Instant> until) {
    transaction.execute("voice.rest", REST, number.value(), utc(until));
  }

  /** Nothing happens to what is closed; where it is reopened, it is of this tier. */
  void tierOfClosed(Queries transaction, CompanyId company, Tier tier) {
    transaction.execute(
        "voice.tier_of_closed", TIER_OF_CLOSED, company.value(), VoiceRepository.code(tier));
  }

  /** The open ones of these departments, held until the transaction ends. */
  List<VoiceNumber> lockOfDepartments(Queries transaction, Collection<String> departments) {
    return transaction.find(
        "voice.of_departments",
        OF_DEPARTMENTS,
        VoiceRepository::number,
        (Object) departments.toArray(String[]::new));
  }

  /** The open ones that somebody is at, held until the transaction ends. */
  List<VoiceNumber> lockOfAssignee(Queries transaction, long person) {
    return transaction.find("voice.of_assignee", OF_ASSIGNEE, VoiceRepository::number, person);
  }

  /** How many of a department are not closed. */
  long openOf(Queries queries, String department) {
    return queries
        .findOne("voice.open_of", COUNT_OPEN, row -> row.getLong("open"), department)
        .orElseThrow();
  }

  /** Some of this department, whatever became of them, held until the transaction ends. */
  List<VoiceNumber> lockOfDepartment(Queries transaction, String department, int most) {
    return transaction.find(
        "voice.of_department", OF_DEPARTMENT, VoiceRepository::number, department, most);
  }

  /** The open ones of this company that are of another tier, held until the transaction ends. */
  List<VoiceNumber> lockOfCompany(Queries transaction, CompanyId company, Tier tier) {
    return transaction.find(
        "voice.of_company",
        OF_COMPANY,
        VoiceRepository::number,
        company.value(),
        VoiceRepository.code(tier));
  }

  /** One about which the clock has something to do, and nobody else is at it. */
  Optional<VoiceNumber> lockDue(Queries transaction, Instant now) {
    return transaction.findOne("voice.due", DUE, VoiceRepository::number, Sql.utc(now));
  }

  /** Those of which something was due before now, the longest overdue first. */
  List<VoiceNumber> overdue(Queries queries, Instant now, int most) {
    return queries.find("voice.overdue", OVERDUE, VoiceRepository::number, Sql.utc(now), most);
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }
}
