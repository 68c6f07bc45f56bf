package org.vitrine.people;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The links by which mails are left, in PostgreSQL. */
final class UnsubscribeRepository {
  private static final String KEEP =
      """
      INSERT INTO unsubscribe_link (token_hash, person_id, topics, orders, made_at)
      VALUES ($1, $2, $3, $4, $5)""";

  private static final String FIND =
      """
      SELECT person_id, topics, orders
        FROM unsubscribe_link
       WHERE token_hash = $1""";

  private static final String FORGET =
      """
      DELETE FROM unsubscribe_link
       WHERE made_at < $1""";

  void keep(Queries transaction, Token link, LeftMails left, Instant now) {
    transaction.execute(
        "unsubscribe_link.keep",
        KEEP,
        Buffer.buffer(link.hash()),
        left.person(),
        left.topics().toArray(String[]::new),
        left.orders().toArray(Long[]::new),
        Sql.utc(now));
  }

  Optional<LeftMails> find(Queries queries, Token link) {
    return queries.findOne(
        "unsubscribe_link.find",
        FIND,
        row ->
            new LeftMails(
                row.getLong("person_id"),
                List.of(row.getArrayOfStrings("topics")),
                List.of(row.getArrayOfLongs("orders"))),
        Buffer.buffer(link.hash()));
  }

  void forget(Queries queries, Instant madeBefore) {
    queries.execute("unsubscribe_link.forget", FORGET, Sql.utc(madeBefore));
  }
}
