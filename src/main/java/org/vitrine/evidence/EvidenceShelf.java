package org.vitrine.evidence;

import io.vertx.core.buffer.Buffer;
import java.util.stream.Stream;
import org.vitrine.platform.database.Queries;

/** Where content lies: in the database or in a directory. */
sealed interface EvidenceShelf permits DatabaseShelf, FolderShelf {
  /** So much of it is in memory at a time. */
  int PIECE = 1 << 18;

  /**
   * Keeps it whole or throws, in the transaction in which it becomes known. The same content kept
   * twice is kept once.
   */
  void keep(Queries transaction, EvidenceHash hash, KeptContent content);

  /** Of one that is known, the bytes from one to the other, both included; read as they go. */
  Stream<Buffer> read(EvidenceHash hash, EvidenceSize size, long from, long to);
}
