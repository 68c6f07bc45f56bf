package org.vitrine.mail;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Outgoing mail in PostgreSQL. What is not to be sent any more has no next attempt. */
final class MailRepository {
  private static final String ADD =
      """
      INSERT INTO mail (lane, recipient, subject, body, html, created_at, next_attempt_at, unsubscribe, calendar,
                        calendar_method)
      SELECT $1, $2, $3, $4, $5, $6, $6, $8, $9, $10
       WHERE (SELECT count(*)
                FROM (SELECT 1 FROM mail
                       WHERE lane = $1 AND sent_at IS NULL AND next_attempt_at IS NOT NULL LIMIT $7) waiting) < $7
      RETURNING id\
      """;

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
      RETURNING id, recipient, subject, body, html, unsubscribe, calendar, calendar_method, created_at,
                EXISTS (SELECT FROM bouncing_address b WHERE b.email = recipient AND NOT b.in_doubt) AS bounces,
                EXISTS (SELECT FROM bouncing_address b WHERE b.email = recipient) AS doubted\
      """;

  /** Of links to sign in and of those by which such mails are ended. */
  private static final String WITHOUT_LINK =
      "regexp_replace(body, '([#/=])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])', '\\1…', 'g')";

  /** A mail that is out has done its work: its links are not kept, nor how it looked. */
  private static final String SENT =
      """
      UPDATE mail
         SET sent_at = $2, next_attempt_at = NULL, set_aside_at = NULL, error = NULL,
             html = NULL, unsubscribe = NULL, calendar = NULL, calendar_method = NULL, body = %s, has_links = false
       WHERE id = $1\
      """
          .formatted(WITHOUT_LINK);

  private static final String NOT_SENT =
      """
      UPDATE mail
         SET error = $2
       WHERE id = $1\
      """;

  private static final String SET_ASIDE =
      """
      UPDATE mail
         SET next_attempt_at = NULL, set_aside_at = $2, error = $3
       WHERE id = $1\
      """;

  private static final String GIVE_UP =
      """
      UPDATE mail
         SET next_attempt_at = NULL, set_aside_at = $3
       WHERE lane = $1 AND sent_at IS NULL AND next_attempt_at IS NOT NULL AND attempts > 0
         AND coalesce(tried_since, created_at) < $2\
      """;

  private static final String TRY_AGAIN =
      """
      UPDATE mail
         SET next_attempt_at = $2, tried_since = $2, set_aside_at = NULL, attempts = 0
       WHERE id = $1 AND set_aside_at IS NOT NULL AND created_at > $3\
      """;

  private static final String SHOWN =
      """
      UPDATE mail
         SET next_attempt_at = NULL, html = NULL, unsubscribe = NULL, calendar = NULL, calendar_method = NULL
       WHERE id = $1\
      """;

  private static final String FORGET_LINKS =
      """
      UPDATE mail
         SET body = %s, html = NULL, unsubscribe = NULL, calendar = NULL, calendar_method = NULL, has_links = false
       WHERE created_at < $1 AND has_links\
      """
          .formatted(WITHOUT_LINK);

  private static final String FORGET =
      """
      DELETE FROM mail
       WHERE created_at < $1\
      """;

  private static final String FIRST_LEFT =
      """
      SELECT min(sent_at) AS left_at
        FROM mail
       WHERE id = ANY($1)
         AND NOT EXISTS (SELECT FROM bouncing_address b WHERE b.email = recipient AND NOT b.in_doubt)\
      """;

  private static final String STANDING =
      """
      SELECT count(*) FILTER (WHERE next_attempt_at IS NOT NULL) AS waiting,
             min(created_at) FILTER (WHERE next_attempt_at IS NOT NULL) AS since,
             count(*) FILTER (WHERE set_aside_at IS NOT NULL) AS set_aside
        FROM mail
       WHERE sent_at IS NULL\
      """;

  private static final String LIST =
      """
      SELECT m.id, m.recipient, m.subject, m.body, m.created_at, m.sent_at, m.next_attempt_at, m.set_aside_at, m.error
        FROM mail m
       WHERE ($2::bigint IS NULL OR m.id < $2)
         AND ($1::text[] IS NULL OR m.recipient = ANY($1))
         AND ($4::bigint IS NULL OR m.id = $4)
       ORDER BY m.id DESC
       LIMIT $3\
      """;

  /** Returns its key; nothing where too many wait in this lane. */
  Optional<Long> add(
      Queries transaction,
      MailLane lane,
      MailAddress to,
      MailText mail,
      Instant now,
      int mostWaiting) {
    return transaction.findOne(
        "mail.add",
        ADD,
        row -> row.getLong("id"),
        lane.code(),
        to.text(),
        mail.subject(),
        mail.text(),
        mail.html(),
        Sql.utc(now),
        mostWaiting,
        mail.leave().orElse(null),
        mail.calendar().map(MailCalendar::text).orElse(null),
        mail.calendar().map(MailCalendar::method).orElse(null));
  }

  /** When the first of these left to an address that does not bounce. */
  Optional<Instant> firstLeft(Queries queries, Collection<Long> mails) {
    return queries
        .findOne(
            "mail.first_left",
            FIRST_LEFT,
            row -> moment(row, "left_at"),
            (Object) mails.toArray(Long[]::new))
        .flatMap(left -> left);
  }

  MailQueue.MailStanding standing(Queries queries) {
    return queries
        .findOne(
            "mail.standing",
            STANDING,
            row ->
                new MailQueue.MailStanding(
                    row.getLong("waiting"),
                    Optional.ofNullable(row.getOffsetDateTime("since"))
                        .map(OffsetDateTime::toInstant),
                    row.getLong("set_aside")))
        .orElseThrow();
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

  void setAside(Queries queries, long id, Instant now, String why) {
    queries.execute("mail.set_aside", SET_ASIDE, id, Sql.utc(now), why);
  }

  /** Sets aside what was tried in vain since before this; returns how many there were. */
  int giveUp(Queries queries, MailLane lane, Instant triedSince, Instant now) {
    return queries.execute("mail.give_up", GIVE_UP, lane.code(), Sql.utc(triedSince), Sql.utc(now));
  }

  /** Returns false where it is not set aside, or too old. */
  boolean tryAgain(Queries queries, long id, Instant now, Instant createdAfter) {
    return queries.execute("mail.try_again", TRY_AGAIN, id, Sql.utc(now), Sql.utc(createdAfter))
        > 0;
  }

  /** One of those that were sent to these addresses; absent for all. */
  Optional<Mail> find(Queries queries, Optional<List<String>> recipients, long id) {
    return list(queries, recipients, Optional.empty(), 1, Optional.of(id)).stream().findFirst();
  }

  /** Links die; so does what is written about them. */
  void sweep(Queries queries, Instant now, Duration linksKept, Duration mailKept) {
    queries.execute("mail.forget", FORGET, Sql.utc(now.minus(mailKept)));
    queries.execute("mail.forget_links", FORGET_LINKS, Sql.utc(now.minus(linksKept)));
  }

  List<Mail> list(
      Queries queries, Optional<List<String>> recipients, Optional<Long> before, int limit) {
    return list(queries, recipients, before, limit, Optional.empty());
  }

  private static List<Mail> list(
      Queries queries,
      Optional<List<String>> recipients,
      Optional<Long> before,
      int limit,
      Optional<Long> one) {
    return queries.find(
        "mail.list",
        LIST,
        MailRepository::toMail,
        recipients.map(all -> all.toArray(String[]::new)).orElse(null),
        before.orElse(null),
        limit,
        one.orElse(null));
  }

  private static DueMail toDue(Row row) {
    return new DueMail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        Optional.ofNullable(row.getString("html")),
        Optional.ofNullable(row.getString("unsubscribe")),
        Optional.ofNullable(row.getString("calendar"))
            .map(text -> new MailCalendar(row.getString("calendar_method"), text)),
        row.getBoolean("bounces"),
        row.getBoolean("doubted"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private static Mail toMail(Row row) {
    return new Mail(
        row.getLong("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        state(row),
        row.getOffsetDateTime("created_at").toInstant(),
        moment(row, "sent_at"),
        moment(row, "next_attempt_at"),
        Optional.ofNullable(row.getString("error")));
  }

  private static MailState state(Row row) {
    return moment(row, "sent_at").isPresent()
        ? MailState.SENT
        : moment(row, "next_attempt_at").isPresent()
            ? MailState.WAITING
            : moment(row, "set_aside_at").isPresent() ? MailState.SET_ASIDE : MailState.KEPT;
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
