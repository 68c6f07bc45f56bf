package org.vitrine.gather.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.vitrine.gather.journal.Message.Numbered;

/**
 * The one place where what machines said is kept until Vitrine has it: files that only grow, in a
 * folder of its own. What {@link #append} returned from is on disk; what is not whole is not there.
 */
public final class Journal implements Closeable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Path folder;
  private final Limits limits;
  private final Memory memory = new Memory();
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Deque<Place> waiting = new ArrayDeque<>();
  private final List<String> damages = new ArrayList<>();
  private FileChannel lockFile;
  private long next = 1;
  private long done;

  /**
   * @param segmentBytes when the next file is begun
   * @param atMostBytes how much may wait on disk
   */
  public record Limits(long segmentBytes, long atMostBytes) {
    public static final Limits USUAL = new Limits(8L << 20, 20L << 30);
  }

  /** The disk has no room, or what may wait has reached its limit. */
  public static final class Full extends IOException {
    Full(String sentence) {
      super(sentence);
    }
  }

  /** Where an entry with messages is. */
  private record Place(Segment segment, long offset, long from, int count) {
    long last() {
      return from + count - 1;
    }
  }

  private Journal(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Opens what is there, or begins; {@link IOException} says why where it cannot be. */
  public static Journal open(Path folder, Limits limits) throws IOException {
    Journal journal = new Journal(folder, limits);
    Files.createDirectories(folder);
    journal.lockFolder();
    journal.readSegments();
    return journal;
  }

  private void lockFolder() throws IOException {
    lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked()) {
      lockFile.close();
      throw new IOException(
          "Another gatherer works in %s; give each its own folder (data:)".formatted(folder));
    }
  }

  private boolean isLocked() throws IOException {
    try {
      return lockFile.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  private void readSegments() throws IOException {
    for (Path path : Segment.in(folder)) {
      Segment segment = Segment.open(path);
      long torn = segment.readAll((frame, offset) -> read(segment, frame, offset));
      segments.addLast(segment);
      if (torn > 0) {
        damages.add("%s: its last %d bytes were no whole record".formatted(path, torn));
        segment.cutTorn();
      }
    }
    waiting.removeIf(place -> place.last() <= done);
    if (segments.isEmpty() || segments.getLast().length() == 0) {
      beginSegment();
    }
    forgetDelivered();
  }

  private void read(Segment segment, Frame frame, long offset) {
    if (frame.snapshot() != null) {
      memory.replaceBy(frame.snapshot().state(), frame.snapshot().seen());
      next = Math.max(next, frame.snapshot().next());
    }
    if (frame.done() != null) {
      done = Math.max(done, frame.done());
    }
    if (frame.entry() != null) {
      memory.apply(frame.entry());
      place(segment, frame, offset);
    }
  }

  private void place(Segment segment, Frame frame, long offset) {
    int count = frame.entry().messages().size();
    if (count > 0) {
      waiting.addLast(new Place(segment, offset, frame.from(), count));
      next = frame.from() + count;
    }
  }

  /** What is remembered: whoever makes entries applies them to it, and appends them next. */
  public Memory memory() {
    return memory;
  }

  /** What was found damaged when it was opened, a sentence each. */
  public List<String> damages() {
    return List.copyOf(damages);
  }

  /**
   * Keeps all of them, in this order; they are on disk when it returns. Where it throws, none of
   * them is kept and it may be tried again.
   */
  public void append(List<Entry> entries) throws IOException {
    lock.lock();
    try {
      requireRoom();
      keep(entries);
      beginSegmentWhereDue();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Only now does the memory hold what was kept and nothing else. If it fails, the next time will
   * do.
   */
  private void beginSegmentWhereDue() {
    if (segments.getLast().length() <= limits.segmentBytes()) {
      return;
    }
    try {
      beginSegment();
      forgetDelivered();
    } catch (IOException failed) {
      damages.add("No new file could be begun in %s: %s".formatted(folder, failed.getMessage()));
    }
  }

  private void requireRoom() throws Full {
    long kept = segments.stream().mapToLong(Segment::length).sum();
    if (kept >= limits.atMostBytes()) {
      throw new Full("%d MB wait in %s, as much as may".formatted(kept / 1_000_000, folder));
    }
  }

  private void keep(List<Entry> entries) throws IOException {
    List<ByteBuffer> encoded = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    long from = next;
    int total = 0;
    for (Entry entry : entries) {
      Frame frame = Frame.of(entry.messages().isEmpty() ? 0 : from, entry);
      from += entry.messages().size();
      frames.add(frame);
      encoded.add(frame.encoded());
      total += encoded.getLast().limit();
    }
    ByteBuffer bytes = ByteBuffer.allocate(total);
    encoded.forEach(one -> bytes.put(one.duplicate()));
    long offset = segments.getLast().append(bytes.flip(), true);
    for (int i = 0; i < frames.size(); i++) {
      place(segments.getLast(), frames.get(i), offset);
      offset += encoded.get(i).limit();
    }
  }

  private void beginSegment() throws IOException {
    long number = segments.isEmpty() ? 1 : segments.getLast().number() + 1;
    Frame.Snapshot snapshot = new Frame.Snapshot(next, memory.state(), memory.seen());
    segments.addLast(Segment.begin(folder, number, Frame.of(snapshot, done)));
  }

  /** The next that are to be delivered, at most so many (always one, where there is one). */
  public List<Numbered> next(int most) {
    lock.lock();
    try {
      List<Numbered> found = new ArrayList<>();
      for (Place place : waiting) {
        if (found.size() >= most) {
          break;
        }
        List<Message> messages = place.segment().read(place.offset()).entry().messages();
        for (int i = 0; i < messages.size() && found.size() < most; i++) {
          if (place.from() + i > done) {
            found.add(new Numbered(place.from() + i, messages.get(i)));
          }
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /**
   * All up to this number are delivered or set aside. Not forced to disk: what is sent a second
   * time is known.
   */
  public void done(long number) throws IOException {
    lock.lock();
    try {
      done = Math.max(done, number);
      while (!waiting.isEmpty() && waiting.getFirst().last() <= done) {
        waiting.removeFirst();
      }
      segments.getLast().append(Frame.ofDone(done).encoded(), false);
      forgetDelivered();
    } finally {
      lock.unlock();
    }
  }

  private void forgetDelivered() throws IOException {
    while (segments.size() > 1
        && (waiting.isEmpty() || waiting.getFirst().segment() != segments.getFirst())) {
      segments.removeFirst().delete();
    }
  }

  /** How many messages wait. */
  public long waiting() {
    lock.lock();
    try {
      return next - 1 - done;
    } finally {
      lock.unlock();
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      for (Segment segment : segments) {
        segment.close();
      }
      lockFile.close();
    } finally {
      lock.unlock();
    }
  }
}
