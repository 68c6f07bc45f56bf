package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.access.Token;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/** People's devices and what goes out to them, in PostgreSQL. */
final class PushRepository {
  private static final String MAKE_KEY =
      """
      INSERT INTO push_key (public_key, private_key)
      VALUES ($1, $2)
      ON CONFLICT (only_one) DO NOTHING""";

  private static final String KEY =
      """
      SELECT public_key, private_key
        FROM push_key""";

  /** A browser that somebody else used before is theirs no more. */
  private static final String ADD =
      """
      INSERT INTO push_device (person_id, endpoint, address, public, secret, device, made_at, session_hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (address) DO UPDATE
         SET person_id = excluded.person_id, public = excluded.public, secret = excluded.secret,
             device = excluded.device, made_at = excluded.made_at, session_hash = excluded.session_hash
      RETURNING id""";

  private static final String DROP_OLDEST =
      """
      DELETE FROM push_device
       WHERE id IN (SELECT id FROM push_device WHERE person_id = $1 ORDER BY made_at DESC, id DESC OFFSET $2)""";

  private static final String LIST =
      """
      SELECT id, device, made_at, session_hash = $2 AS is_here
        FROM push_device
       WHERE person_id = $1
       ORDER BY made_at DESC, id DESC""";

  private static final String REMOVE =
      """
      DELETE FROM push_device
       WHERE id = $2 AND person_id = $1""";

  private static final String GONE =
      """
      DELETE FROM push_device
       WHERE id = $1""";

  /**
   * Takes what is new, each for one node; what was read meanwhile or is no longer theirs is passed
   * over.
   */
  private static final String TAKE =
      """
      UPDATE notice n
         SET pushed_at = $1
       WHERE (n.person_id, n.number) IN (
               SELECT person_id, number
                 FROM notice
                WHERE mode = 'at-once' AND pushed_at IS NULL
                ORDER BY told_at
                LIMIT $2
                  FOR UPDATE SKIP LOCKED)
      RETURNING n.person_id, n.number, n.kind, n.facts::text AS facts,
                n.told_at > $3 AND n.read_at IS NULL
                AND (n.company_id IS NULL OR EXISTS (
                      SELECT FROM person_company c
                       WHERE c.person_id = n.person_id AND c.company_id = n.company_id)) AS is_wanted""";

  private static final String DEVICES =
      """
      SELECT d.id, d.person_id, d.endpoint, d.public, d.secret, p.language
        FROM push_device d
        JOIN active_person p ON p.id = d.person_id
       WHERE d.person_id = ANY($1)
       ORDER BY d.id""";

  /** The keys by which push services know the house. */
  record StoredKey(String publicKey, String privateKey) {}

  /** What a browser says of itself. */
  record NewDevice(String endpoint, byte[] publicKey, byte[] secret, String device) {}

  /**
   * A device as its owner's list shows it.
   *
   * @param here true for the one that is asking
   */
  record ListedDevice(long id, String device, Instant since, boolean here) {}

  /** Where a notice goes. */
  record PushTarget(
      long id,
      long person,
      String endpoint,
      byte[] publicKey,
      byte[] secret,
      Optional<Language> language) {}

  /** What goes there. */
  record PushedNotice(long person, long number, String kind, ObjectNode facts, boolean wanted) {}

  StoredKey key(Queries transaction, StoredKey ifNone) {
    transaction.execute("push_key.make", MAKE_KEY, ifNone.publicKey(), ifNone.privateKey());
    return find(transaction).orElseThrow();
  }

  Optional<StoredKey> find(Queries queries) {
    return queries.findOne(
        "push_key.find",
        KEY,
        row -> new StoredKey(row.getString("public_key"), row.getString("private_key")));
  }

  /** It ends with its session. */
  long add(Queries transaction, long person, Token session, NewDevice device, Instant now) {
    return transaction
        .findOne(
            "push_device.add",
            ADD,
            row -> row.getLong("id"),
            person,
            device.endpoint(),
            Buffer.buffer(DigestUtils.sha256(device.endpoint())),
            Buffer.buffer(device.publicKey()),
            Buffer.buffer(device.secret()),
            device.device(),
            Sql.utc(now),
            Buffer.buffer(session.hash()))
        .orElseThrow();
  }

  void dropOldest(Queries transaction, long person, int kept) {
    transaction.execute("push_device.drop_oldest", DROP_OLDEST, person, (long) kept);
  }

  List<ListedDevice> list(Queries queries, long person, Token session) {
    return queries.find(
        "push_device.list",
        LIST,
        row ->
            new ListedDevice(
                row.getLong("id"),
                row.getString("device"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getBoolean("is_here")),
        person,
        Buffer.buffer(session.hash()));
  }

  boolean remove(Queries queries, long person, long id) {
    return queries.execute("push_device.remove", REMOVE, person, id) > 0;
  }

  void gone(Queries queries, long id) {
    queries.execute("push_device.gone", GONE, id);
  }

  List<PushedNotice> take(Queries queries, Instant now, Instant notOlder, int limit) {
    return queries.find(
        "notice.take_to_push",
        TAKE,
        row ->
            new PushedNotice(
                row.getLong("person_id"),
                row.getLong("number"),
                row.getString("kind"),
                Json.read(row.getString("facts"), ObjectNode.class),
                row.getBoolean("is_wanted")),
        Sql.utc(now),
        limit,
        Sql.utc(notOlder));
  }

  List<PushTarget> devices(Queries queries, Collection<Long> people) {
    return queries.find(
        "push_device.of", DEVICES, PushRepository::toTarget, (Object) people.toArray(Long[]::new));
  }

  private static PushTarget toTarget(Row row) {
    return new PushTarget(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("endpoint"),
        row.getBuffer("public").getBytes(),
        row.getBuffer("secret").getBytes(),
        Optional.ofNullable(row.getString("language")).flatMap(Language::of));
  }
}
