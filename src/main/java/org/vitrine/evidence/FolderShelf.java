package org.vitrine.evidence;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sha256;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Queries;

/**
 * Content as files in a directory that all nodes share, beside the photos. A file is written under
 * a name of its own, brought to the disk, and then named: under its name it is whole, and two who
 * send the same write the same.
 */
final class FolderShelf implements EvidenceShelf {
  private static final Logger LOG = LoggerFactory.getLogger(FolderShelf.class);
  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final Path folder;
  private final FileOpener opener;

  /** Opens a file that is not there yet: where a test lets the disk be full. */
  @FunctionalInterface
  interface FileOpener {
    OutputStream open(Path file) throws IOException;
  }

  FolderShelf(Path folder, FileOpener opener) {
    this.folder = folder;
    this.opener = opener;
  }

  /** Inside of the one that is set; made if there is none. */
  static FolderShelf in(Path photos) {
    Path folder = photos.resolve("evidence");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartFailed("Cannot keep evidence in %s: %s".formatted(folder, e.getMessage()), e);
    }
    return new FolderShelf(
        folder, file -> Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING));
  }

  @Override
  public void keep(Queries transaction, EvidenceHash hash, KeptContent content) {
    try {
      for (EvidenceSize size : EvidenceSize.values()) {
        if (content.bytes(size) > 0) {
          write(file(hash, size), content, size);
        }
      }
    } catch (IOException full) {
      LOG.warn("Evidence cannot be kept in {}: {}", folder, full.getMessage());
      throw new Rejection.Unavailable(
          "The file cannot be stored right now: nothing of it was kept; try again later",
          COME_BACK);
    }
  }

  private void write(Path file, KeptContent content, EvidenceSize size) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "draft-", ".part");
    try {
      try (OutputStream out = opener.open(draft);
          InputStream from = content.open(size)) {
        from.transferTo(out);
      }
      toDisk(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      toDisk(file.getParent());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** What is acknowledged survives a machine that loses its power; a directory's names, too. */
  private static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Stream<Buffer> read(EvidenceHash hash, EvidenceSize size, long from, long to) {
    Path file = file(hash, size);
    return LongStream.rangeClosed(0, (to - from) / PIECE)
        .mapToObj(
            number -> {
              long begin = from + number * PIECE;
              return read(file, begin, (int) Math.min(PIECE, to - begin + 1));
            });
  }

  private static Buffer read(Path file, long begin, int length) {
    ByteBuffer some = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int read = 0;
      while (some.hasRemaining() && read >= 0) {
        read = channel.read(some, begin + some.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(some.array()).slice(0, some.position());
  }

  /** Takes these away, which nobody knows any more. */
  void remove(Collection<EvidenceHash> hashes) {
    for (EvidenceHash hash : hashes) {
      for (EvidenceSize size : EvidenceSize.values()) {
        delete(file(hash, size));
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

  /** Those of which a file has not been touched since; drafts that old are taken away. */
  Set<EvidenceHash> olderThan(Instant moment) {
    Set<EvidenceHash> old = new TreeSet<>((one, other) -> one.text().compareTo(other.text()));
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files
          .filter(file -> Files.isRegularFile(file) && isOlder(file, moment))
          .forEach(
              file -> {
                String stem = file.getFileName().toString().replaceFirst("[.].*", "");
                if (Sha256.is(stem)) {
                  old.add(new EvidenceHash(stem));
                } else {
                  delete(file);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return old;
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  /** In one of 256 directories: none becomes too long to look through. */
  private Path file(EvidenceHash hash, EvidenceSize size) {
    return folder.resolve(hash.text().substring(0, 2)).resolve(hash + "." + size.code());
  }
}
