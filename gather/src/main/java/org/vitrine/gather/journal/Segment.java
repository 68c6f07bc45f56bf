package org.vitrine.gather.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vitrine.gather.journal.Message.Numbered;

/**
 * One file of a journal: its first record is a snapshot, so that it can be read without those
 * before. Of its messages it knows where the first is that is not delivered, and no more: millions
 * may wait.
 */
final class Segment {
  private static final String NAME = "journal-%016d.log";
  private static final String UNFINISHED = "journal.new";

  private final Path path;
  private FileChannel file;
  private long length;
  private long last;
  private long undelivered;
  private final List<Damage> damages = new ArrayList<>();

  private Segment(Path path) throws IOException {
    this.path = path;
    this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** What of a file is no whole record, from one byte to before another. */
  record Damage(long from, long to, boolean atEnd) {

    /** What was cut at the end was never acknowledged; what is missing before it was. */
    boolean isLoss() {
      return !atEnd || from == 0;
    }

    String sentence() {
      return "%d bytes from byte %d on are no whole record; %s"
          .formatted(to - from, from, isLoss() ? "what they held is lost" : "cut while written");
    }
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
    return new Segment(path);
  }

  /** Written beside and then renamed: whoever sees the file sees all of its snapshot. */
  static Segment begin(Path folder, long number, Frame snapshot) throws IOException {
    Path path = folder.resolve(NAME.formatted(number));
    try (FileChannel fresh = emptied(folder.resolve(UNFINISHED))) {
      writeAll(fresh, snapshot.encoded(), 0);
      fresh.force(true);
    }
    rename(folder.resolve(UNFINISHED), path);
    Segment begun = open(path);
    begun.length = begun.file.size();
    return begun;
  }

  private static FileChannel emptied(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel names = openedFolder(to.getParent())) {
      if (names != null) {
        names.force(true);
      }
    }
  }

  /** Null where a folder cannot be opened like a file, as on Windows. */
  private static FileChannel openedFolder(Path folder) {
    try {
      return FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException cannotBe) {
      return null;
    }
  }

  /** Reads every whole record from the beginning; returns what between them is damaged. */
  List<Damage> readAll(Consumer<Frame> each) throws IOException {
    long offset = 0;
    while (offset < file.size()) {
      Frame.Found found = Frame.readFrom(file, offset);
      if (found == null) {
        long next = Frame.nextAfter(file, offset);
        damages.add(new Damage(offset, next, next == file.size()));
        offset = next;
      } else {
        each.accept(found.frame());
        last = Math.max(last, found.frame().last());
        offset = found.end();
      }
    }
    length = file.size();
    return damages;
  }

  /** Takes out what is damaged, and keeps it beside for whoever wants to know. */
  void mend() throws IOException {
    if (damages.isEmpty()) {
      return;
    }
    Path mended = path.resolveSibling(UNFINISHED);
    try (FileChannel whole = emptied(mended);
        FileChannel aside =
            FileChannel.open(
                path.resolveSibling(path.getFileName() + ".damaged"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      long offset = 0;
      for (Damage damage : damages) {
        copy(offset, damage.from(), whole);
        copy(damage.from(), damage.to(), aside);
        offset = damage.to();
      }
      copy(offset, file.size(), whole);
      whole.force(true);
      length = whole.size();
    }
    damages.clear();
    file.close();
    rename(mended, path);
    file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void copy(long from, long to, FileChannel target) throws IOException {
    long at = from;
    while (at < to) {
      at += file.transferTo(at, to - at, target);
    }
  }

  /** Adds records; where that fails, the file is as it was before. */
  void append(List<Frame> frames, boolean durable) throws IOException {
    ByteBuffer bytes = encoded(frames);
    try {
      writeAll(file, bytes, length);
      if (durable) {
        file.force(false);
      }
    } catch (IOException failed) {
      file.truncate(length);
      throw failed;
    }
    length += bytes.limit();
    last = frames.stream().mapToLong(Frame::last).reduce(last, Math::max);
  }

  private static ByteBuffer encoded(List<Frame> frames) throws IOException {
    List<ByteBuffer> all = new ArrayList<>();
    for (Frame frame : frames) {
      all.add(frame.encoded());
    }
    ByteBuffer bytes = ByteBuffer.allocate(all.stream().mapToInt(ByteBuffer::remaining).sum());
    all.forEach(bytes::put);
    return bytes.flip();
  }

  /** Its first messages after this number, at most so many. */
  List<Numbered> after(long done, int most) {
    List<Numbered> found = new ArrayList<>();
    if (isDelivered(done)) {
      return found;
    }
    long offset = undelivered;
    while (offset < length && found.size() < most) {
      Frame.Found next = read(offset);
      offset = next.end();
      if (next.frame().last() > done) {
        addAfter(done, next.frame(), most, found);
      } else if (found.isEmpty()) {
        undelivered = offset;
      }
    }
    return found;
  }

  private static void addAfter(long done, Frame frame, int most, List<Numbered> found) {
    List<Message> messages = frame.entry().messages();
    for (int i = 0; i < messages.size() && found.size() < most; i++) {
      if (frame.from() + i > done) {
        found.add(new Numbered(frame.from() + i, messages.get(i)));
      }
    }
  }

  private Frame.Found read(long offset) {
    try {
      Frame.Found found = Frame.readFrom(file, offset);
      if (found == null) {
        throw new IOException("%s is damaged at byte %d".formatted(path, offset));
      }
      return found;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** True where none of its messages comes after this number. */
  boolean isDelivered(long done) {
    return last <= done;
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
