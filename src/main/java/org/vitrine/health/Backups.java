package org.vitrine.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to when the house was last backed up. Backups are made by other programs, which Vitrine
 * cannot see: whoever makes one says so.
 */
public final class Backups {
  /** Somebody said that a backup was made: the kind of that change. */
  public static final String NOTED = "backup";

  public static final int LONGEST_NOTE = 200;

  private final Database database;
  private final Changes changes;
  private final Audit audit;
  private final Clock clock;
  private final BackupRepository repository = new BackupRepository();

  public Backups(Database database, Changes changes, Audit audit, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A backup, as somebody said.
   *
   * @param note where it is, or what it is of
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record NotedBackup(Instant at, String by, Optional<String> note) {}

  /** One was made just now. */
  public NotedBackup made(Optional<String> note, Actor by) {
    NotedBackup backup =
        new NotedBackup(
            clock.instant(), by.name(), note.map(Backups::checked).filter(text -> !text.isEmpty()));
    return database.inTransaction(
        transaction -> {
          repository.add(transaction, backup);
          audit.record(
              transaction, by, AuditAction.BACKUP_NOTED, "backup", Optional.empty(), Map.of());
          changes.record(transaction, List.of(new Change(NOTED, "backup", 0, Optional.empty())));
          return backup;
        });
  }

  private static String checked(String note) {
    String text = Blanks.stripped(note);
    if (text.length() > LONGEST_NOTE) {
      throw new Rejection.Invalid(
          "note", "A note must have at most %d characters".formatted(LONGEST_NOTE));
    }
    return text;
  }

  /** The last that is known of. */
  public Optional<NotedBackup> last(Queries queries) {
    return repository.last(queries);
  }
}
