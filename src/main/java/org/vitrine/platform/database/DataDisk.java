package org.vitrine.platform.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The disk that a data directory lies on. */
record DataDisk(Path data) {
  /**
   * PostgreSQL takes room for its log 16 MB at a time, and ends where it finds none: so it is told
   * before that.
   */
  private static final long LEAST_FREE = 64L << 20;

  /** What is the matter with it, if something is, for whoever operates this. */
  Optional<String> trouble() {
    try {
      FileStore disk = Files.getFileStore(data);
      long free = disk.getUsableSpace();
      return free < LEAST_FREE
          ? Optional.of("The disk of the data directory is full: %d MB left".formatted(free >> 20))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of("Cannot access the data directory");
    }
  }
}
