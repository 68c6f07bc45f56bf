package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.Nonconformance.FirstWord;
import org.vitrine.nonconformances.Nonconformance.NonconformanceClosing;
import org.vitrine.nonconformances.Nonconformance.TeamMember;
import org.vitrine.nonconformances.Nonconformance.WhatIsWrong;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredNames;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Nonconformances in PostgreSQL. */
final class NonconformanceRepository {
  private static final String MAKE =
      """
      INSERT INTO nonconformance
        (number, title, problem, severity, order_id, order_number, line, stage, requirement, names, voice, meeting,
         station, lot, piece, raised_at, raised_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14, $15, $16, $17)
          ON CONFLICT DO NOTHING\
      """;

  private static final String SELECT =
      """
      SELECT number, title, problem, severity, order_id, order_number, line, stage, requirement, names::text AS names,
             voice, meeting, station, lot, piece, version, raised_at, raised_by, closed_at, closed_by, closing,
             ARRAY(SELECT m.person_id FROM nonconformance_member m WHERE m.nonconformance = n.number
                    ORDER BY m.position) AS members,
             ARRAY(SELECT m.name FROM nonconformance_member m WHERE m.nonconformance = n.number
                    ORDER BY m.position) AS member_names
        FROM nonconformance n
      """;

  private static final String LOCK = SELECT + " WHERE number = $1 FOR NO KEY UPDATE OF n";

  private static final String FIND = SELECT + " WHERE number = ANY($1)";

  private static final String SAVE =
      """
      UPDATE nonconformance
         SET title = $2, problem = $3, severity = $4, version = $5, closed_at = $6, closed_by = $7, closing = $8
       WHERE number = $1\
      """;

  private static final String LEAVE =
      """
      DELETE FROM nonconformance_member
       WHERE nonconformance = $1\
      """;

  private static final String JOIN =
      """
      INSERT INTO nonconformance_member (nonconformance, person_id, name, position)
      SELECT $1, person_id, name, position
        FROM unnest($2::bigint[], $3::text[], $4::integer[]) AS m (person_id, name, position)\
      """;

  private static final String APPEND =
      """
      INSERT INTO nonconformance_event (nonconformance, sequence, at, kind, by, person_id, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb)\
      """;

  private static final String HISTORY =
      """
      SELECT sequence, at, kind, by, body::text AS body
        FROM nonconformance_event
       WHERE nonconformance = $1
       ORDER BY sequence\
      """;

  /** One line of the history. */
  record NonconformanceEntry(int sequence, Instant at, String kind, String by, JsonNode detail) {}

  /** False where the number is taken. */
  boolean make(Queries transaction, Nonconformance made) {
    NonconformanceAnchor anchor = made.anchor();
    Optional<AnchoredOrder> order = anchor.order();
    return transaction.execute(
            "nonconformance.make",
            MAKE,
            made.number().value(),
            made.finding().title(),
            made.finding().problem().orElse(null),
            made.finding().severity().code(),
            order.flatMap(AnchoredOrder::id).map(OrderId::value).orElse(null),
            order.map(AnchoredOrder::number).orElse(null),
            order.flatMap(AnchoredOrder::line).orElse(null),
            order.flatMap(AnchoredOrder::stage).orElse(null),
            order.flatMap(AnchoredOrder::requirement).orElse(null),
            order.map(AnchoredOrder::names).map(Json::text).orElse("{}"),
            anchor.voice().orElse(null),
            anchor.meeting().orElse(null),
            anchor.station().orElse(null),
            anchor.lot().orElse(null),
            anchor.piece().orElse(null),
            Sql.utc(made.raised().at()),
            made.raised().by())
        > 0;
  }

  Optional<Nonconformance> lock(Queries transaction, NonconformanceNumber number) {
    return transaction.findOne(
        "nonconformance.lock", LOCK, NonconformanceRepository::toNonconformance, number.value());
  }

