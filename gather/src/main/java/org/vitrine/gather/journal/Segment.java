package org.vitrine.gather.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One file of a journal: its first record is a snapshot, so that it can be read without those
 * before.
 */
final class Segment {
  private static final String NAME = "journal-%016d.log";

  private final Path path;
  private final FileChannel file;
  private long length;

  private Segment(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /** The files that are there, the oldest first. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(found -> found.getFileName().toString().matches("journal-\\d{16}\\.log"))
          .sorted()
          .toList();
    }
  }

  static Segment open(Path path) throws IOException {
    return new Segment(
        path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Written beside and then renamed: whoever sees the file sees all of its snapshot. */
  static Segment begin(Path folder, long number, Frame snapshot) throws IOException {
    Path path = folder.resolve(NAME.formatted(number));
    Path unfinished = folder.resolve("journal.new");
    try (FileChannel fresh =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(fresh, snapshot.encoded(), 0);
      fresh.force(true);
    }
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    forceNames(folder);
    Segment begun = open(path);
    begun.length = begun.file.size();
    return begun;
  }

  private static void forceNames(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /**
   * Reads every whole record from the beginning, with its place; returns how many bytes after the
   * last one are none.
   */
  long readAll(BiConsumer<Frame, Long> each) throws IOException {
    long offset = 0;
    for (Frame.Found found = Frame.readFrom(file, 0);
        found != null;
        found = Frame.readFrom(file, offset)) {
      each.accept(found.frame(), offset);
      offset = found.end();
    }
    length = offset;
    return file.size() - offset;
  }

  /** Cuts off what is no whole record, and keeps it beside for whoever wants to know. */
  void cutTorn() throws IOException {
    long torn = file.size() - length;
    if (torn <= 0) {
      return;
    }
    ByteBuffer rest = ByteBuffer.allocate((int) Math.min(torn, 1024 * 1024));
    file.read(rest, length);
    Files.write(path.resolveSibling(path.getFileName() + ".torn"), rest.array());
    file.truncate(length);
    file.force(true);
  }

  /** Adds records; where that fails, the file is as it was before. */
  long append(ByteBuffer bytes, boolean durable) throws IOException {
    long offset = length;
    try {
      writeAll(file, bytes, offset);
      if (durable) {
        file.force(false);
      }
    } catch (IOException failed) {
      file.truncate(offset);
      throw failed;
    }
    length = offset + bytes.limit();
    return offset;
  }

  Frame read(long offset) {
    try {
      Frame.Found found = Frame.readFrom(file, offset);
      if (found == null) {
        throw new IOException("%s is damaged at byte %d".formatted(path, offset));
      }
      return found.frame();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  long length() {
    return length;
  }

  Path path() {
    return path;
  }

  long number() {
    return Long.parseLong(path.getFileName().toString().substring(8, 24));
  }

  void close() throws IOException {
    file.close();
  }

  void delete() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
    long at = offset;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }
}
