package org.vitrine.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vitrine.bench.measure.Latencies;

/**
 * Many WebSocket clients in one process on the clients' core: {@code native/crowd}. Each remembers
 * the cursor that it heard last.
 */
public final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 30;

  private final Program program;
  private final Path folder;
  private final String name;
  private final int count;

  private Crowd(Program program, Path folder, String name, int count) {
    this.program = program;
    this.folder = folder;
    this.name = name;
    this.count = count;
  }

  /** What every client of a crowd has in common. */
  public record Plan(
      int port, int count, String path, String header, String say, int topics, List<String> more) {

    /** So many clients at a path; in it, {@code {n}} becomes a number from 1 to {@code topics}. */
    public static Plan of(int port, int count, String path) {
      return new Plan(port, count, path, "", "", 1, List.of());
    }

    public Plan withHeader(String line) {
      return new Plan(port, count, path, line, say, topics, more);
    }

    /** Says this once it is connected; {@code {since}} becomes the cursor that it has, if any. */
    public Plan saying(String message) {
      return new Plan(port, count, path, header, message, topics, more);
    }

    public Plan over(int topicCount) {
      return new Plan(port, count, path, header, say, topicCount, more);
    }

    /** Further options of the program. */
    public Plan with(String... options) {
      List<String> all = new ArrayList<>(more);
      all.addAll(List.of(options));
      return new Plan(port, count, path, header, say, topics, all);
    }

    /** Watchers of Vitrine's orders, signed in. */
    public static Plan watching(Vitrine vitrine, int count, int orders) {
      return of(vitrine.port(), count, "/live")
          .withHeader(vitrine.keyHeader())
          .saying("{\"watch\":\"orders/B-{n}\"{since}}")
          .over(orders);
    }
  }

  /** Starts the process; nobody connects yet. */
  public static Crowd start(Lab lab, String name, Plan plan) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                lab.built().resolve("crowd").toString(),
                String.valueOf(plan.port()),
                String.valueOf(plan.count()),
                "--path",
                plan.path(),
                "--topics",
                String.valueOf(plan.topics())));
    if (!plan.header().isEmpty()) {
      command.addAll(List.of("--header", plan.header()));
    }
    if (!plan.say().isEmpty()) {
      command.addAll(List.of("--say", plan.say()));
    }
    command.addAll(plan.more());
    return new Crowd(lab.start(name, Core.CLIENT, command), lab.folder(), name, plan.count());
  }

  /** Connects all of them; returns the milliseconds until the last one was in and answered. */
  public double connect() throws IOException, InterruptedException {
    return comeBack().millis();
  }

  /**
   * All of them are in again.
   *
   * @param refused how many handshakes were refused and tried again
   */
  public record Return(double millis, int refused) {}

  /** Connects all of them, each with the cursor that it has. */
  public Return comeBack() throws IOException, InterruptedException {
    return allIn("connect");
  }

  /** From now on they connect to another server. */
  public void goTo(int port) throws IOException {
    program.tell("port " + port);
  }

  /** All of them turn to other orders of Vitrine's, from this one on. */
  public void watchInstead(int firstOrder) throws IOException, InterruptedException {
    allIn("say " + firstOrder + " {\"unwatch\":\"orders/B-{old}\",\"watch\":\"orders/B-{n}\"}");
  }

  private Return allIn(String command) throws IOException, InterruptedException {
    program.tell(command);
    String[] ready = program.hear("ready ", PATIENCE).split(" ");
    return new Return(Double.parseDouble(ready[2]), Integer.parseInt(ready[3]));
  }

  /** All of them hang up, without a word. */
  public void drop() throws IOException, InterruptedException {
    program.tell("drop");
    program.hear("dropped", PATIENCE);
  }

  /**
   * What was heard since the last time this was asked.
   *
   * @param closed how many were sent away
   */
  public record Heard(long frames, long bytes, int closed, double cpuSeconds, Latencies latencies) {

    private Heard and(Heard later) {
      return new Heard(
          frames + later.frames,
          bytes + later.bytes,
          closed + later.closed,
          cpuSeconds + later.cpuSeconds,
          latencies.and(later.latencies));
    }
  }

  public Heard heard() throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".latencies");
    program.tell("mark " + file);
    String[] marked = program.hear("marked ", PATIENCE).split(" ");
    Latencies latencies = Latencies.readFrom(file);
    Files.delete(file);
    return new Heard(
        Long.parseLong(marked[1]),
        Long.parseLong(marked[2]),
        Integer.parseInt(marked[3]),
        Long.parseLong(marked[4]) / 1e9,
        latencies);
  }

  /** Waits until so many frames were heard, and returns all of them. */
  public Heard heard(long frames) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Heard all = heard();
    while (all.frames() < frames) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s heard %d of %d frames".formatted(name, all.frames(), frames));
      }
      Thread.sleep(LOOK_MILLIS);
      all = all.and(heard());
    }
    return all;
  }

  /** Waits until each of them is at the state that is right for its place in the crowd. */
  public void awaitStates(IntFunction<String> ending) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long wrong;
    while ((wrong = wrongStates(ending)) > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%d of %d of %s have a state that is not the database's".formatted(wrong, count, name));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private long wrongStates(IntFunction<String> ending) throws IOException, InterruptedException {
    List<String> states = lastStates();
    return IntStream.range(0, count)
        .filter(client -> !states.get(client).endsWith(ending.apply(client)))
        .count();
  }

  /** The cursor that each of them heard last; empty for one that heard nothing. */
  public List<String> lastStates() throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".states");
    program.tell("states " + file);
    program.hear("stated", PATIENCE);
    return Files.readAllLines(file);
  }

  /** What the first of them heard last, as it came. */
  public String lastMessage() throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".message");
    program.tell("message " + file);
    program.hear("told", PATIENCE);
    return Files.readString(file);
  }

  public Program program() {
    return program;
  }
}
