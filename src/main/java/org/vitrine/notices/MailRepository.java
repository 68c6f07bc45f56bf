package org.vitrine.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import org.vitrine.platform.database.Queries;

/** Outgoing mail in PostgreSQL. */
final class MailRepository {
  private static final String ADD =
      """
      INSERT INTO mail (recipient, subject, body, created_at, next_attempt_at)
      VALUES ($1, $2, $3, $4, $4)""";

  void add(Queries transaction, String recipient, String subject, String body, Instant now) {
    transaction.execute("mail.add", ADD, recipient, subject, body, now.atOffset(ZoneOffset.UTC));
  }
}
