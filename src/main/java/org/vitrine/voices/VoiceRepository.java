package org.vitrine.voices;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceAnchor.AnchorNames;

/**
 * Voices and what happened to them, in PostgreSQL. Whatever a customer reaches takes their company,
 * and a link where they hold one; without a company, all is read.
 */
final class VoiceRepository {
  private static final String ADD =
      """
      INSERT INTO voice
        (company_id, number, order_id, order_number, line, stage, requirement, names, kind, title, said_at, said_by,
         person_id, glass_link_id, words, department, tier, piece, origin_kind, origin_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
      ON CONFLICT (number) DO NOTHING\
      """;

  private static final String LOCK =
      """
      SELECT number
        FROM voice
       WHERE number = $1 AND ($2::bigint IS NULL OR company_id = $2)
         AND ($3::bigint IS NULL OR glass_link_id = $3)
         FOR NO KEY UPDATE\
      """;

  private static final String FIND =
      """
      SELECT v.number, v.company_id, v.order_id, v.order_number, v.line, v.stage, v.requirement, v.piece,
             v.origin_kind, v.origin_key, v.names::text AS names, v.glass_link_id, v.version, e.bodies
        FROM voice v
        CROSS JOIN LATERAL (
          SELECT array_agg(body::text ORDER BY sequence) AS bodies
            FROM voice_event
           WHERE voice = v.number AND ($2::bigint IS NULL OR company_id = $2) AND ($2::bigint IS NULL OR NOT for_staff)) e
       WHERE v.number = ANY($1) AND ($2::bigint IS NULL OR v.company_id = $2)
         AND ($3::bigint IS NULL OR v.glass_link_id = $3)\
      """;

  private static final String APPEND =
      """
      INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, person_id, body)
      SELECT company_id, voice, sequence, at, kind, side, person_id, body::jsonb
        FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::timestamptz[], $5::text[], $6::text[], $7::bigint[],
                    $8::text[])
          AS e (company_id, voice, sequence, at, kind, side, person_id, body)\
      """;

  private static final String WORDS =
      """
      SELECT number, words
        FROM voice
       WHERE ($1::bigint IS NULL OR company_id = $1) AND ($2::bigint IS NULL OR glass_link_id = $2)
         AND state <> 'closed'
       ORDER BY said_at DESC, number DESC
       LIMIT $3\
      """;

  /** Returns false where the number is taken, by whomever. */
  boolean add(Queries transaction, Voice voice, String words) {
    VoiceAnchor anchor = voice.anchor();
    VoiceEvent.Said said = voice.said();
    return transaction.execute(
            "voice.add",
            ADD,
            voice.company().value(),
            voice.number().value(),
            anchor.order().map(OrderId::value).orElse(null),
            anchor.number().map(OrderNumber::value).orElse(null),
            anchor.line().orElse(null),
            anchor.stage().orElse(null),
            anchor.requirement().orElse(null),
            Json.text(anchor.names()),
            said.kind().code(),
            voice.title(),
            Sql.utc(said.at()),
            said.by().name(),
            VoiceParties.person(said).orElse(null),
            voice.link().orElse(null),
            words,
            said.department(),
            code(said.tier()),
            anchor.piece().orElse(null),
            anchor.origin().map(VoiceOrigin::kind).orElse(null),
            anchor.origin().map(VoiceOrigin::key).orElse(null))
        > 0;
  }

  /** Nobody else writes to it until the transaction ends; false where it is not theirs. */
  boolean lock(
      Queries transaction, VoiceNumber number, Optional<CompanyId> company, Optional<Long> link) {
    return transaction
        .findOne(
            "voice.lock",
            LOCK,
            row -> true,
            number.value(),
            company.map(CompanyId::value).orElse(null),
            link.orElse(null))
        .isPresent();
  }

  /** Those among these that are theirs, each with what of its events they may see. */
  List<Voice> find(
      Queries queries,
      Collection<VoiceNumber> numbers,
      Optional<CompanyId> company,
      Optional<Long> link) {
    return queries.find(
        "voice.find",
        FIND,
        VoiceRepository::toVoice,
        keys(numbers),
        company.map(CompanyId::value).orElse(null),
        link.orElse(null));
  }

