package org.vitrine.notices;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.companies.Tier;
import org.vitrine.notices.NoticeChoices.ChosenTopic;
import org.vitrine.notices.Rhythm.Beat;
import org.vitrine.platform.database.Queries;

/** What people chose and administrators set, in PostgreSQL. */
final class ChoiceRepository {
  private static final String TOPICS =
      """
      SELECT topic, mode
        FROM notice_choice
       WHERE person_id = $1
       ORDER BY topic""";

  private static final String HOUR =
      """
      SELECT hour
        FROM digest_hour
       WHERE person_id = $1""";

  private static final String FORGET_TOPICS =
      """
      DELETE FROM notice_choice
       WHERE person_id = $1 AND topic = ANY($2)""";

  private static final String CHOOSE =
      """
      INSERT INTO notice_choice (person_id, topic, mode)
      SELECT $1, c.topic, c.mode
        FROM unnest($2::text[], $3::text[]) AS c (topic, mode)
      ON CONFLICT (person_id, topic) DO UPDATE SET mode = excluded.mode""";

  private static final String FORGET_HOUR =
      """
      DELETE FROM digest_hour
       WHERE person_id = $1""";

  private static final String CHOOSE_HOUR =
      """
      INSERT INTO digest_hour (person_id, hour)
      VALUES ($1, $2)
      ON CONFLICT (person_id) DO UPDATE SET hour = excluded.hour""";

  /** Two who choose for the same person at the same moment do so one after the other. */
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('notice choices ' || $1::bigint, 0))""";

  private static final String RHYTHM =
      """
      SELECT readers, tier, topic, mode
        FROM notice_rhythm""";

  /** Two who set it at the same moment do so one after the other. */
  private static final String LOCK_RHYTHM =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('notice rhythm', 0))""";

  private static final String SET_RHYTHM =
      """
      INSERT INTO notice_rhythm (readers, tier, topic, mode)
      SELECT readers, tier, topic, mode
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS b (readers, tier, topic, mode)
       ORDER BY readers, tier, topic
      ON CONFLICT (readers, tier, topic) DO UPDATE SET mode = excluded.mode""";

  NoticeChoices choices(Queries queries, long person) {
    List<ChosenTopic> topics = new ArrayList<>();
    queries
        .find("notice_choice.topics", TOPICS, ChoiceRepository::toChosen, person)
        .forEach(chosen -> chosen.ifPresent(topics::add));
    return new NoticeChoices(
        topics,
        queries.findOne("digest_hour.of", HOUR, row -> row.getInteger("hour"), person),
        List.of());
  }

  private static Optional<ChosenTopic> toChosen(Row row) {
    return NoticeTopic.known(row.getString("topic"))
        .map(topic -> new ChosenTopic(topic, NoticeMode.of(row.getString("mode"))));
  }

  void choose(Queries transaction, long person, NoticeChoices choices) {
    lock(transaction, person);
    transaction.execute("notice_choice.forget", FORGET_TOPICS, person, NoticeTopic.codes());
    choose(transaction, person, choices.topics());
    if (choices.digestHour().isPresent()) {
      transaction.execute("digest_hour.choose", CHOOSE_HOUR, person, choices.digestHour().get());
    } else {
      transaction.execute("digest_hour.forget", FORGET_HOUR, person);
    }
  }

  void choose(Queries transaction, long person, Collection<ChosenTopic> topics) {
    transaction.execute(
        "notice_choice.choose",
        CHOOSE,
        person,
        topics.stream().map(chosen -> chosen.topic().code()).toArray(String[]::new),
        topics.stream().map(chosen -> chosen.mode().code()).toArray(String[]::new));
  }

  void lock(Queries transaction, long person) {
    transaction.find("notice_choice.lock", LOCK, row -> person, person);
  }

  /** What was set; a topic or a tier of a later version is passed over. */
  List<Beat> rhythm(Queries queries) {
    List<Beat> set = new ArrayList<>();
    queries
        .find("notice_rhythm.list", RHYTHM, ChoiceRepository::toBeat)
        .forEach(beat -> beat.ifPresent(set::add));
    return set;
  }

  void lockRhythm(Queries transaction) {
    transaction.find("notice_rhythm.lock", LOCK_RHYTHM, row -> true);
  }

  void setRhythm(Queries transaction, List<Beat> beats) {
    transaction.execute(
        "notice_rhythm.set",
        SET_RHYTHM,
        column(beats, beat -> beat.readers().code()),
        column(beats, beat -> beat.tier().name().toLowerCase(Locale.ROOT)),
        column(beats, beat -> beat.topic().code()),
        column(beats, beat -> beat.mode().code()));
  }

  private static String[] column(List<Beat> beats, Function<Beat, String> of) {
    return beats.stream().map(of).toArray(String[]::new);
  }

  private static Optional<Beat> toBeat(Row row) {
    String readers = row.getString("readers");
    return NoticeTopic.known(row.getString("topic"))
        .map(
            topic ->
                new Beat(
                    NoticeReaders.STAFF.code().equals(readers)
                        ? NoticeReaders.STAFF
                        : NoticeReaders.CUSTOMERS,
                    Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                    topic,
                    NoticeMode.of(row.getString("mode"))));
  }
}
