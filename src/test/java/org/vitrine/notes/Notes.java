package org.vitrine.notes;

import java.util.List;
import java.util.Optional;
import org.vitrine.live.NoteTopics;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to notes: texts by their keys. */
public final class Notes {
  private final Database database;
  private final Changes changes;
  private final NoteRepository repository = new NoteRepository();

  public Notes(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  public void write(String key, String text) {
    database.inTransaction(
        transaction -> {
          repository.write(transaction, key, text);
          tell(transaction, key);
          return null;
        });
  }

  /** Adds a word to a note, or begins one with it. */
  void append(Queries transaction, String key, String word) {
    repository.append(transaction, key, word);
    tell(transaction, key);
  }

  private void tell(Queries transaction, String key) {
    changes.record(transaction, List.of(new Change(NoteTopics.KIND, key, 0, Optional.empty())));
  }

  public Optional<String> text(String key) {
    return repository.text(database, key);
  }

  /** Notes that say nothing are forgotten. */
  public void addSweeps(Sweeps sweeps) {
    sweeps.add("notes", () -> repository.deleteEmpty(database));
  }
}
