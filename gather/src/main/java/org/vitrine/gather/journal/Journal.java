package org.vitrine.gather.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.vitrine.gather.journal.Message.Numbered;

/**
 * The one place where what machines said is kept until Vitrine has it: files that only grow, in a
 * folder of its own. What {@link #append} returned from is on disk; what is not whole is not there.
 */
public final class Journal implements Closeable {
  private static final String LOST = "|lost";

  /** Says that everybody who has to know of lost records does. */
  public static final Entry LOSS_TOLD = Entry.remembering(Map.of(LOST, ""));

  private final ReentrantLock lock = new ReentrantLock();
  private final Path folder;
  private final Limits limits;
  private final Memory memory = new Memory();
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final List<String> damages = new ArrayList<>();
  private final FileStore disk;
  private FileChannel lockFile;
  private long next = 1;
  private long done;
  private long firstKept;

  /**
   * @param segmentBytes when the next file is begun
   * @param atMostBytes how much may wait on disk
   * @param leavesFreeBytes what is left for what makes room again: a new file, what is set aside
   */
  public record Limits(long segmentBytes, long atMostBytes, long leavesFreeBytes) {
    public static final Limits USUAL = new Limits(8L << 20, 20L << 30, 32L << 20);
  }

  /** The disk has no room, or what may wait has reached its limit. */
  public static final class Full extends IOException {
    Full(String sentence) {
      super(sentence);
    }
  }

  private Journal(Path folder, Limits limits) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.disk = Files.getFileStore(folder);
    this.limits = limits;
  }

  /** Opens what is there, or begins; {@link IOException} says why where it cannot be. */
  public static Journal open(Path folder, Limits limits) throws IOException {
    Journal journal = new Journal(folder, limits);
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
    boolean lost = false;
    for (Path path : Segment.in(folder)) {
      Segment segment = Segment.open(path);
      segments.addLast(segment);
      for (Segment.Damage damage : segment.readAll(this::read)) {
        damages.add("%s: %s".formatted(path, damage.sentence()));
        lost |= damage.isLoss();
      }
    }
    if (lost) {
      memory.apply(Entry.remembering(Map.of(LOST, "records")));
    }
    done = Math.max(done, (firstKept == 0 ? next : firstKept) - 1);
    if (segments.isEmpty() || segments.getLast().length() == 0 || lost) {
      beginSegment();
    }
    for (Segment segment : segments) {
      segment.mend();
    }
    forgetDelivered();
  }

  private void read(Frame frame) {
    if (frame.snapshot() != null) {
      memory.replaceBy(frame.snapshot().state(), frame.snapshot().seen());
      next = Math.max(next, frame.snapshot().next());
    }
    if (frame.done() != null) {
      done = Math.max(done, frame.done());
    }
    if (frame.entry() != null) {
      memory.apply(frame.entry());
    }
    if (frame.last() > 0) {
      firstKept = firstKept == 0 ? frame.from() : firstKept;
      next = Math.max(next, frame.last() + 1);
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
   * True where records are lost that were kept before, until {@link #LOSS_TOLD} is kept: what is
   * remembered may be older than what was delivered, so nothing may be counted over it.
   */
  public boolean lostRecords() {
    return memory.of(LOST) != null;
  }

  /**
   * Keeps all of them, in this order; they are on disk when it returns. Where it throws, none of
   * them is kept and it may be tried again.
   */
  public void append(List<Entry> entries) throws IOException {
    lock.lock();
    try {
      forgetDelivered();
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
      // The file that is there takes what comes.
    }
  }

  private void requireRoom() throws IOException {
    long free = disk.getUsableSpace();
    if (free < limits.leavesFreeBytes()) {
      throw new Full("Only %d MB are free in %s".formatted(free / 1_000_000, folder));
    }
    long kept = segments.stream().mapToLong(Segment::length).sum();
    if (kept >= limits.atMostBytes()) {
      throw new Full("%d MB wait in %s, as much as may".formatted(kept / 1_000_000, folder));
    }
  }

  private void keep(List<Entry> entries) throws IOException {
    List<Frame> frames = new ArrayList<>();
    long from = next;
    for (Entry entry : entries) {
      frames.add(Frame.of(entry.messages().isEmpty() ? 0 : from, entry));
      from += entry.messages().size();
    }
    segments.getLast().append(frames, true);
    next = from;
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
      for (Segment segment : segments) {
        found.addAll(segment.after(done, most - found.size()));
        if (found.size() >= most) {
          break;
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /**
   * All up to this number are delivered or set aside. Not forced to disk: what is sent a second
   * time is known. Files go first: on a full disk that is what makes room for the word on it.
   */
  public void done(long number) throws IOException {
    lock.lock();
    try {
      if (number > done) {
        done = number;
        forgetDelivered();
        segments.getLast().append(List.of(Frame.ofDone(done)), false);
      }
    } finally {
      lock.unlock();
    }
  }

  private void forgetDelivered() throws IOException {
    while (segments.size() > 1 && segments.getFirst().isDelivered(done)) {
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
