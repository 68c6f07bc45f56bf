package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.CommitmentProfile.ProfileVersion;
import org.vitrine.voices.CommitmentTable.CommitmentRow;

/** The door to what is promised. It is superseded by new versions, never edited. */
public final class CommitmentProfiles {
  private static final int MOST_VERSIONS = 10_000;

  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final CommitmentProfileRepository repository = new CommitmentProfileRepository();
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();
  private final AtomicReference<CommitmentProfile> known =
      new AtomicReference<>(CommitmentProfile.DEFAULT);
  private volatile AgreedService agreed = AgreedService.NOTHING;

  public CommitmentProfiles(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was agreed with companies counts before what is promised everybody. */
  public void agreedBy(AgreedService service) {
    agreed = service;
  }

  AgreedService agreed() {
    return agreed;
  }

  /** The database may tell another history now. */
  public void forget() {
    known.set(CommitmentProfile.DEFAULT);
  }

  /** All versions; those that are known already are not read again. */
  public CommitmentProfile read(Queries queries) {
    CommitmentProfile before = known.get();
    List<ProfileVersion> later = repository.laterThan(queries, before.newest().version());
    if (later.isEmpty()) {
      return before;
    }
    CommitmentProfile now =
        new CommitmentProfile(Stream.concat(before.versions().stream(), later.stream()).toList());
    queries.afterCommit(() -> known.compareAndSet(before, now)); // Never one that is taken back.
    return now;
  }

  ProfileVersion newest() {
    return read(database).newest();
  }

  /** What became of what was saved. */
  public record SavedCommitments(SaveOutcome outcome, int version) {}

  /** The cells that are named, for whatever begins from now on; the others stay as they are. */
  SavedCommitments save(List<CommitmentRow> rows, Actor by) {
    requireEachOnce(rows);
    return database.inTransaction(
        transaction -> {
          settings.take(transaction);
          return save(transaction, rows, by);
        });
  }

  private SavedCommitments save(Queries transaction, List<CommitmentRow> rows, Actor by) {
    ProfileVersion newest = read(transaction).newest();
    CommitmentTable wanted = newest.table().with(rows);
    if (wanted.equals(newest.table())) {
      return new SavedCommitments(SaveOutcome.UNCHANGED, newest.version());
    }
    int version = newest.version() + 1;
    if (version > MOST_VERSIONS) {
      throw new Rejection.Conflict(
          "The limit of %,d versions has been reached".formatted(MOST_VERSIONS));
    }
    repository.save(transaction, version, wanted.rows(), by.name(), after(newest.savedAt()));
    audit.record(
        transaction,
        by,
        AuditAction.COMMITMENTS_CHANGED,
        "version " + version,
        Optional.empty(),
        wanted.differenceTo(newest.table()).detail());
    return new SavedCommitments(SaveOutcome.CHANGED, version);
  }

  /** Versions count one after the other, whatever the clocks of several nodes say. */
  private Instant after(Instant before) {
    Instant now = Json.asRead(clock.instant());
    return now.isAfter(before) ? now : before;
  }

  private static void requireEachOnce(List<CommitmentRow> rows) {
    Set<List<Object>> seen = new HashSet<>();
    for (int at = 0; at < rows.size(); at++) {
      CommitmentRow row = rows.get(at);
      if (!seen.add(List.of(row.tier(), row.kind()))) {
        throw new Rejection.Invalid(
            "targets[%d]".formatted(at),
            "“%s” and “%s” stand twice"
                .formatted(Json.tree(row.tier()).asText(), row.kind().code()));
      }
    }
  }
}
