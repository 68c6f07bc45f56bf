package org.vitrine.warranty;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.warranty.IdentityKeys.KeyedHash;

/** What opens a piece's cover without an account, in PostgreSQL: hashes alone. */
final class PieceSecretRepository {
  /** One row, whether there is such a piece or not. */
  private static final String EVIDENCE =
      """
      SELECT (SELECT p.hash FROM warranty_password p WHERE p.piece = k.piece) AS hash,
             ARRAY(SELECT i.key_version || ':' || encode(i.hmac, 'hex')
                     FROM warranty_identity i WHERE i.piece = k.piece) AS identities,
             ARRAY(SELECT c.key_version || ':' || encode(c.hmac, 'hex')
                     FROM warranty_code c WHERE c.piece = k.piece AND c.expires_at > $2) AS codes
        FROM (VALUES ($1::text)) AS k(piece)\
      """;

  private static final String SAVE_PASSWORD =
      """
      INSERT INTO warranty_password (piece, hash, made_at, made_by)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (piece) DO UPDATE
         SET hash = excluded.hash, made_at = excluded.made_at, made_by = excluded.made_by
       WHERE $5::boolean\
      """;

  private static final String FORGET_PASSWORD =
      """
      DELETE FROM warranty_password
       WHERE piece = $1\
      """;

  private static final String FORGET_CODES =
      """
      DELETE FROM warranty_code
       WHERE piece = $1\
      """;

  private static final String FORGET_IDENTITIES =
      """
      DELETE FROM warranty_identity
       WHERE piece = $1\
      """;

  private static final String ADD_IDENTITY =
      """
      INSERT INTO warranty_identity (piece, key_version, hmac, shown, recorded_at, recorded_by)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (piece, hmac) DO NOTHING\
      """;

  private static final String SHOWN =
      """
      SELECT shown
        FROM warranty_identity
       WHERE piece = $1
       ORDER BY recorded_at, hmac\
      """;

  private static final String KEY_VERSIONS =
      """
      SELECT DISTINCT key_version
        FROM warranty_identity
       ORDER BY key_version\
      """;

  private static final String WITH_PASSWORD =
      """
      SELECT piece, made_at
        FROM warranty_password
       WHERE piece = ANY($1)\
      """;

  private static final String ADD_CODE =
      """
      INSERT INTO warranty_code (piece, key_version, hmac, expires_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (piece, hmac) DO UPDATE
         SET expires_at = excluded.expires_at\
      """;

  private static final String SWEEP_CODES =
      """
      DELETE FROM warranty_code
       WHERE expires_at <= $1\
      """;

  /** What a try is compared with. */
  record PieceProof(Optional<String> password, List<KeyedHash> identities, List<KeyedHash> codes) {}

  /** A card that was made, for the piece with this serial in one form. */
  record MadeCard(String piece, Instant at) {}

  PieceProof proof(Queries queries, WarrantySerial serial, Instant now) {
    return queries
        .findOne(
            "warranty_secret.proof",
            EVIDENCE,
            PieceSecretRepository::toProof,
            serial.key(),
            Sql.utc(now))
        .orElseThrow();
  }

  /**
   * False where there is one that stays.
   *
   * @param again in place of one that there is
   */
  boolean savePassword(
      Queries transaction,
      WarrantySerial serial,
      String hash,
      boolean again,
      Instant at,
      String by) {
    return transaction.execute(
            "warranty_password.save", SAVE_PASSWORD, serial.key(), hash, Sql.utc(at), by, again)
        > 0;
  }

  /** Whoever was recognised as its buyer, or mailed a code, is its owner no longer. */
  void forgetOwner(Queries transaction, WarrantySerial serial) {
    forgetIdentities(transaction, serial);
    transaction.execute("warranty_code.forget", FORGET_CODES, serial.key());
  }

  /** Whatever opens it, its card too. */
  void forget(Queries transaction, WarrantySerial serial) {
    forgetOwner(transaction, serial);
    transaction.execute("warranty_password.forget", FORGET_PASSWORD, serial.key());
  }

  void forgetIdentities(Queries transaction, WarrantySerial serial) {
    transaction.execute("warranty_identity.forget", FORGET_IDENTITIES, serial.key());
  }

  void addIdentity(
      Queries transaction,
      WarrantySerial serial,
      KeyedHash hash,
      String shown,
      Instant at,
      String by) {
    transaction.execute(
        "warranty_identity.add",
        ADD_IDENTITY,
        serial.key(),
        hash.keyVersion(),
        Buffer.buffer(hash.hmac()),
        shown,
        Sql.utc(at),
        by);
  }

  /** The last digits of what is recorded. */
  List<String> shown(Queries queries, WarrantySerial serial) {
    return queries.find(
        "warranty_identity.shown", SHOWN, row -> row.getString("shown"), serial.key());
  }

  /** The keys under which identities are recorded, as they are called. */
  List<String> keyVersions(Queries queries) {
    return queries.find(
        "warranty_identity.key_versions", KEY_VERSIONS, row -> row.getString("key_version"));
  }

  List<MadeCard> withPassword(Queries queries, List<WarrantySerial> serials) {
    return queries.find(
        "warranty_password.made",
        WITH_PASSWORD,
        row -> new MadeCard(row.getString("piece"), row.getOffsetDateTime("made_at").toInstant()),
        (Object) Sql.column(serials, WarrantySerial::key, String[]::new));
  }

  void addCode(Queries transaction, WarrantySerial serial, KeyedHash hash, Instant expires) {
    transaction.execute(
        "warranty_code.add",
        ADD_CODE,
        serial.key(),
        hash.keyVersion(),
        Buffer.buffer(hash.hmac()),
        Sql.utc(expires));
  }

  void sweepCodes(Queries queries, Instant now) {
    queries.execute("warranty_code.sweep", SWEEP_CODES, Sql.utc(now));
  }

  private static PieceProof toProof(Row row) {
    return new PieceProof(
        Optional.ofNullable(row.getString("hash")),
        hashes(row.getArrayOfStrings("identities")),
        hashes(row.getArrayOfStrings("codes")));
  }

  private static List<KeyedHash> hashes(String[] texts) {
    return Arrays.stream(texts)
        .map(
            text -> {
              int end = text.lastIndexOf(':');
              return new KeyedHash(
                  text.substring(0, end), HexFormat.of().parseHex(text, end + 1, text.length()));
            })
        .toList();
  }
}
