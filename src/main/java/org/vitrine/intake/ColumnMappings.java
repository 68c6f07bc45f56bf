package org.vitrine.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The column mappings that are remembered, by name and by the columns that they were made for. */
public final class ColumnMappings {
  /** In place of a name: whichever was made for a file with the same columns. */
  public static final String REMEMBERED = "remembered";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");
  private static final int MOST = 1_000;
  private static final int MOST_HEADERS = 1_000;

  private final Database database;
  private final Clock clock;
  private final ColumnMappingRepository repository = new ColumnMappingRepository();

  public ColumnMappings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What is to be remembered under a name.
   *
   * @param headers the columns of the file that it was made for, so that it is found for the next
   *     one; may be left out
   * @param version the one that whoever saves has seen: if it is another by now, nothing is saved
   */
  public record SaveMapping(
      ImportKind kind, List<String> headers, ColumnMapping mapping, Integer version) {
    public SaveMapping {
      if (kind == null) {
        throw new Rejection.Invalid("kind", "Must be orders, shipments, plant-log or readings");
      }
      if (mapping == null) {
        throw new Rejection.Invalid("mapping", "Is missing");
      }
      headers = headers == null ? List.of() : StoredMapping.headers(headers);
      if (headers.size() > MOST_HEADERS) {
        throw new Rejection.Invalid("headers", "Must be at most " + MOST_HEADERS);
      }
      mapping = mapping.requireFitting(kind);
    }
  }

  /** A mapping, and whether saving changed it. */
  public record SavedMapping(StoredMapping saved, SaveOutcome outcome) {}

  /** Saving the same again changes nothing, its version and its author included. */
  public SavedMapping save(String name, SaveMapping wanted, String actor) {
    if (!NAME.matcher(name).matches() || name.equals(REMEMBERED)) {
      throw new Rejection.Invalid(
          "name",
          "Must be 1 to 60 letters, digits, blanks, dots, dashes or underscores, and not"
              + " “remembered”");
    }
    return database.inTransaction(transaction -> save(transaction, name, wanted, actor));
  }

  private SavedMapping save(Queries transaction, String name, SaveMapping wanted, String actor) {
    Optional<StoredMapping> before = repository.lock(transaction, name);
    int version = before.map(StoredMapping::version).orElse(0);
    if (wanted.version() != null && wanted.version() != version) {
      throw new Rejection.Conflict(
          "The mapping “%s” has been changed meanwhile: it is at version %d"
              .formatted(name, version));
    }
    StoredMapping after =
        new StoredMapping(
            name,
            wanted.kind(),
            wanted.headers(),
            wanted.mapping(),
            version + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor);
    if (before.isEmpty()) {
      return added(transaction, after);
    }
    if (before.get().kind() != wanted.kind()) {
      throw new Rejection.Conflict(
          "“%s” is a mapping for %s; take another name"
              .formatted(name, before.get().kind().code()));
    }
    boolean isSame =
        before.get().mapping().equals(after.mapping())
            && before.get().headers().equals(after.headers());
    if (isSame) {
      return new SavedMapping(before.get(), SaveOutcome.UNCHANGED);
    }
    repository.change(transaction, after);
    return new SavedMapping(after, SaveOutcome.CHANGED);
  }

  private SavedMapping added(Queries transaction, StoredMapping mapping) {
    if (repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict(
          "There are %,d mappings already; delete some of them".formatted(MOST));
    }
    if (!repository.add(transaction, mapping)) {
      throw new Rejection.Conflict(
          "The mapping “%s” was made by somebody else a moment ago".formatted(mapping.name()));
    }
    return new SavedMapping(mapping, SaveOutcome.CREATED);
  }

  public Optional<StoredMapping> find(String name) {
    return repository.find(database, name);
  }

  public List<StoredMapping> list() {
    return repository.list(database);
  }

  public boolean forget(String name) {
    return repository.forget(database, name);
  }

  /** The one that was made for a table with the same columns, most recently. */
  Optional<StoredMapping> remembered(Table table, ImportKind kind) {
    return repository.findByHeaders(database, kind, StoredMapping.headers(table.columns()));
  }

  /**
   * The mapping of this name, or the one that is remembered for such a table. Throws {@link
   * StartFailed} with a sentence where there is none.
   */
  StoredMapping wanted(Table table, String name, ImportKind kind) {
    if (name.equals(REMEMBERED)) {
      return remembered(table, kind)
          .orElseThrow(() -> new StartFailed(noneRemembered(table, kind)));
    }
    return find(name)
        .filter(stored -> stored.kind() == kind)
        .orElseThrow(
            () ->
                new StartFailed(
                    "There is no file and no column mapping “%s” for %s%s"
                        .formatted(name, kind.code(), NearestName.asked(name, names(kind)))));
  }

  /** Columns that were renamed or added are named: the mapping was made for others. */
  private String noneRemembered(Table table, ImportKind kind) {
    String none =
        "No mapping is remembered for a file with the columns "
            + String.join(", ", table.columns());
    return changed(table, kind).map(one -> none + ". " + one.sentence()).orElse(none);
  }

  /**
   * How the columns of this table differ from those of a mapping that was made for most of them.
   */
  Optional<ChangedColumns> changed(Table table, ImportKind kind) {
    return ChangedColumns.nearest(
        StoredMapping.headers(table.columns()),
        list().stream().filter(stored -> stored.kind() == kind).toList());
  }

  private List<String> names(ImportKind kind) {
    return list().stream()
        .filter(stored -> stored.kind() == kind)
        .map(StoredMapping::name)
        .toList();
  }
}
