package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What several voices have in common, in PostgreSQL: for staff alone. */
final class VoiceCauseRepository {
  private static final String MAKE =
      """
      INSERT INTO voice_cause (title, made_at, made_by)
      VALUES ($1, $2, $3)
      RETURNING id\
      """;

  private static final String LOCK =
      """
      SELECT title
        FROM voice_cause
       WHERE id = $1
         FOR NO KEY UPDATE\
      """;

  private static final String JOIN =
      """
      INSERT INTO voice_cause_member (company_id, voice, cause)
      VALUES ($1, $2, $3)
      ON CONFLICT (voice) DO UPDATE SET cause = excluded.cause\
      """;

  private static final String LEAVE =
      """
      DELETE FROM voice_cause_member
       WHERE voice = $1\
      """;

  private static final String NUMBERS =
      """
      SELECT voice AS number
        FROM voice_cause_member
       WHERE cause = $1
       ORDER BY voice\
      """;

  private static final String CAUSES =
      """
      SELECT DISTINCT cause
        FROM voice_cause_member
       WHERE voice = ANY($1)\
      """;

  private static final String SHOWN =
      """
      SELECT v.number, v.company_id, v.order_id
        FROM voice_cause_member m
        JOIN voice v ON v.number = m.voice
       WHERE m.cause = ANY($1)
       ORDER BY v.number\
      """;

  private static final String MEMBERS =
      """
      SELECT k.id, k.title, v.number, v.title AS voice_title, v.state, c.code, c.name
        FROM voice_cause k
        JOIN voice_cause_member m ON m.cause = k.id
        JOIN voice v ON v.number = m.voice
        JOIN company_card c ON c.id = v.company_id
       WHERE k.id = ANY($1)
       ORDER BY k.id, v.said_at, v.number\
      """;

  long make(Queries transaction, String title, Instant now, String actor) {
    return transaction
        .findOne("voice_cause.make", MAKE, row -> row.getLong("id"), title, Sql.utc(now), actor)
        .orElseThrow();
  }

  /** Its title; nobody else puts voices under it until the transaction ends. */
  Optional<String> lock(Queries transaction, long cause) {
    return transaction.findOne("voice_cause.lock", LOCK, row -> row.getString("title"), cause);
  }

  void join(Queries transaction, Voice voice, long cause) {
    transaction.execute(
        "voice_cause.join", JOIN, voice.company().value(), voice.number().value(), cause);
  }

  void leave(Queries transaction, Voice voice) {
    transaction.execute("voice_cause.leave", LEAVE, voice.number().value());
  }

  List<VoiceNumber> numbers(Queries queries, long cause) {
    return queries.find("voice_cause.numbers", NUMBERS, VoiceRepository::number, cause);
  }

  /** Those under which any of these are. */
  List<Long> causes(Queries queries, Collection<VoiceNumber> voices) {
    return queries.find(
        "voice_cause.of",
        CAUSES,
        row -> row.getLong("cause"),
        (Object) VoiceRepository.keys(voices));
  }

  /** What open pages hear, each of which shows all that are under its cause. */
  List<Change> pageChanges(Queries queries, Collection<Long> causes) {
    return queries.find(
        "voice_cause.shown",
        SHOWN,
        row ->
            VoiceChange.asPageChange(
                VoiceRepository.number(row),
                new CompanyId(row.getLong("company_id")),
                VoiceRepository.order(row)),
        (Object) causes.toArray(Long[]::new));
  }

  /** Each cause with the voices that are under it, as pages show it. */
  Map<Long, ObjectNode> members(Queries queries, Collection<Long> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<Long, ObjectNode> shown = new HashMap<>();
    queries.find(
        "voice_cause.members",
        MEMBERS,
        row -> {
          ObjectNode cause =
              shown.computeIfAbsent(
                  row.getLong("id"),
                  id -> Json.object().put("id", id).put("title", row.getString("title")));
          return cause
              .withArray("voices")
              .addObject()
              .put("number", row.getLong("number"))
              .put("title", row.getString("voice_title"))
              .put("state", row.getString("state"))
              .set(
                  "company",
                  Json.object()
                      .put("key", row.getString("code"))
                      .put("name", row.getString("name")));
        },
        (Object) wanted.toArray(Long[]::new));
    return shown;
  }
}
