package org.vitrine.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.platform.StartFailed;

/**
 * A file that somebody wants to import, and how it is to be read in so far as it does not say so.
 *
 * @param name how sentences call it
 * @param unmarked the encoding of a text without a byte order mark
 * @param sheet which sheet of a workbook; where it is absent, the first that is not hidden
 */
public record SourceFile(
    Path path, String name, Charset unmarked, Optional<String> sheet, ReadingPlace place) {

  /** Where it is read: at a terminal one has the program for oneself. */
  public enum ReadingPlace {
    TERMINAL(TableLimits.AT_TERMINAL),
    SERVER(TableLimits.ON_SERVER);

    private final TableLimits limits;

    ReadingPlace(TableLimits limits) {
      this.limits = limits;
    }
  }

  /** What was read of it, with its columns under our names. */
  public static final class Mapped {
    private final Table table;
    private final ImportedFile file;

    private Mapped(Table table, ImportedFile file) {
      this.table = table;
      this.file = file;
    }

    Table table() {
      return table;
    }

    /** What the record of its import says of it. */
    public ImportedFile file() {
      return file;
    }
  }

  public static SourceFile at(Path path) {
    return at(path, StandardCharsets.UTF_8, Optional.empty());
  }

  public static SourceFile at(Path path, Charset unmarked, Optional<String> sheet) {
    String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    return new SourceFile(path, name, unmarked, sheet, ReadingPlace.TERMINAL);
  }

  Table table() {
    return TableFile.read(path, name, new TableFile.TableReading(unmarked, sheet, place.limits))
        .without(RefusedFile.COLUMN);
  }

  /** Throws {@link StartFailed} with a sentence where it holds no table; so do the others. */
  public Mapped unmapped(ImportKind kind) {
    return mapped(table -> DayColumns.read(table, kind, Map.of()), Optional.empty());
  }

  public Mapped mapped(ColumnMapping mapping, ImportKind kind) {
    return mapped(table -> MappedTable.of(table, mapping, kind), Optional.empty());
  }

  /** As a mapping says that is saved under this name, or {@link ColumnMappings#REMEMBERED}. */
  public Mapped mapped(ColumnMappings mappings, String name, ImportKind kind) {
    Table theirs = table();
    StoredMapping stored = mappings.wanted(theirs, name, kind);
    return new Mapped(
        MappedTable.of(theirs, stored.mapping(), kind),
        imported(
            table -> MappedTable.of(table, stored.mapping(), kind), Optional.of(stored.name())));
  }

  private Mapped mapped(UnaryOperator<Table> as, Optional<String> source) {
    return new Mapped(as.apply(table()), imported(as, source));
  }

  private ImportedFile imported(UnaryOperator<Table> as, Optional<String> source) {
    return ImportedFile.of(
        this,
        source,
        () -> {
          Table theirs = table();
          return new ImportedFile.ReadTables(theirs, as.apply(theirs));
        });
  }
}
