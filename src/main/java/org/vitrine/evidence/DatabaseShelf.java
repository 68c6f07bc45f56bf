package org.vitrine.evidence;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Content in PostgreSQL, in pieces, which go with what they are pieces of. */
final class DatabaseShelf implements EvidenceShelf {
  private final Database database;
  private final EvidencePieceRepository repository = new EvidencePieceRepository();

  DatabaseShelf(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Queries transaction, EvidenceHash hash, KeptContent content) {
    for (EvidenceSize size : EvidenceSize.values()) {
      if (content.bytes(size) > 0) {
        keep(transaction, hash, size, content);
      }
    }
  }

  private void keep(
      Queries transaction, EvidenceHash hash, EvidenceSize size, KeptContent content) {
    try (InputStream from = content.open(size)) {
      int number = 0;
      byte[] piece = from.readNBytes(PIECE);
      while (piece.length > 0) {
        repository.add(transaction, hash, size, number++, piece);
        piece = from.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Stream<Buffer> read(EvidenceHash hash, EvidenceSize size, long from, long to) {
    return LongStream.rangeClosed(from / PIECE, to / PIECE)
        .mapToObj(
            number -> {
              long begin = number * PIECE;
              Buffer piece =
                  repository
                      .find(database, hash, size, (int) number)
                      .orElseThrow(EvidenceHash::notFound);
              return piece.slice(
                  (int) Math.max(0, from - begin), (int) Math.min(piece.length(), to - begin + 1));
            });
  }
}
