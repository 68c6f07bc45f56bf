package org.vitrine.bench.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that was started on a core of its own. What it says is heard line by line. */
public final class Program implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(8);

  private final String name;
  private final Process process;
  private final Writer input;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  Program(
      String name,
      Core core,
      List<String> command,
      Map<String, String> environment,
      Path folder,
      Path complaints)
      throws IOException {
    this.name = name;
    List<String> bound = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core.number)));
    bound.addAll(command);
    // taskset becomes the program, so that its process id is the program's.
    ProcessBuilder starting =
        new ProcessBuilder(bound)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()));
    starting.environment().putAll(environment);
    this.process = starting.start();
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().start(this::listen);
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(said::add);
    } catch (IOException | RuntimeException ended) {
      // It has nothing more to say.
    }
  }

  public long pid() {
    return process.pid();
  }

  public void tell(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /** Waits for a line that begins like this, and passes over others. */
  public String hear(String beginning, Duration atMost) throws InterruptedException {
    return hear(line -> line.startsWith(beginning), "«" + beginning + " …»", atMost);
  }

  String hear(Predicate<String> wanted, String what, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      String line = said.poll(200, TimeUnit.MILLISECONDS);
      if (line != null && wanted.test(line)) {
        return line;
      }
      if (line == null && !process.isAlive()) {
        throw new IllegalStateException(
            name + " ended with " + process.exitValue() + " before it said " + what);
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            name + " did not say " + what + " within " + atMost.toSeconds() + " s");
      }
    }
  }

  /** Sends a signal, such as STOP or CONT. */
  public void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start().waitFor();
  }

  /** Asks it to end, and ends it where it does not. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
