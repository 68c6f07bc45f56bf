package org.vitrine.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether nodes hold more than they did: memory, descriptors, what waits. */
final class Growth {
  private static final long MEGABYTE = 1 << 20;
  private static final long HEAP_MORE = 64 * MEGABYTE;
  private static final long DESCRIPTORS_MORE = 60;
  private static final long WAITING_MORE = 200;
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");
  private static final Pattern CONNECTIONS =
      Pattern.compile("(?m)^vitrine_live_connections (\\S+)$");
  private static final Pattern WAITING = Pattern.compile("(?m)^vertx_pool_queue_pending.* (\\S+)$");

  /**
   * What a node holds once its garbage is collected; {@code life} is which start of it this was.
   */
  private record Held(int life, long heap, long descriptors, long waiting) {
    @Override
    public String toString() {
      return "%d MB heap, %d descriptors beside those of open pages, %d waiting for the database"
          .formatted(heap / MEGABYTE, descriptors, waiting);
    }
  }

  private final Map<Node, Held> first = new HashMap<>();

  /** Looks at every node; what has grown since its first look, in sentences. */
  List<String> look(List<Node> nodes) {
    List<String> grown = new ArrayList<>();
    for (Node node : nodes) {
      Held now = held(node);
      Held before = first.get(node);
      System.out.printf("  node %s holds %s%n", node.name(), now);
      if (before == null || before.life() != now.life()) {
        first.put(node, now);
      } else if (now.heap() > before.heap() + HEAP_MORE
          || now.descriptors() > before.descriptors() + DESCRIPTORS_MORE
          || now.waiting() > before.waiting() + WAITING_MORE) {
        grown.add("Node %s held %s and holds %s".formatted(node.name(), before, now));
      }
    }
    return grown;
  }

  private static Held held(Node node) {
    collectGarbage(node.child().pid());
    String metrics = node.ask("/metrics").orElseThrow().body();
    return new Held(
        node.life(),
        sum(HEAP, metrics),
        descriptors(node.child().pid()) - sum(CONNECTIONS, metrics),
        sum(WAITING, metrics));
  }

  private static void collectGarbage(long pid) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.run")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long sum(Pattern metric, String metrics) {
    Matcher matcher = metric.matcher(metrics);
    double sum = 0;
    while (matcher.find()) {
      sum += Double.parseDouble(matcher.group(1));
    }
    return (long) sum;
  }

  /** Zero where the system does not tell. */
  private static long descriptors(long pid) {
    Path open = Path.of("/proc", String.valueOf(pid), "fd");
    return Optional.of(open).filter(Files::isReadable).map(Growth::entries).orElse(0L);
  }

  private static long entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
