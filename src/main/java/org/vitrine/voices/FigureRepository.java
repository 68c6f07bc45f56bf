package org.vitrine.voices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
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

/** What commitments came to, in PostgreSQL. */
final class FigureRepository {
  private static final String KEEP =
      """
      INSERT INTO voice_outcome
             (company_id, voice, number, commitment, department, kind, tier, decided_at, missed, taken)
      SELECT $1, $2, w.number, w.commitment, w.department, w.kind, w.tier, w.decided_at, w.missed, w.taken
        FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                    $9::boolean[], $10::bigint[])
          AS w (number, commitment, department, kind, tier, decided_at, missed, taken)
      ON CONFLICT (voice, number) DO NOTHING""";

  private static final String TALLIES =
      """
      SELECT commitment, department, kind, tier,
             to_char(decided_at AT TIME ZONE $3, 'YYYY-MM') AS month,
             count(*) FILTER (WHERE NOT missed) AS kept, count(*) FILTER (WHERE missed) AS missed,
             array_agg(taken) AS taken
        FROM voice_outcome
       WHERE decided_at >= $1 AND decided_at < $2
       GROUP BY 1, 2, 3, 4, 5""";

  /** What stands there already stays. */
  void keep(
      Queries transaction, CompanyId company, VoiceNumber voice, List<CommitmentOutcome> settled) {
    transaction.execute(
        "voice_outcome.keep",
        KEEP,
        company.value(),
        voice.value(),
        array(settled, CommitmentOutcome::number, Integer[]::new),
        array(settled, one -> one.commitment().code(), String[]::new),
        array(settled, CommitmentOutcome::department, String[]::new),
        array(settled, one -> one.kind().code(), String[]::new),
        array(settled, one -> code(one.tier()), String[]::new),
        array(settled, one -> Sql.utc(one.decidedAt()), OffsetDateTime[]::new),
        array(settled, CommitmentOutcome::missed, Boolean[]::new),
        array(settled, one -> one.taken().orElseThrow().toSeconds(), Long[]::new));
  }

  private static <T> T[] array(
      List<CommitmentOutcome> settled,
      Function<CommitmentOutcome, T> value,
      IntFunction<T[]> ofSize) {
    return settled.stream().map(value).toArray(ofSize);
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

  private static Map.Entry<FigureKey, Tally> toTally(Row row) {
    return Map.entry(
        new FigureKey(
            Commitment.of(row.getString("commitment")),
            Optional.of(YearMonth.parse(row.getString("month"))),
            Optional.of(row.getString("department")),
            Optional.of(VoiceKind.of(row.getString("kind"))),
            Optional.of(Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)))),
        new Tally(
            row.getLong("kept"),
            row.getLong("missed"),
            Arrays.stream(row.getArrayOfLongs("taken")).mapToLong(Long::longValue).toArray()));
  }
}
