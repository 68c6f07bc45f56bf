package org.vitrine.notes;

import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Notes in PostgreSQL. */
final class NoteRepository {
  /** What a migration would make. */
  static final String MAKE_TABLE = "CREATE TABLE note (key text PRIMARY KEY, text text NOT NULL)";

  private static final String WRITE =
      """
      INSERT INTO note (key, text)
      VALUES ($1, $2)
      ON CONFLICT (key) DO UPDATE SET text = excluded.text""";

  private static final String APPEND =
      """
      INSERT INTO note (key, text)
      VALUES ($1, $2)
      ON CONFLICT (key) DO UPDATE SET text = note.text || ' ' || excluded.text""";

  private static final String TEXT =
      """
      SELECT text
        FROM note
       WHERE key = $1""";

  private static final String DELETE_EMPTY =
      """
      DELETE FROM note
       WHERE text = ''""";

  void write(Queries transaction, String key, String text) {
    transaction.execute("note.write", WRITE, key, text);
  }

  void append(Queries transaction, String key, String word) {
    transaction.execute("note.append", APPEND, key, word);
  }

  Optional<String> text(Queries queries, String key) {
    return queries.findOne("note.text", TEXT, row -> row.getString("text"), key);
  }

  void deleteEmpty(Queries queries) {
    queries.execute("note.delete_empty", DELETE_EMPTY);
  }
}
