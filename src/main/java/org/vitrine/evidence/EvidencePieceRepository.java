package org.vitrine.evidence;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** The content of evidence in PostgreSQL. */
final class EvidencePieceRepository {
  private static final String ADD =
      """
      INSERT INTO evidence_piece (sha256, size, number, content)
      VALUES ($1, $2, $3, $4)\
      """;

  private static final String FIND =
      """
      SELECT content
        FROM evidence_piece
       WHERE sha256 = $1 AND size = $2 AND number = $3\
      """;

  void add(Queries transaction, EvidenceHash hash, EvidenceSize size, int number, byte[] content) {
    transaction.execute(
        "evidence_piece.add", ADD, hash.text(), size.code(), number, Buffer.buffer(content));
  }

  Optional<Buffer> find(Queries queries, EvidenceHash hash, EvidenceSize size, int number) {
    return queries.findOne(
        "evidence_piece.find",
        FIND,
        row -> row.getBuffer("content"),
        hash.text(),
        size.code(),
        number);
  }
}
