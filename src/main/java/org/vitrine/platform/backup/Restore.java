package org.vitrine.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.BackupManifest.ArchivedTable;
import org.vitrine.platform.backup.BackupManifest.FileRoom;
import org.vitrine.platform.database.DatabaseLoad;
import org.vitrine.platform.database.DumpedTable;
import org.vitrine.platform.database.Migrations;

/**
 * Brings a backup back. It is read twice: first all of it is checked, and what it would come into,
 * so that nothing is touched by one that is damaged, of a newer program or in the wrong place.
 *
 * @param source where it is; opened twice
 */
public record Restore(BackupSource source, Optional<Passphrase> passphrase) {
  private static final int LONG_ENOUGH = 1 << 16;

  /** Opens a backup at its beginning. */
  @FunctionalInterface
  public interface BackupSource {
    InputStream open() throws IOException;
  }

  /**
   * What a backup comes into.
   *
   * @param photos where files are kept beside the database
   * @param data the directory of the installation, which is on the disk that needs room where the
   *     database is our own
   * @param isOwnDatabase whether the database is below {@code data}
   */
  public record Target(
      String databaseUrl, Optional<Path> photos, Path data, boolean isOwnDatabase) {}

  /** Whether it is whole; throws {@link StartFailed} where it is not. */
  public BackupManifest verified() {
    try (InputStream archive = opened()) {
      return new ArchiveReader(archive).verified();
    } catch (IOException e) {
      throw new StartFailed("The backup cannot be read: " + Backup.reason(e), e);
    }
  }

  /** Whether it is whole and could come in there; throws {@link StartFailed} where not. */
  public BackupManifest verifiedFor(Target target) {
    BackupManifest manifest = verified();
    if (!new Migrations(target.databaseUrl()).knows(manifest.schema())) {
      throw new StartFailed(
          "The backup was made by Vitrine %s, whose schema (version %s) this one does not know: restore with that version or a newer one"
              .formatted(manifest.program(), manifest.schema()));
    }
    DatabaseLoad.requireEmpty(target.databaseUrl());
    try {
      requireRoom(manifest, target);
      requirePhotos(manifest, target);
      requireKeys(target);
    } catch (IOException e) {
      throw new StartFailed("Cannot restore: " + Backup.reason(e), e);
    }
    return manifest;
  }

  /** Rows take about as much again for their indexes. */
  private static void requireRoom(BackupManifest manifest, Target target) throws IOException {
    if (target.isOwnDatabase()) {
      long free = Files.getFileStore(target.data()).getUsableSpace();
      long needed = 2 * manifest.tables().stream().mapToLong(table -> table.file().bytes()).sum();
      if (free < needed) {
        throw new StartFailed(
            "The backup needs about %,d MB in %s, and %,d MB are free"
                .formatted(needed / 1_000_000, target.data(), free / 1_000_000));
      }
    }
  }

  private static void requirePhotos(BackupManifest manifest, Target target) throws IOException {
    if (!manifest.hasFilesOf(FileRoom.PHOTOS)) {
      return;
    }
    Path folder =
        target
            .photos()
            .orElseThrow(
                () ->
                    new StartFailed(
                        "The backup has photos that were kept in a directory: say in which they"
                            + " belong (--photos, VITRINE_PHOTOS)"));
    if (Files.exists(folder) && !DatabaseLoad.isUnfinished(target.databaseUrl())) {
      try (Stream<Path> files = Files.walk(folder)) {
        if (files.anyMatch(Files::isRegularFile)) {
          throw new StartFailed("%s is not empty: restore photos into a new one".formatted(folder));
        }
      }
    }
  }

  private void requireKeys(Target target) throws IOException {
    List<Path> there = Backup.keysIn(target.data());
    if (there.isEmpty() || DatabaseLoad.isUnfinished(target.databaseUrl())) {
      return;
    }
    Map<String, byte[]> here =
        there.stream()
            .collect(Collectors.toMap(file -> file.getFileName().toString(), Restore::content));
    reading(
        (name, content) -> {
          byte[] other = here.get(name.replaceFirst("^" + FileRoom.KEYS.folder(), ""));
          if (name.startsWith(FileRoom.KEYS.folder())
              && other != null
              && !Arrays.equals(other, content.readAllBytes())) {
            throw new StartFailed(
                "%s already has other keys than the backup: move its *.keys away first"
                    .formatted(target.data()));
          }
        });
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartFailed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Checks everything, then restores it. Where it is ended in between, the database says so, no
   * Vitrine starts on it, and the same again begins anew.
   */
  public BackupManifest into(Target target) {
    BackupManifest manifest = verifiedFor(target);
    Map<String, ArchivedTable> tables =
        manifest.tables().stream()
            .collect(Collectors.toMap(table -> table.file().name(), Function.identity()));
    try (DatabaseLoad load =
        DatabaseLoad.begin(target.databaseUrl(), manifest.schema(), manifest.functions())) {
      BackupManifest again =
          reading(
              (name, content) -> {
                ArchivedTable table = tables.get(name);
                if (table != null) {
                  load.load(new DumpedTable(table.name(), table.columns()), content);
                } else {
                  write(name, content, target);
                }
              });
      if (!again.equals(manifest)) {
        throw new StartFailed("The backup has changed while it was read; restore again");
      }
      load.finish(manifest.sequences());
    }
    return manifest;
  }

  private BackupManifest reading(ArchiveReader.ArchiveVisitor visitor) {
    try (InputStream archive = opened()) {
      return new ArchiveReader(archive).read(visitor);
    } catch (IOException e) {
      throw new StartFailed("The backup cannot be read: " + Backup.reason(e), e);
    }
  }

  private static void write(String name, InputStream content, Target target) throws IOException {
    Path folder =
        name.startsWith(FileRoom.KEYS.folder()) ? target.data() : target.photos().orElseThrow();
    Path file = folder.resolve(name.substring(name.indexOf('/') + 1)).normalize();
    if (!file.startsWith(folder)) {
      throw new StartFailed("The backup holds a file that belongs elsewhere: " + name);
    }
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(draft, FolderPlace.FOR_THE_OWNER_ONLY);
    try (OutputStream out = Files.newOutputStream(draft)) {
      content.transferTo(out);
    }
    FolderPlace.toDisk(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What it is shows at its beginning: a ZIP, or what a passphrase opens. */
  private InputStream opened() throws IOException {
    InputStream in = new BufferedInputStream(source.open(), LONG_ENOUGH);
    in.mark(2);
    boolean isZip = in.read() == 'P' && in.read() == 'K';
    in.reset();
    if (isZip) {
      return in;
    }
    return passphrase
        .orElseThrow(
            () ->
                new StartFailed(
                    "This is no backup of Vitrine's, or one that is sealed: give its passphrase"
                        + " (--passphrase-file)"))
        .open(in);
  }
}
