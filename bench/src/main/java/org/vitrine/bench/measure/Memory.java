package org.vitrine.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process keeps in memory, in bytes. */
public final class Memory {
  private Memory() {}

  /** Live objects in the heap of a virtual machine, after a full collection. */
  public static long liveHeap(long pid) throws IOException, InterruptedException {
    List<String> lines = jcmd(pid, "GC.class_histogram");
    String total =
        lines.stream().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    return Long.parseLong(total.split("\\s+")[2]);
  }

  /** Collects garbage twice, so that what was only reachable from garbage is gone too. */
  public static void collect(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
  }

  /** Resident memory of its own: not the files that it maps. */
  public static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
        .filter(line -> line.startsWith("RssAnon:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> jcmd(long pid, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("jcmd " + command + ": " + String.join(" | ", lines));
      }
      return lines;
    }
  }
}
