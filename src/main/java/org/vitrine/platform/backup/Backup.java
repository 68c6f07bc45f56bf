package org.vitrine.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.platform.Build;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.BackupManifest.ArchivedFile;
import org.vitrine.platform.backup.BackupManifest.ArchivedTable;
import org.vitrine.platform.backup.BackupManifest.FileRoom;
import org.vitrine.platform.database.DatabaseDump;
import org.vitrine.platform.database.DumpedTable;
import org.vitrine.platform.json.Json;

/**
 * Makes a backup while others go on working: the rows of all tables as they stood at one moment,
 * then the files, of which each was there before its row (so none is missing). Keys that are kept
 * outside of the database go into sealed backups only: together, the two would be as good as open.
 *
 * @param photos where files are kept beside the database
 * @param keys where keys are that were made by the program itself
 * @param passphrase what seals it
 */
public record Backup(
    String databaseUrl, Optional<Path> photos, Path keys, Optional<Passphrase> passphrase) {

  /** A backup that was made. */
  public record MadeBackup(String name, BackupManifest manifest) {}

  /**
   * Makes one there, and takes the oldest of ours away beyond as many as are kept. Throws {@link
   * StartFailed} where it cannot be made: nothing of it is kept then, and no other is taken away.
   */
  public MadeBackup to(BackupPlace place, int kept, Clock clock) {
    Instant now = Json.asRead(clock.instant());
    String name = BackupName.of(now, passphrase.isPresent());
    List<BackupManifest> manifest = new ArrayList<>();
    try {
      place.put(name, out -> manifest.add(write(sealed(out), now)));
      takeOldestAway(place, kept);
    } catch (IOException e) {
      throw new StartFailed("Cannot back up to %s: %s".formatted(place, reason(e)), e);
    }
    return new MadeBackup(name, manifest.getFirst());
  }

  static String reason(IOException fault) {
    return fault instanceof NoSuchFileException
        ? "there is no " + fault.getMessage()
        : fault.getMessage() == null ? fault.toString() : fault.getMessage();
  }

  private OutputStream sealed(OutputStream out) throws IOException {
    return passphrase.isPresent() ? passphrase.get().seal(out) : out;
  }

  private static void takeOldestAway(BackupPlace place, int kept) throws IOException {
    List<String> old =
        place.names().stream()
            .filter(BackupName::isOne)
            .sorted(Comparator.reverseOrder())
            .skip(kept)
            .toList();
    for (String name : old) {
      place.remove(name);
    }
  }

  private BackupManifest write(OutputStream out, Instant now) throws IOException {
    try (ArchiveWriter archive = new ArchiveWriter(out);
        DatabaseDump dump = DatabaseDump.of(databaseUrl)) {
      String schema = dump.schemaVersion();
      List<ArchivedTable> tables = new ArrayList<>();
      for (DumpedTable table : dump.tables()) {
        tables.add(archived(table, dump, archive));
      }
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              Build.version(),
              schema,
              now,
              dump.functions(),
              tables,
              dump.sequences(),
              files(archive));
      archive.add(ArchiveReader.MANIFEST, to -> to.write(Json.bytes(manifest)));
      return manifest;
    }
  }

  private static ArchivedTable archived(DumpedTable table, DatabaseDump dump, ArchiveWriter archive)
      throws IOException {
    long[] rows = new long[1];
    ArchivedFile file =
        archive.add("database/" + table.name(), to -> rows[0] = dump.copy(table, to));
    return new ArchivedTable(table.name(), table.columns(), rows[0], file);
  }

  private List<ArchivedFile> files(ArchiveWriter archive) throws IOException {
    List<ArchivedFile> files = new ArrayList<>();
    if (photos.isPresent()) {
      addAll(FileRoom.PHOTOS, photos.get(), filesBelow(photos.get()), archive, files);
    }
    if (passphrase.isPresent()) {
      addAll(FileRoom.KEYS, keys, keysIn(keys), archive, files);
    }
    return files;
  }

  private static void addAll(
      FileRoom room, Path folder, List<Path> found, ArchiveWriter archive, List<ArchivedFile> files)
      throws IOException {
    for (Path file : found) {
      String name = room.folder() + folder.relativize(file).toString().replace('\\', '/');
      try (var content = Files.newInputStream(file)) {
        files.add(archive.add(name, content::transferTo));
      } catch (NoSuchFileException gone) {
        // Taken away since, with what it belonged to.
        continue;
      }
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".part"))
          .sorted()
          .toList();
    }
  }

  static List<Path> keysIn(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".keys"))
          .sorted()
          .toList();
    }
  }
}
