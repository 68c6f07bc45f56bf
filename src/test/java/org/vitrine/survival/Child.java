package org.vitrine.survival;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of our own. It hears lines and says lines; it ends by itself when it hears no
 * more, so that none is left over, however the one who started it ends.
 */
final class Child implements AutoCloseable {
  private static final int GOODBYE_SECONDS = 20;

  private final Process process;
  private final BufferedReader mouth;

  private Child(Process process) {
    this.process = process;
    this.mouth = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a main class on our own class path; what it logs is added to a file. */
  static Child start(Class<?> main, Path log, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "-Xmx384m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("VITRINE_"));
    try {
      Files.createDirectories(log.getParent());
      return new Child(
          builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  BufferedWriter ear() {
    return process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Reads what it says up to a line that contains this. */
  String nextLineWith(String text) {
    try {
      for (String line = mouth.readLine(); line != null; line = mouth.readLine()) {
        if (line.contains(text)) {
          return line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("It ended without saying “" + text + "”");
  }

  void kill() {
    Signal.KILL.to(pid());
    await();
  }

  private boolean await() {
    try {
      return process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asks it to stop; one that does not is killed. */
  @Override
  public void close() {
    if (process.isAlive()) {
      Signal.CONT.to(pid());
      process.destroy();
      if (!await()) {
        kill();
      }
    }
  }
}
