package org.vitrine.photos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;

/**
 * Photos as files, two each, in a directory that all nodes share. A file is written under another
 * name, brought to the disk, and then named: under its name it is whole. Files come before their
 * row and go after it, so that whatever is in the database is here, and what a crash leaves over is
 * found by {@link #olderThan}.
 */
final class PhotoDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoDirectory.class);
  private static final Duration COME_BACK = Duration.ofMinutes(1);
  private static final String DRAFT = ".part";

  private final Path folder;
  private final Opener opener;

  /** Opens a file that is not there yet: where a test lets the disk be full. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  PhotoDirectory(Path folder, Opener opener) {
    this.folder = folder;
    this.opener = opener;
  }

  /** The one that is set; made if there is none. Throws {@link StartFailed} where it cannot be. */
  static PhotoDirectory at(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "try", DRAFT));
    } catch (IOException e) {
      throw new StartFailed("Cannot keep photos in %s: %s".formatted(folder, e.getMessage()), e);
    }
    return new PhotoDirectory(
        folder, file -> Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
  }

  /**
   * Keeps both sizes, or neither: throws {@link Rejection.Unavailable} where the disk does not take
   * them.
   */
  void keep(PhotoId id, ConvertedPhoto photo) {
    try {
      for (PhotoSize size : PhotoSize.values()) {
        write(file(id, size), photo.in(size));
      }
      toDisk(folder);
    } catch (IOException full) {
      LOG.warn("A photo cannot be kept in {}: {}", folder, full.getMessage());
      remove(List.of(id));
      throw new Rejection.Unavailable(
          "The photo cannot be stored right now: nothing of it was kept; try again later",
          COME_BACK);
    }
  }

  private void write(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT);
    try (OutputStream out = opener.open(draft)) {
      out.write(content);
    }
    toDisk(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What is acknowledged survives a machine that loses its power; a directory's names, too. */
  private static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  Optional<byte[]> find(PhotoId id, PhotoSize size) {
    try {
      return Optional.of(Files.readAllBytes(file(id, size)));
    } catch (NoSuchFileException gone) {
      LOG.error("The photo {} is not in {}", id, folder);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes whatever is there of them away. */
  void remove(Iterable<PhotoId> ids) {
    for (PhotoId id : ids) {
      for (PhotoSize size : PhotoSize.values()) {
        Path file = file(id, size);
        delete(file);
        delete(file.resolveSibling(file.getFileName() + DRAFT));
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}: {}", file, e.getMessage());
    }
  }

  /** Those of which a file has not been touched since. */
  Set<PhotoId> olderThan(Instant moment) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isPhoto(file) && isOlder(file, moment))
          .map(file -> new PhotoId(stem(file)))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPhoto(Path file) {
    return PhotoId.isOne(stem(file)) && file.getFileName().toString().contains(".jpg");
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("[.].*", "");
  }

  private Path file(PhotoId id, PhotoSize size) {
    return folder.resolve(
        switch (size) {
          case FULL -> id + ".jpg";
          case THUMBNAIL -> id + ".thumbnail.jpg";
        });
  }
}
