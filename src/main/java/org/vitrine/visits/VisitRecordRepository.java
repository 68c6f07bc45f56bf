package org.vitrine.visits;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.NoteVisit.WhoWasThere;
import org.vitrine.visits.VisitRecord.Correction;
import org.vitrine.visits.VisitRecord.LineSort;
import org.vitrine.visits.VisitRecord.RecordLine;
import org.vitrine.visits.VisitRecord.RecordMark;

/** What was noted at visits, in PostgreSQL. */
final class VisitRecordRepository {
  private static final String ADD =
      """
      INSERT INTO visit_record (visit, company_id, client_id, digest, present, photos, noted_at, noted_by, open_until)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9)
      ON CONFLICT (client_id) DO NOTHING\
      """;

  private static final String ADD_LINES =
      """
      INSERT INTO visit_line (visit, company_id, line, kind, text, voice, action)
      SELECT $1, $2, line, kind, text, voice, action
        FROM unnest($3::integer[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
          AS l (line, kind, text, voice, action)\
      """;

  private static final String SENT =
      """
      SELECT visit, digest
        FROM visit_record
       WHERE visit = $1 OR client_id = $2
       ORDER BY visit <> $1\
      """;

  private static final String LOCK =
      """
      SELECT open_until, confirmed_at
        FROM visit_record
       WHERE visit = $1 AND ($2::bigint IS NULL OR company_id = $2)
         FOR NO KEY UPDATE\
      """;

  private static final String FIND =
      """
      SELECT visit, client_id, present::text AS present, photos, noted_at, noted_by, open_until, confirmed_at, confirmed_by
        FROM visit_record
       WHERE visit = ANY($1) AND ($2::bigint IS NULL OR company_id = $2)\
      """;

  private static final String CONFIRMED =
      """
      SELECT visit
        FROM visit_record
       WHERE visit = ANY($1) AND ($2::bigint IS NULL OR company_id = $2) AND confirmed_at IS NOT NULL\
      """;

  private static final String LINES =
      """
      SELECT visit, line, kind, text, coalesce(voice, action) AS became, corrected, corrected_by, corrected_at
        FROM visit_line
       WHERE visit = ANY($1) AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY visit, line\
      """;

  private static final String CORRECT =
      """
      UPDATE visit_line
         SET corrected = $4, corrected_by = $5, corrected_at = $6
       WHERE visit = $1 AND line = $2 AND company_id = $3\
      """;

  private static final String CONFIRM =
      """
      UPDATE visit_record
         SET confirmed_at = $2, confirmed_by = $3
       WHERE visit = $1\
      """;

  /** False where another visit was noted under this id, were it at the same moment. */
  boolean add(Queries transaction, CompanyId company, VisitRecord record, String digest) {
    long added =
        transaction.execute(
            "visit_record.add",
            ADD,
            record.visit().value(),
            company.value(),
            record.id(),
            digest,
            Json.text(record.present()),
            record.photos().toArray(String[]::new),
            Sql.utc(record.noted().at()),
            record.noted().by(),
            Sql.utc(record.openUntil()));
    if (added == 0) {
      return false;
    }
    List<RecordLine> lines = record.lines();
    transaction.execute(
        "visit_line.add",
        ADD_LINES,
        record.visit().value(),
        company.value(),
        Sql.column(lines, RecordLine::line, Integer[]::new),
        Sql.column(lines, line -> line.sort().code(), String[]::new),
        Sql.column(lines, RecordLine::text, String[]::new),
        Sql.column(lines, line -> became(line, LineSort.WISH), Long[]::new),
        Sql.column(lines, line -> became(line, LineSort.PROMISE), Long[]::new));
    return true;
  }

  private static Long became(RecordLine line, LineSort sort) {
    return line.became().filter(any -> line.sort() == sort).orElse(null);
  }

  /** What was sent before: of which visit, and a digest of what it said. */
  record SentRecord(VisitNumber visit, String digest) {}

  /** Of this visit, or under this id; of this visit first. */
  Optional<SentRecord> sent(Queries transaction, VisitNumber visit, UUID id) {
    return transaction.findOne(
        "visit_record.sent",
        SENT,
        row -> new SentRecord(new VisitNumber(row.getLong("visit")), row.getString("digest")),
        visit.value(),
        id);
  }

