package org.vitrine.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder. A backup is written under another name, brought to the disk and then named; what a
 * program that was killed has left over goes with a later backup.
 */
public record FolderPlace(Path folder) implements BackupPlace {
  private static final String DRAFT = ".part";
  private static final Duration LEFT_OVER = Duration.ofDays(1);
  static final FileAttribute<?> FOR_THE_OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Override
  public void put(String name, Writing writing) throws IOException {
    Files.createDirectories(folder);
    removeLeftOvers();
    Path draft = folder.resolve(name + DRAFT);
    Files.deleteIfExists(draft);
    Files.createFile(draft, FOR_THE_OWNER_ONLY);
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        writing.to(out);
      }
      toDisk(draft);
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      toDisk(folder);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Those of a day ago: a younger one may be another's who is still writing. */
  private void removeLeftOvers() throws IOException {
    Instant longAgo = Instant.now().minus(LEFT_OVER);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (BackupName.isOne(file.getFileName().toString().replace(DRAFT, ""))
            && file.toString().endsWith(DRAFT)
            && Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  @Override
  public void remove(String name) throws IOException {
    Files.delete(folder.resolve(name));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