  /** These that are there, with all that happened to them. */
  List<Voice> all(Queries transaction, List<VoiceNumber> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : find(transaction, numbers, Optional.empty(), Optional.empty());
  }

  /** One that is there, with all that happened to it, held until the transaction ends. */
  Voice locked(Queries transaction, VoiceNumber number) {
    lock(transaction, number, Optional.empty(), Optional.empty());
    return find(transaction, List.of(number), Optional.empty(), Optional.empty()).getFirst();
  }

  /** What is added to a voice. */
  record Addition(Voice before, List<VoiceEvent> more) {
    Addition {
      more = List.copyOf(more);
    }

    Voice after() {
      return before.with(more);
    }

    /** With one more behind them. */
    Addition and(VoiceEvent event) {
      return new Addition(before, Stream.concat(more.stream(), Stream.of(event)).toList());
    }

    /** One event under its number. */
    private record NumberedEvent(Voice voice, int sequence, VoiceEvent event) {}

    private Stream<NumberedEvent> numbered() {
      return IntStream.range(0, more.size())
          .mapToObj(at -> new NumberedEvent(before, before.version() + at + 1, more.get(at)));
    }
  }

  void append(Queries transaction, List<Addition> additions) {
    List<Addition.NumberedEvent> events = additions.stream().flatMap(Addition::numbered).toList();
    transaction.execute(
        "voice_event.append",
        APPEND,
        Sql.column(events, one -> one.voice().company().value(), Long[]::new),
        Sql.column(events, one -> one.voice().number().value(), Long[]::new),
        Sql.column(events, Addition.NumberedEvent::sequence, Integer[]::new),
        Sql.column(events, one -> Sql.utc(one.event().at()), OffsetDateTime[]::new),
        Sql.column(events, one -> one.event().code(), String[]::new),
        Sql.column(events, one -> VoiceParties.by(one.event()).side().code(), String[]::new),
        Sql.column(events, one -> VoiceParties.person(one.event()).orElse(null), Long[]::new),
        Sql.column(events, one -> one.event().json(), String[]::new));
  }

  /** The newest of this audience that are open, in the form in which they are compared. */
  Map<VoiceNumber, String> words(Queries queries, VoiceAudience audience, int most) {
    return queries
        .find(
            "voice.words",
            WORDS,
            row -> Map.entry(number(row), row.getString("words")),
            audience.company().map(CompanyId::value).orElse(null),
            audience.link().orElse(null),
            most)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static VoiceAnchor anchor(Row row) {
    return new VoiceAnchor(
        order(row),
        Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
        Optional.ofNullable(row.getInteger("line")),
        Optional.ofNullable(row.getString("stage")),
        Optional.ofNullable(row.getString("requirement")),
        Optional.ofNullable(row.getString("piece")),
        Optional.ofNullable(row.getString("origin_kind"))
            .map(kind -> new VoiceOrigin(kind, row.getString("origin_key"))),
        Json.read(row.getString("names"), AnchorNames.class));
  }

  /** Absent where it is about no order of its company's. */
  static Optional<OrderId> order(Row row) {
    return Optional.ofNullable(row.getLong("order_id")).map(OrderId::new);
  }

  static VoiceNumber number(Row row) {
    return new VoiceNumber(row.getLong("number"));
  }

  static Long[] keys(Collection<VoiceNumber> numbers) {
    return numbers.stream().map(VoiceNumber::value).toArray(Long[]::new);
  }

  private static Voice toVoice(Row row) {
    return new Voice(
        number(row),
        new CompanyId(row.getLong("company_id")),
        anchor(row),
        Optional.ofNullable(row.getLong("glass_link_id")),
        row.getInteger("version"),
        Arrays.stream(row.getArrayOfStrings("bodies")).map(VoiceEvent::of).toList());
  }

  static String code(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
