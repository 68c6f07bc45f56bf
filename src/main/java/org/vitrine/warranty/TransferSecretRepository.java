package org.vitrine.warranty;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** By what pieces are taken over, in PostgreSQL: nothing but hashes. */
final class TransferSecretRepository {
  private static final String ADD =
      """
      INSERT INTO piece_transfer_secret (hash, purpose, transfer, address, language, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)\
      """;

  private static final String FIND =
      """
      SELECT transfer, address, language
        FROM piece_transfer_secret
       WHERE hash = $1 AND purpose = $2 AND expires_at > $3\
      """;

  private static final String LINKS =
      """
      SELECT count(*) AS links
        FROM piece_transfer_secret
       WHERE transfer = $1 AND purpose = 'link'\
      """;

  private static final String END =
      """
      DELETE FROM piece_transfer_secret
       WHERE transfer = ANY($1)\
      """;

  private static final String SWEEP =
      """
      DELETE FROM piece_transfer_secret
       WHERE expires_at < $1\
      """;

  /**
   * What a secret opens.
   *
   * @param address where its link was mailed to
   * @param language in which that was asked for
   */
  record OpenedTransfer(long transfer, Optional<String> address, Optional<String> language) {}

  void add(Queries transaction, TransferSecret secret, OpenedTransfer opens, Instant expires) {
    transaction.execute(
        "piece_transfer_secret.add",
        ADD,
        hash(secret),
        secret.purpose().code(),
        opens.transfer(),
        opens.address().orElse(null),
        opens.language().orElse(null),
        Sql.utc(expires));
  }

  /** Nothing where there is none, or it has run out. */
  Optional<OpenedTransfer> find(Queries queries, TransferSecret secret, Instant now) {
    return queries.findOne(
        "piece_transfer_secret.find",
        FIND,
        TransferSecretRepository::toOpened,
        hash(secret),
        secret.purpose().code(),
        Sql.utc(now));
  }

  /** How many links to it were mailed. */
  long links(Queries queries, long transfer) {
    return queries
        .findOne("piece_transfer_secret.links", LINKS, row -> row.getLong("links"), transfer)
        .orElseThrow();
  }

  /** None of them opens anything any more. */
  void end(Queries transaction, Collection<Long> transfers) {
    if (!transfers.isEmpty()) {
      transaction.execute(
          "piece_transfer_secret.end", END, (Object) transfers.toArray(Long[]::new));
    }
  }

  void sweep(Queries queries, Instant before) {
    queries.execute("piece_transfer_secret.sweep", SWEEP, Sql.utc(before));
  }

  private static Buffer hash(TransferSecret secret) {
    return Buffer.buffer(secret.hash());
  }

  private static OpenedTransfer toOpened(Row row) {
    return new OpenedTransfer(
        row.getLong("transfer"),
        Optional.ofNullable(row.getString("address")),
        Optional.ofNullable(row.getString("language")));
  }
}