  /**
   * Until when the company may say it otherwise.
   *
   * @param confirmed whether it has said that it is so, or its days went by
   */
  record OpenRecord(Instant until, boolean confirmed) {}

  /** Held until the transaction ends; nothing where there is none of theirs. */
  Optional<OpenRecord> lock(Queries transaction, VisitNumber visit, Optional<CompanyId> company) {
    return transaction.findOne(
        "visit_record.lock",
        LOCK,
        row ->
            new OpenRecord(
                row.getOffsetDateTime("open_until").toInstant(),
                row.getOffsetDateTime("confirmed_at") != null),
        visit.value(),
        company.map(CompanyId::value).orElse(null));
  }

  /** By the visits at which they were noted. */
  Map<VisitNumber, VisitRecord> find(
      Queries queries, Collection<VisitNumber> visits, Optional<CompanyId> company) {
    Long[] numbers = Sql.column(visits, VisitNumber::value, Long[]::new);
    Long own = company.map(CompanyId::value).orElse(null);
    Map<VisitNumber, List<RecordLine>> lines =
        queries.find("visit_line.find", LINES, VisitRecordRepository::toLine, numbers, own).stream()
            .collect(
                Collectors.groupingBy(
                    LineOfVisit::visit,
                    Collectors.mapping(LineOfVisit::line, Collectors.toList())));
    return queries
        .find("visit_record.find", FIND, row -> toRecord(row, lines), numbers, own)
        .stream()
        .collect(Collectors.toMap(VisitRecord::visit, Function.identity()));
  }

  /** Those among these visits of which what was noted is confirmed. */
  Set<VisitNumber> confirmed(
      Queries queries, Collection<VisitNumber> visits, Optional<CompanyId> company) {
    return visits.isEmpty()
        ? Set.of()
        : Set.copyOf(
            queries.find(
                "visit_record.confirmed",
                CONFIRMED,
                row -> new VisitNumber(row.getLong("visit")),
                Sql.column(visits, VisitNumber::value, Long[]::new),
                company.map(CompanyId::value).orElse(null)));
  }

  /** False where there is no such line of theirs. */
  boolean correct(
      Queries transaction, VisitNumber visit, int line, CompanyId company, Correction said) {
    return transaction.execute(
            "visit_line.correct",
            CORRECT,
            visit.value(),
            line,
            company.value(),
            said.text(),
            said.by(),
            Sql.utc(said.at()))
        > 0;
  }

  /**
   * @param by who of the company; absent where its days went by
   */
  void confirm(Queries transaction, VisitNumber visit, Instant at, Optional<String> by) {
    transaction.execute(
        "visit_record.confirm", CONFIRM, visit.value(), Sql.utc(at), by.orElse(null));
  }

  private record LineOfVisit(VisitNumber visit, RecordLine line) {}

  private static LineOfVisit toLine(Row row) {
    String sort = row.getString("kind");
    return new LineOfVisit(
        new VisitNumber(row.getLong("visit")),
        new RecordLine(
            row.getInteger("line"),
            Arrays.stream(LineSort.values())
                .filter(one -> one.code().equals(sort))
                .findFirst()
                .orElseThrow(),
            row.getString("text"),
            Optional.ofNullable(row.getLong("became")),
            Optional.ofNullable(row.getString("corrected"))
                .map(
                    text ->
                        new Correction(
                            text,
                            row.getString("corrected_by"),
                            row.getOffsetDateTime("corrected_at").toInstant()))));
  }

  private static VisitRecord toRecord(Row row, Map<VisitNumber, List<RecordLine>> lines) {
    VisitNumber visit = new VisitNumber(row.getLong("visit"));
    return new VisitRecord(
        visit,
        row.getUUID("client_id"),
        Json.read(row.getString("present"), WhoWasThere.class),
        List.of(row.getArrayOfStrings("photos")),
        new RecordMark(row.getOffsetDateTime("noted_at").toInstant(), row.getString("noted_by")),
        row.getOffsetDateTime("open_until").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("confirmed_at"))
            .map(OffsetDateTime::toInstant)
            .map(
                at ->
                    new RecordMark(
                        at, Optional.ofNullable(row.getString("confirmed_by")).orElse(""))),
        lines.getOrDefault(visit, List.of()));
  }
}