  List<Nonconformance> find(Queries queries, Collection<NonconformanceNumber> numbers) {
    return queries.find(
        "nonconformance.find",
        FIND,
        NonconformanceRepository::toNonconformance,
        (Object) Sql.column(numbers, NonconformanceNumber::value, Long[]::new));
  }

  void save(Queries transaction, Nonconformance one) {
    transaction.execute(
        "nonconformance.save",
        SAVE,
        one.number().value(),
        one.finding().title(),
        one.finding().problem().orElse(null),
        one.finding().severity().code(),
        one.version(),
        one.closing().map(closed -> Sql.utc(closed.at())).orElse(null),
        one.closing().map(NonconformanceClosing::by).orElse(null),
        one.closing().flatMap(NonconformanceClosing::text).orElse(null));
  }

  void saveTeam(Queries transaction, NonconformanceNumber number, List<TeamMember> team) {
    transaction.execute("nonconformance_member.leave", LEAVE, number.value());
    transaction.execute(
        "nonconformance_member.join",
        JOIN,
        number.value(),
        Sql.column(team, TeamMember::id, Long[]::new),
        Sql.column(team, TeamMember::name, String[]::new),
        IntStream.range(0, team.size()).boxed().toArray(Integer[]::new));
  }

  void append(
      Queries transaction,
      Nonconformance grown,
      String kind,
      Instant at,
      Actor by,
      ObjectNode detail) {
    transaction.execute(
        "nonconformance_event.append",
        APPEND,
        grown.number().value(),
        grown.version(),
        Sql.utc(at),
        kind,
        by.name(),
        by.id().orElse(null),
        Json.text(detail));
  }

  List<NonconformanceEntry> history(Queries queries, NonconformanceNumber number) {
    return queries.find(
        "nonconformance_event.history",
        HISTORY,
        row ->
            new NonconformanceEntry(
                row.getInteger("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                row.getString("by"),
                Json.read(row.getString("body"), JsonNode.class)),
        number.value());
  }

  private static Nonconformance toNonconformance(Row row) {
    return new Nonconformance(
        new NonconformanceNumber(row.getLong("number")),
        new WhatIsWrong(
            row.getString("title"),
            Optional.ofNullable(row.getString("problem")),
            Severity.find(row.getString("severity")).orElseThrow()),
        toAnchor(row),
        toTeam(row),
        row.getInteger("version"),
        new FirstWord(row.getOffsetDateTime("raised_at").toInstant(), row.getString("raised_by")),
        Optional.ofNullable(row.getOffsetDateTime("closed_at"))
            .map(
                at ->
                    new NonconformanceClosing(
                        at.toInstant(),
                        row.getString("closed_by"),
                        Optional.ofNullable(row.getString("closing")))));
  }

  private static NonconformanceAnchor toAnchor(Row row) {
    return new NonconformanceAnchor(
        Optional.ofNullable(row.getString("order_number"))
            .map(
                number ->
                    new AnchoredOrder(
                        Optional.ofNullable(row.getLong("order_id")).map(OrderId::new),
                        number,
                        Optional.ofNullable(row.getInteger("line")),
                        Optional.ofNullable(row.getString("stage")),
                        Optional.ofNullable(row.getString("requirement")),
                        Json.read(row.getString("names"), AnchoredNames.class))),
        Optional.ofNullable(row.getLong("voice")),
        Optional.ofNullable(row.getLong("meeting")),
        Optional.ofNullable(row.getString("station")),
        Optional.ofNullable(row.getString("lot")),
        Optional.ofNullable(row.getString("piece")));
  }

  private static List<TeamMember> toTeam(Row row) {
    List<Long> ids = Arrays.asList(row.getArrayOfLongs("members"));
    String[] names = row.getArrayOfStrings("member_names");
    return IntStream.range(0, ids.size())
        .mapToObj(at -> new TeamMember(ids.get(at), names[at]))
        .toList();
  }
}
