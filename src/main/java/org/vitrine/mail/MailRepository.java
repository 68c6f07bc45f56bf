package org.vitrine.mail;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Outgoing mail in PostgreSQL. What is not to be sent any more has no next attempt. */
final class MailRepository {
  private static final String ADD =
      """
      INSERT INTO mail (lane, recipient, subject, body, html, created_at, next_attempt_at)
      SELECT $1, $2, $3, $4, $5, $6, $6
       WHERE (SELECT count(*)
                FROM (SELECT 1 FROM mail
                       WHERE lane = $1 AND sent_at IS NULL AND next_attempt_at IS NOT NULL LIMIT $7) waiting) < $7""";

  /**
   * One mail that is due. Its next attempt is set before this one begins: if we die meanwhile,
   * somebody goes on, and no two nodes send the same.
   */
  private static final String CLAIM =
      """
      UPDATE mail
         SET attempts = attempts + 1,
             next_attempt_at = $1 + least(interval '1 hour', interval '1 minute' * power(2, least(attempts, 10)))
       WHERE id = (SELECT id FROM mail
                    WHERE lane = $2 AND sent_at IS NULL AND next_attempt_at <= $1
                    ORDER BY next_attempt_at, id
                    LIMIT 1
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient, subject, body, html, created_at""";

  private static final String WITHOUT_LINK =
      "regexp_replace(body, '#[A-Za-z0-9_-]{43}', '#…', 'g')";

  /** A mail that is out has done its work: its link is not kept, nor how it looked. */
  private static final String SENT =
      """
      UPDATE mail
         SET sent_at = $2, next_attempt_at = NULL, error = NULL, html = NULL, body = %s
       WHERE id = $1"""
          .formatted(WITHOUT_LINK);

  private static final String NOT_SENT =
      """
      UPDATE mail
         SET error = $2
       WHERE id = $1""";

  private static final String GIVE_UP =
      """
      UPDATE mail
         SET next_attempt_at = NULL
       WHERE lane = $1 AND sent_at IS NULL AND next_attempt_at IS NOT NULL AND attempts > 0 AND created_at < $2""";

  private static final String SHOWN =
      """
      UPDATE mail
         SET next_attempt_at = NULL, html = NULL
       WHERE id = $1""";

  private static final String FORGET_LINKS =
      """
      UPDATE mail
         SET body = %1$s, html = NULL
       WHERE created_at < $1 AND (body <> %1$s OR html IS NOT NULL)"""
          .formatted(WITHOUT_LINK);

  private static final String FORGET =
      """
      DELETE FROM mail
       WHERE created_at < $1""";

  private static final String LIST =
      """
      SELECT m.id, m.recipient, m.subject, m.body, m.created_at, m.sent_at, m.error
        FROM mail m
       WHERE ($2::bigint IS NULL OR m.id < $2)
         AND ($1::text[] IS NULL OR m.recipient = ANY($1))
       ORDER BY m.id DESC
       LIMIT $3""";

  /** Returns false where too many wait in this lane. */
  boolean add(
      Queries transaction,
      MailLane lane,
      MailAddress to,
      MailText mail,
      Instant now,
      int mostWaiting) {
    return transaction.execute(
            "mail.add",
            ADD,
            lane.code(),
            to.text(),
            mail.subject(),
            mail.text(),
            mail.html(),
            Sql.utc(now),
            mostWaiting)
        > 0;
  }

  Optional<DueMail> claim(Queries queries, MailLane lane, Instant now) {
    return queries.findOne("mail.claim", CLAIM, MailRepository::toDue, Sql.utc(now), lane.code());
  }

  void sent(Queries queries, long id, Instant now) {
    queries.execute("mail.sent", SENT, id, Sql.utc(now));
  }

  void notSent(Queries queries, long id, String why) {
    queries.execute("mail.not_sent", NOT_SENT, id, why);
  }

  /** Where no server takes our mail, it was shown, and is not sent later. */
  void shown(Queries queries, long id) {
    queries.execute("mail.shown", SHOWN, id);
  }

  int giveUp(Queries queries, MailLane lane, Instant createdBefore) {
    return queries.execute("mail.give_up", GIVE_UP, lane.code(), Sql.utc(createdBefore));
  }

  /** Links die; so does what is written about them. */
  void sweep(Queries queries, Instant now, Duration linksKept, Duration mailKept) {
    queries.execute("mail.forget_links", FORGET_LINKS, Sql.utc(now.minus(linksKept)));
    queries.execute("mail.forget", FORGET, Sql.utc(now.minus(mailKept)));
  }

  List<Mail> list(
      Queries queries, Optional<List<String>> recipients, Optional<Long> before, int limit) {
    return queries.find(
        "mail.list",
        LIST,
        MailRepository::toMail,
        recipients.map(all -> all.toArray(String[]::new)).orElse(null),
        before.orElse(null),
        limit);
  }

  private static DueMail toDue(Row row) {
    return new DueMail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        Optional.ofNullable(row.getString("html")),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private static Mail toMail(Row row) {
    return new Mail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("sent_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("error")));
  }
}
