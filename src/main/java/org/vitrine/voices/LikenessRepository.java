package org.vitrine.voices;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.LikenessReader.AlikeVoices;

/** Which voices are alike, in PostgreSQL: for staff alone. */
final class LikenessRepository {
  private static final String ADD =
      """
      INSERT INTO voice_likeness (company_id, voice, other)
      SELECT v.company_id, v.number, p.other
        FROM unnest($1::bigint[], $2::bigint[]) AS p (number, other)
        JOIN voice v ON v.number = p.number
       ORDER BY v.number, p.other
      ON CONFLICT DO NOTHING\
      """;

  private static final String WHOSE =
      """
      SELECT number, company_id, order_id
        FROM voice
       WHERE number = ANY($1)\
      """;

  /** Each pair, from either side. */
  void add(Queries transaction, List<AlikeVoices> pairs) {
    transaction.execute(
        "voice_likeness.add",
        ADD,
        both(pairs, AlikeVoices::one, AlikeVoices::other),
        both(pairs, AlikeVoices::other, AlikeVoices::one));
  }

  private static Long[] both(
      List<AlikeVoices> pairs,
      Function<AlikeVoices, VoiceNumber> first,
      Function<AlikeVoices, VoiceNumber> second) {
    return Stream.concat(pairs.stream().map(first), pairs.stream().map(second))
        .map(VoiceNumber::value)
        .toArray(Long[]::new);
  }

  /** What open pages hear of it. */
  List<Change> pageChanges(Queries queries, List<AlikeVoices> pairs) {
    return queries.find(
        "voice_likeness.whose",
        WHOSE,
        row ->
            VoiceChange.asPageChange(
                VoiceRepository.number(row),
                new CompanyId(row.getLong("company_id")),
                VoiceRepository.order(row)),
        (Object) both(pairs, AlikeVoices::one, AlikeVoices::other));
  }
}
