package org.vitrine.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The CPU time that programs have used, in nanoseconds: the scheduler's own account of every thread
 * ({@code /proc/<pid>/task/<tid>/schedstat}), since {@code utime} and {@code stime} count in ticks
 * of 10 ms. A thread that ends in between takes what it used since the last look with it.
 */
public final class Cpu {
  private static final Path PROC = Path.of("/proc");

  private final List<Long> pids;
  private final boolean withChildren;
  private Map<String, Long> before;

  private Cpu(List<Long> pids, boolean withChildren) {
    this.pids = pids;
    this.withChildren = withChildren;
    this.before = look();
  }

  /** Of these programs, from now on. */
  public static Cpu of(Long... pids) {
    return new Cpu(List.of(pids), false);
  }

  /** Of this program and all that it started, as PostgreSQL and nginx do. */
  public static Cpu ofFamily(long pid) {
    return new Cpu(List.of(pid), true);
  }

  /** What was used since the last time this was asked. */
  public long usedNanos() {
    Map<String, Long> now = look();
    long used = 0;
    for (Map.Entry<String, Long> thread : now.entrySet()) {
      used += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    before = now;
    return used;
  }

  private Map<String, Long> look() {
    Map<String, Long> threads = new HashMap<>();
    Stream<Long> all =
        withChildren
            ? pids.stream().flatMap(pid -> Stream.concat(Stream.of(pid), childrenOf(pid)))
            : pids.stream();
    all.forEach(pid -> lookAt(PROC.resolve(pid.toString()).resolve("task"), threads));
    return threads;
  }

  private static Stream<Long> childrenOf(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid);
  }

  private static void lookAt(Path tasks, Map<String, Long> threads) {
    try (Stream<Path> all = Files.list(tasks)) {
      all.forEach(
          task -> {
            String account = read(task.resolve("schedstat"));
            if (!account.isEmpty()) {
              threads.put(task.toString(), Long.parseLong(account.split(" ")[0]));
            }
          });
    } catch (IOException | UncheckedIOException gone) {
      // It has ended, perhaps while it was looked at.
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
