package org.vitrine.voices;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.AgreedService.FastLane;
import org.vitrine.voices.VoiceRow.CauseName;
import org.vitrine.voices.VoiceRow.OfficeFacts;
import org.vitrine.voices.VoiceRow.RowAssignee;

/** Lists of voices in PostgreSQL: rows as they were written, none derived anew. */
final class VoiceListRepository {
  private static final String COLUMNS =
      """
      SELECT v.number, v.kind, v.title, v.order_id, v.order_number, v.line, v.stage, v.requirement, v.piece, v.origin_kind, v.origin_key,
             v.names::text AS names, v.state, v.said_at, v.said_by, v.department, v.clock::text AS clock, v.closed_at\
      """;

  private static final String OFFICE =
      """
      , v.tier, w.id AS assignee_id, CASE WHEN w.id IS NOT NULL THEN v.assignee END AS assignee, c.code AS company_code, c.name AS company_name, m.cause, k.title AS cause_title,
             (SELECT count(*)
                FROM voice_likeness l
                JOIN voice o ON o.number = l.other
               WHERE l.voice = v.number AND o.state <> 'closed') AS alike
        FROM voice v
        JOIN company_card c ON c.id = v.company_id
        LEFT JOIN staff_member w ON w.id = v.assignee_id
        LEFT JOIN voice_cause_member m ON m.voice = v.number
        LEFT JOIN voice_cause k ON k.id = m.cause\
      """;

  private static final String LISTED =
      """

      WHERE ($1::bigint IS NULL OR v.company_id = $1) AND ($2::bigint IS NULL OR v.glass_link_id = $2)
        AND ($3::bigint IS NULL OR v.order_id = $3) AND ($4::text IS NULL OR v.state = $4)
        AND ($5::text IS NULL OR v.kind = $5) AND ($6::text IS NULL OR v.department = $6)
        AND ($7::bigint IS NULL OR v.assignee_id = $7 OR v.person_id = $7
             OR %s IS NULL AND v.department = ANY($8))
        AND ($9::text IS NULL OR v.title ILIKE $9 OR v.words ILIKE $9 OR v.order_number ILIKE $9 OR v.piece ILIKE $9
             OR v.number::text LIKE $9%s)
        AND ($10::bigint IS NULL OR (v.said_at, v.number) < (SELECT a.said_at, a.number FROM voice a WHERE a.number = $10))
      ORDER BY v.said_at DESC, v.number DESC
      LIMIT $11\
      """;

  private static final String NUMBERED =
      """

      WHERE v.number = ANY($3) AND ($1::bigint IS NULL OR v.company_id = $1)
        AND ($2::bigint IS NULL OR v.glass_link_id = $2)\
      """;

  private static final String INBOX =
      """

       JOIN (
         SELECT o.number,
                (o.company_id = ANY($2) OR o.tier = ANY($3) AND o.company_id <> ALL($4)) AS fast,
                CASE WHEN o.due_at <= now() THEN 0
                     ELSE 1 + (o.due_at IS NULL)::integer * 2 + (o.tier <> 'platinum')::integer END AS rank
           FROM voice o
          WHERE o.state <> 'closed'
          ORDER BY fast DESC, rank, o.due_at, o.number
          LIMIT $1) AS urgent ON urgent.number = v.number
      ORDER BY urgent.fast DESC, urgent.rank, v.due_at, v.number\
      """;

  private static final String LISTED_FOR_CUSTOMERS = LISTED.formatted("v.assignee_id", "");
  private static final String LISTED_FOR_STAFF =
      LISTED.formatted("w.id", " OR c.name ILIKE $9 OR c.code ILIKE $9");

  private static final String ALIKE =
      """

       JOIN voice_likeness s ON s.other = v.number
      WHERE s.voice = $1 AND v.state <> 'closed'
      ORDER BY v.said_at DESC, v.number DESC
      LIMIT $2\
      """;

  private static final String WITH_WORDS = COLUMNS + ", v.words";
  private static final String FOR_CUSTOMERS = COLUMNS + "\n        FROM voice v";
  private static final String FOR_STAFF = COLUMNS + OFFICE;

