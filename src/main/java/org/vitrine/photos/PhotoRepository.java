package org.vitrine.photos;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Photos in PostgreSQL. */
final class PhotoRepository {
  /** Whoever sends several at once is counted one after the other. */
  private static final String LOCK =
      """
      SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('photo ' || $1::text, 0))""";

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE used_by IS NULL) AS unused, count(*) AS sent
        FROM photo
       WHERE owner = $1 AND uploaded_at > $2""";

  private static final String ADD =
      """
      INSERT INTO photo (id, company_id, owner, name, width, height, picture, thumbnail, uploaded_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

  /** A customer's is theirs from the beginning, and behind the second wall nobody else's. */
  private static final String USE =
      """
      UPDATE photo
         SET used_by = $4
       WHERE id = ANY($1) AND owner = $2 AND company_id = $3 AND used_by IS NULL
      RETURNING id""";

  /** What staff sent becomes that of the company which they show it to. */
  private static final String SHOW_TO =
      """
      UPDATE photo
         SET used_by = $4, company_id = $3
       WHERE id = ANY($1) AND owner = $2 AND company_id IS NULL AND used_by IS NULL
      RETURNING id""";

  private static final String FIND =
      """
      SELECT id, name, CASE WHEN $2 THEN picture ELSE thumbnail END AS content
        FROM photo
       WHERE id = $1 AND used_by IS NOT NULL AND ($3::bigint IS NULL OR company_id = $3)""";

  private static final String FACTS =
      """
      SELECT id, width, height
        FROM photo
       WHERE id = ANY($1)""";

  private static final String FORGET =
      """
      DELETE FROM photo
       WHERE used_by IS NULL AND uploaded_at < $1
      RETURNING id""";

  private static final String KNOWN =
      """
      SELECT id
        FROM photo
       WHERE id = ANY($1)""";

  /** How many somebody sent lately, and how many of these nobody has used yet. */
  record SentPhotos(long unused, long sent) {}

  SentPhotos count(Queries transaction, PhotoOwner owner, Instant since) {
    transaction.find("photos.lock", LOCK, row -> 1, owner.text());
    return transaction
        .findOne(
            "photos.count",
            COUNT,
            row -> new SentPhotos(row.getLong("unused"), row.getLong("sent")),
            owner.text(),
            Sql.utc(since))
        .orElseThrow();
  }

  /**
   * @param isInDirectory true where its content lies outside of the database
   */
  PhotoId add(
      Queries transaction,
      PhotoId id,
      PhotoOwner owner,
      String name,
      ConvertedPhoto photo,
      boolean isInDirectory,
      Instant now) {
    transaction.execute(
        "photos.add",
        ADD,
        id.text(),
        owner.company().map(CompanyId::value).orElse(null),
        owner.text(),
        name,
        photo.width(),
        photo.height(),
        isInDirectory ? null : Buffer.buffer(photo.picture()),
        isInDirectory ? null : Buffer.buffer(photo.thumbnail()),
        Sql.utc(now));
    return id;
  }

  /** Returns those that are used by this now. */
  List<PhotoId> use(
      Queries transaction,
      PhotoOwner owner,
      CompanyId company,
      Collection<PhotoId> ids,
      String usedBy) {
    return transaction.find(
        "photos.use",
        owner.company().isPresent() ? USE : SHOW_TO,
        PhotoRepository::toId,
        texts(ids),
        owner.text(),
        company.value(),
        usedBy);
  }

  /**
   * A photo as its row has it.
   *
   * @param content absent where it lies in a directory
   */
  record PhotoRow(PhotoId id, String name, Optional<byte[]> content) {}

  Optional<PhotoRow> find(
      Queries queries, PhotoId id, PhotoSize size, Optional<CompanyId> company) {
    return queries.findOne(
        "photos.find",
        FIND,
        row ->
            new PhotoRow(
                toId(row),
                row.getString("name"),
                Optional.ofNullable(row.getBuffer("content")).map(Buffer::getBytes)),
        id.text(),
        size == PhotoSize.FULL,
        company.map(CompanyId::value).orElse(null));
  }

  List<PhotoFacts> facts(Queries queries, Collection<PhotoId> ids) {
    return queries.find(
        "photos.facts",
        FACTS,
        row -> new PhotoFacts(toId(row), row.getInteger("width"), row.getInteger("height")),
        (Object) texts(ids));
  }

  List<PhotoId> forget(Queries queries, Instant uploadedBefore) {
    return queries.find("photos.forget", FORGET, PhotoRepository::toId, Sql.utc(uploadedBefore));
  }

  List<PhotoId> known(Queries queries, Collection<PhotoId> ids) {
    return queries.find("photos.known", KNOWN, PhotoRepository::toId, (Object) texts(ids));
  }

  private static PhotoId toId(Row row) {
    return new PhotoId(row.getString("id"));
  }

  private static String[] texts(Collection<PhotoId> ids) {
    return ids.stream().map(PhotoId::text).toArray(String[]::new);
  }
}
