package org.vitrine.meetings;

import java.util.Collection;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/** Who does not want mails about minutes any more, in PostgreSQL. */
final class MinutesMailRepository {
  private static final String LEFT_BY =
      """
      SELECT person_id
        FROM meeting_mail_left
       WHERE topic = $1 AND person_id = ANY($2)""";

  private static final String LEAVE =
      """
      INSERT INTO meeting_mail_left (person_id, topic)
      SELECT $1, topic
        FROM unnest($2::text[]) AS t (topic)
       ORDER BY topic
      ON CONFLICT (person_id, topic) DO NOTHING""";

  Set<Long> left(Queries queries, String topic, Collection<Long> people) {
    return Set.copyOf(
        queries.find(
            "meeting_mail_left.by",
            LEFT_BY,
            row -> row.getLong("person_id"),
            topic,
            people.toArray(Long[]::new)));
  }

  void leave(Queries transaction, long person, Collection<String> topics) {
    transaction.execute("meeting_mail_left.leave", LEAVE, person, topics.toArray(String[]::new));
  }
}
