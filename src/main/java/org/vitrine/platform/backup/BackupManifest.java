package org.vitrine.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.database.SequenceState;

/**
 * What is in a backup, and what each part of it must look like; the last thing that is written.
 *
 * @param format how the archive is laid out; another number is another layout
 * @param program the version of Vitrine that made it
 * @param schema the version of the schema of which its tables are
 * @param madeAt the moment of which it tells
 * @param functions of the database by signature, as it made them
 */
public record BackupManifest(
    int format,
    String program,
    String schema,
    Instant madeAt,
    Map<String, String> functions,
    List<ArchivedTable> tables,
    List<SequenceState> sequences,
    List<ArchivedFile> files) {
  static final int FORMAT = 1;

  public BackupManifest {
    functions = Map.copyOf(functions);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    files = List.copyOf(files);
  }

  /** The rows of a table, in the text format of {@code COPY}. */
  public record ArchivedTable(String name, List<String> columns, long rows, ArchivedFile file) {}

  /**
   * Some file in the archive.
   *
   * @param sha256 of its content
   */
  public record ArchivedFile(String name, long bytes, String sha256) {}

  /** All that must be in the archive beside itself. */
  List<ArchivedFile> everything() {
    return Stream.concat(tables.stream().map(ArchivedTable::file), files.stream()).toList();
  }

  public long rows() {
    return tables.stream().mapToLong(ArchivedTable::rows).sum();
  }

  /** How much it is once it is unpacked. */
  public long bytes() {
    return everything().stream().mapToLong(ArchivedFile::bytes).sum();
  }

  /** Which of the rooms of files have any in it, such as photos. */
  boolean hasFilesOf(FileRoom room) {
    return files.stream().anyMatch(file -> file.name().startsWith(room.folder()));
  }

  @Override
  public String toString() {
    return "%,d rows of %d tables and %,d files, of %s, schema %s, by Vitrine %s"
        .formatted(rows(), tables.size(), files.size(), madeAt, schema, program);
  }

  /** Where in an archive the files of a kind are. */
  enum FileRoom {
    PHOTOS,
    KEYS;

    String folder() {
      return name().toLowerCase(Locale.ROOT) + '/';
    }
  }

  static String listed(List<String> names) {
    return names.stream().limit(3).collect(Collectors.joining(", "))
        + (names.size() > 3 ? " and %d more".formatted(names.size() - 3) : "");
  }
}
