package org.vitrine.actions;

import java.util.Collection;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/** Which mails about actions people do not want any more, in PostgreSQL. */
final class ActionMailRepository {
  private static final String LEFT =
      """
      SELECT topic
        FROM action_mail_left
       WHERE person_id = $1""";

  private static final String LEFT_BY =
      """
      SELECT person_id
        FROM action_mail_left
       WHERE topic = $1 AND person_id = ANY($2)""";

  private static final String LEAVE =
      """
      INSERT INTO action_mail_left (person_id, topic)
      SELECT $1, topic
        FROM unnest($2::text[]) AS t (topic)
       ORDER BY topic
      ON CONFLICT (person_id, topic) DO NOTHING""";

  private static final String WISH =
      """
      DELETE FROM action_mail_left
       WHERE person_id = $1 AND topic = ANY($2)""";

  Set<String> left(Queries queries, long person) {
    return Set.copyOf(
        queries.find("action_mail_left.of", LEFT, row -> row.getString("topic"), person));
  }

  Set<Long> leftBy(Queries queries, String topic, Collection<Long> people) {
    return Set.copyOf(
        queries.find(
            "action_mail_left.by",
            LEFT_BY,
            row -> row.getLong("person_id"),
            topic,
            people.toArray(Long[]::new)));
  }

  void leave(Queries transaction, long person, Collection<String> topics) {
    transaction.execute("action_mail_left.leave", LEAVE, person, topics.toArray(String[]::new));
  }

  void wish(Queries transaction, long person, Collection<String> topics) {
    transaction.execute("action_mail_left.wish", WISH, person, topics.toArray(String[]::new));
  }
}