  private static final String OPEN =
      """

       JOIN (
         SELECT o.number, count(*) OVER () AS total,
                (o.company_id = ANY($4) OR o.tier = ANY($5) AND o.company_id <> ALL($6)) AS fast
           FROM voice o
          WHERE o.state <> 'closed' AND (o.company_id = ANY($1) OR o.department = ANY($2))
          ORDER BY fast DESC, o.due_at, o.number
          LIMIT $3) AS urgent ON urgent.number = v.number
      ORDER BY urgent.fast DESC, v.due_at, v.number\
      """;

  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'waiting') AS waiting
        FROM voice
       WHERE state <> 'closed'\
      """;

  private static final String WAITING =
      """
      SELECT count(*) AS waiting
        FROM voice
       WHERE state = 'waiting' AND company_id = $1\
      """;

  private static final String MINE =
      """
      SELECT who.person, count(v.number) AS mine
        FROM unnest($1::bigint[], $2::text[]) AS who (person, department)
        JOIN (voice v LEFT JOIN staff_member w ON w.id = v.assignee_id) ON v.state <> 'closed'
         AND (who.department = '' AND v.assignee_id = who.person
              OR w.id IS NULL AND v.department = who.department)
       GROUP BY who.person\
      """;

  private static final String IS_THERE =
      """
      SELECT number
        FROM voice v
       WHERE v.number = $3 AND ($1::bigint IS NULL OR v.company_id = $1)
         AND ($2::bigint IS NULL OR v.glass_link_id = $2)\
      """;

  /**
   * What a list is asked for; absent means any.
   *
   * @param mine whose: said by them, given to them, or with nobody in one of their departments
   */
  record VoiceSearch(
      Optional<Long> order,
      Optional<String> state,
      Optional<String> kind,
      Optional<String> department,
      Optional<OwnVoices> mine,
      Optional<String> text,
      Optional<Long> after,
      int limit) {

    static VoiceSearch ofOrder(OrderId order, int limit) {
      return new VoiceSearch(
          Optional.of(order.value()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          limit);
    }

    static VoiceSearch newest(int limit) {
      return new VoiceSearch(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          limit);
    }
  }

  /**
   * Which are somebody's own.
   *
   * @param heads the departments that they head
   */
  record OwnVoices(long person, List<String> heads) {}

  /** How many there are that are not closed; all of them, however many a page shows. */
  record InboxCounts(long open, long waiting) {}

  /**
   * The newest first.
   *
   * @param company whose; absent for everybody's
   */
  List<VoiceRow> list(
      Queries queries, VoiceAudience audience, Optional<CompanyId> company, VoiceSearch search) {
    return queries.find(
        "voice.list",
        audience.isStaff() ? FOR_STAFF + LISTED_FOR_STAFF : FOR_CUSTOMERS + LISTED_FOR_CUSTOMERS,
        row -> toRow(row, audience.isStaff()),
        company.map(CompanyId::value).orElse(null),
        audience.link().orElse(null),
        search.order().orElse(null),
        search.state().orElse(null),
        search.kind().orElse(null),
        search.department().orElse(null),
        search.mine().map(OwnVoices::person).orElse(null),
        search.mine().map(OwnVoices::heads).orElse(List.of()).toArray(String[]::new),
        search.text().orElse(null),
        search.after().orElse(null),
        search.limit());
  }

  /** Those among these that are theirs. */
  List<VoiceRow> find(Queries queries, VoiceAudience audience, Collection<VoiceNumber> numbers) {
    return queries.find(
        "voice.rows",
        (audience.isStaff() ? FOR_STAFF : FOR_CUSTOMERS) + NUMBERED,
        row -> toRow(row, audience.isStaff()),
        audience.company().map(CompanyId::value).orElse(null),
        audience.link().orElse(null),
        VoiceRepository.keys(numbers));
  }

  /** A row, and the words by which it is compared. */
  record RowWithWords(VoiceRow row, String words) {}

  /** The newest that are not closed and alike to this one, of any company; for staff. */
  List<RowWithWords> alike(Queries queries, VoiceNumber number, int most) {
    return queries.find(
        "voice.alike",
        WITH_WORDS + OFFICE + ALIKE,
        row -> new RowWithWords(toRow(row, true), row.getString("words")),
        number.value(),
        most);
  }

  /**
   * Those that are not closed: those that go first, and among them and the others what is overdue,
   * then platinum, then what is due first.
   */
  List<VoiceRow> inbox(Queries queries, FastLane fast, int most) {
    return queries.find(
        "voice.inbox",
        COLUMNS + ", urgent.fast" + OFFICE + INBOX,
        row -> toRow(row, true).first(row.getBoolean("fast")),
        most,
        keys(fast.companies()),
        tiers(fast),
        keys(fast.others()));
  }

  private static Long[] keys(Set<Long> companies) {
    return companies.toArray(Long[]::new);
  }

  private static String[] tiers(FastLane fast) {
    return fast.tiers().stream().map(VoiceRepository::code).toArray(String[]::new);
  }

  /** A row, and how many there are of its kind. */
  record CountedVoice(VoiceRow row, long total) {}

  /**
   * Those that are not closed and of these companies, or with these departments: those that go
   * first, then what is due first.
   */
  List<CountedVoice> open(
      Queries queries,
      Collection<CompanyId> companies,
      Collection<String> departments,
      FastLane fast,
      int most) {
    return queries.find(
        "voice.open",
        COLUMNS + ", urgent.total, urgent.fast" + OFFICE + OPEN,
        row ->
            new CountedVoice(toRow(row, true).first(row.getBoolean("fast")), row.getLong("total")),
        companies.stream().map(CompanyId::value).toArray(Long[]::new),
        departments.toArray(String[]::new),
        most,
        keys(fast.companies()),
        tiers(fast),
        keys(fast.others()));
  }

  InboxCounts counts(Queries queries) {
    return queries
        .findOne(
            "voice.counts",
            COUNTS,
            row -> new InboxCounts(row.getLong("open"), row.getLong("waiting")))
        .orElseThrow();
  }

  /** How many wait for this company. */
  long waiting(Queries queries, VoiceAudience audience) {
    return queries
        .findOne(
            "voice.waiting",
            WAITING,
            row -> row.getLong("waiting"),
            audience.company().map(CompanyId::value).orElseThrow())
        .orElseThrow();
  }

  /** How many of those that are not closed are each person's; those with none are left out. */
  List<OwnCount> mine(Queries queries, Collection<OwnVoices> people) {
    List<Long> persons =
        people.stream()
            .flatMap(one -> Collections.nCopies(one.heads().size() + 1, one.person()).stream())
            .toList();
    List<String> departments =
        people.stream().flatMap(one -> Stream.concat(Stream.of(""), one.heads().stream())).toList();
    return queries.find(
        "voice.mine",
        MINE,
        row -> new OwnCount(row.getLong("person"), row.getLong("mine")),
        persons.toArray(Long[]::new),
        departments.toArray(String[]::new));
  }

  /** How many are somebody's. */
  record OwnCount(long person, long voices) {}

  boolean isThere(Queries queries, VoiceNumber number, VoiceAudience audience) {
    return queries
        .findOne(
            "voice.is_there",
            IS_THERE,
            row -> true,
            audience.company().map(CompanyId::value).orElse(null),
            audience.link().orElse(null),
            number.value())
        .isPresent();
  }

  private static VoiceRow toRow(Row row, boolean isForStaff) {
    OffsetDateTime closed = row.getOffsetDateTime("closed_at");
    return new VoiceRow(
        VoiceRepository.number(row),
        VoiceKind.of(row.getString("kind")),
        row.getString("title"),
        VoiceRepository.anchor(row),
        row.getString("state"),
        row.getOffsetDateTime("said_at").toInstant(),
        row.getString("said_by"),
        row.getString("department"),
        Json.read(row.getString("clock"), JsonNode.class),
        Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
        isForStaff ? office(row) : null);
  }

  private static OfficeFacts office(Row row) {
    return new OfficeFacts(
        row.getString("company_code"),
        row.getString("company_name"),
        row.getString("tier"),
        Optional.ofNullable(row.getString("assignee"))
            .map(name -> new RowAssignee(row.getLong("assignee_id"), name)),
        row.getLong("alike"),
        Optional.ofNullable(row.getLong("cause"))
            .map(cause -> new CauseName(cause, row.getString("cause_title"))),
        false);
  }
}
