package org.vitrine.delays;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** By which links of mails offers are answered, in PostgreSQL. */
final class OfferSecretRepository {
  private static final String ADD =
      """
      INSERT INTO delay_secret (token_hash, offer, person_id, expires_at, mail_id)
      VALUES ($1, $2, $3, $4, $5)\
      """;

  private static final String FIND =
      """
      SELECT offer, person_id
        FROM delay_secret
       WHERE token_hash = $1 AND expires_at > $2\
      """;

  private static final String MAILS =
      """
      SELECT mail_id
        FROM delay_secret
       WHERE offer = $1 AND mail_id IS NOT NULL\
      """;

  private static final String SWEEP =
      """
      DELETE FROM delay_secret
       WHERE expires_at < $1\
      """;

  /** What a link is bound to. */
  record SecretOf(OfferId offer, long person) {}

  /**
   * @param mail in which it stands
   */
  void add(
      Queries transaction, Token token, OfferId offer, long person, Instant expires, long mail) {
    transaction.execute(
        "delay_secret.add", ADD, hash(token), offer.text(), person, Sql.utc(expires), mail);
  }

  /** In which mails the links to an offer stand. */
  List<Long> mails(Queries queries, OfferId offer) {
    return queries.find("delay_secret.mails", MAILS, row -> row.getLong("mail_id"), offer.text());
  }

  Optional<SecretOf> find(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "delay_secret.find",
        FIND,
        row -> new SecretOf(new OfferId(row.getString("offer")), row.getLong("person_id")),
        hash(token),
        Sql.utc(now));
  }

  void sweep(Queries queries, Instant endedBefore) {
    queries.execute("delay_secret.sweep", SWEEP, Sql.utc(endedBefore));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
