package org.vitrine.voices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.voices.Figure.Tally;
import org.vitrine.voices.Figures.DayOutcomes;

/** What commitments came to, in PostgreSQL. */
final class FigureRepository {
  private static final String KEEP =
      """
      INSERT INTO voice_outcome
             (company_id, voice, number, commitment, department, kind, tier, decided_at, missed, taken)
      SELECT w.company_id, w.voice, w.number, w.commitment, w.department, w.kind, w.tier, w.decided_at, w.missed, w.taken
        FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::timestamptz[], $9::boolean[], $10::bigint[])
          AS w (company_id, voice, number, commitment, department, kind, tier, decided_at, missed, taken)
      ON CONFLICT (voice, number) DO NOTHING\
      """;

  private static final String TALLIES =
      """
      SELECT commitment, department, kind, tier,
             to_char(decided_at AT TIME ZONE $3, 'YYYY-MM') AS month,
             count(*) FILTER (WHERE NOT missed) AS kept, count(*) FILTER (WHERE missed) AS missed,
             array_agg(taken) AS taken
        FROM voice_outcome
       WHERE decided_at >= $1 AND decided_at < $2
       GROUP BY 1, 2, 3, 4, 5\
      """;

  private static final String BY_DAY =
      """
      SELECT company_id, tier, (decided_at AT TIME ZONE $3)::date AS day,
             count(*) FILTER (WHERE NOT missed) AS kept, count(*) FILTER (WHERE missed) AS missed
        FROM voice_outcome
       WHERE decided_at >= $1::date::timestamp AT TIME ZONE $3 AND decided_at < ($2::date + 1)::timestamp AT TIME ZONE $3
       GROUP BY 1, 2, 3\
      """;

  /** That something of a voice is decided. */
  record SettledOutcome(CompanyId company, VoiceNumber voice, CommitmentOutcome outcome) {}

  /** What stands there already stays. */
  void keep(Queries transaction, List<SettledOutcome> settled) {
    List<CommitmentOutcome> outcomes = settled.stream().map(SettledOutcome::outcome).toList();
    transaction.execute(
        "voice_outcome.keep",
        KEEP,
        array(settled, one -> one.company().value(), Long[]::new),
        array(settled, one -> one.voice().value(), Long[]::new),
        array(outcomes, CommitmentOutcome::number, Integer[]::new),
        array(outcomes, one -> one.commitment().code(), String[]::new),
        array(outcomes, CommitmentOutcome::department, String[]::new),
        array(outcomes, one -> one.kind().code(), String[]::new),
        array(outcomes, one -> code(one.tier()), String[]::new),
        array(outcomes, one -> Sql.utc(one.decidedAt()), OffsetDateTime[]::new),
        array(outcomes, CommitmentOutcome::missed, Boolean[]::new),
        array(outcomes, one -> one.taken().orElseThrow().toSeconds(), Long[]::new));
  }

  private static <S, T> T[] array(List<S> from, Function<S, T> value, IntFunction<T[]> ofSize) {
    return from.stream().map(value).toArray(ofSize);
  }

  private static String code(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /** Each with all of its dimensions. */
  List<Map.Entry<FigureKey, Tally>> tallies(
      Queries queries, Instant from, Instant to, ZoneId zone) {
    return queries.find(
        "voice_outcome.tallies",
        TALLIES,
        FigureRepository::toTally,
        Sql.utc(from),
        Sql.utc(to),
        zone.getId());
  }

  /** Each company's, day by day, all commitments together. */
  List<DayOutcomes> byDay(Queries queries, LocalDate from, LocalDate until, ZoneId zone) {
    return queries.find(
        "voice_outcome.by_day", BY_DAY, FigureRepository::toDay, from, until, zone.getId());
  }

  private static DayOutcomes toDay(Row row) {
    return new DayOutcomes(
        new CompanyId(row.getLong("company_id")),
        tier(row),
        row.getLocalDate("day"),
        row.getLong("kept"),
        row.getLong("missed"));
  }

  private static Tier tier(Row row) {
    return Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT));
  }

  private static Map.Entry<FigureKey, Tally> toTally(Row row) {
    return Map.entry(
        new FigureKey(
            Commitment.of(row.getString("commitment")),
            Optional.of(YearMonth.parse(row.getString("month"))),
            Optional.of(row.getString("department")),
            Optional.of(VoiceKind.of(row.getString("kind"))),
            Optional.of(tier(row))),
        new Tally(
            row.getLong("kept"),
            row.getLong("missed"),
            Arrays.stream(row.getArrayOfLongs("taken")).mapToLong(Long::longValue).toArray()));
  }
}
