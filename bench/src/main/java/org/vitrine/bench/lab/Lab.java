package org.vitrine.bench.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where one row is measured: a folder of its own, and whatever the row starts; ends all of it. */
public final class Lab implements AutoCloseable {
  private final Path project;
  private final Path folder;
  private final boolean quick;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * @param project where Vitrine's sources are
   * @param quick few short rounds: enough to see that a row works
   */
  public Lab(Path project, Path folder, boolean quick) throws IOException {
    this.project = project;
    this.folder = folder;
    this.quick = quick;
    erase(folder);
    Files.createDirectories(folder);
  }

  /** A part of a row that ends what it started before the next part begins. */
  public Lab turn() throws IOException {
    return keep(new Lab(project, folder.resolve("turn"), quick));
  }

  public Path project() {
    return project;
  }

  public Path folder() {
    return folder;
  }

  /** Where the measurements' own programs were built. */
  public Path built() {
    return project.resolve("bench/target");
  }

  public boolean isQuick() {
    return quick;
  }

  public int rounds() {
    return quick ? 2 : 7;
  }

  public Duration round() {
    return quick ? Duration.ofSeconds(1) : Duration.ofSeconds(2);
  }

  /** How long a virtual machine is warmed before it counts. */
  public Duration warmUp() {
    return quick ? Duration.ofSeconds(2) : Duration.ofSeconds(16);
  }

  /** Notes that this must be closed when the row is done; the last one first. */
  public synchronized <T extends AutoCloseable> T keep(T opened) {
    open.push(opened);
    return opened;
  }

  /** Starts a program on a core; what it complains of is in {@code <name>.err}. */
  public Program start(String name, Core core, List<String> command) throws IOException {
    return start(name, core, command, Map.of());
  }

  /** The same with these variables set. */
  public Program start(
      String name, Core core, List<String> command, Map<String, String> environment)
      throws IOException {
    return keep(
        new Program(name, core, command, environment, project, folder.resolve(name + ".err")));
  }

  /**
   * Starts a Java program of the measurements' own with the flags of Vitrine's launcher.
   *
   * @param options further flags of the virtual machine, separated by blanks
   */
  public Program startJava(
      String name, Core core, String options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "-XX:MaxRAMPercentage=50",
                "--enable-native-access=ALL-UNNAMED"));
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return start(name, core, command);
  }

  /** Runs a program to its end and returns what it said. */
  public List<String> run(Core core, List<String> command) throws IOException {
    List<String> bound = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core.number)));
    bound.addAll(command);
    Process process =
        new ProcessBuilder(bound).directory(folder.toFile()).redirectErrorStream(true).start();
    keep(process::destroyForcibly);
    try (var output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            command.getFirst() + " failed: " + String.join(" | ", lines));
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A port that nothing listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("Could not end everything: " + e);
      }
    }
  }

  private static void erase(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
