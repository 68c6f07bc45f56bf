package org.vitrine.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a PostgreSQL that ran before as it was started then: PostgreSQL itself wrote down its
 * program and its options, the port among them.
 */
final class PostgresStart {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresStart.class);
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final Pattern REASON = Pattern.compile("FATAL|PANIC|could not|No space");

  private final Path folder;
  private volatile String reason = "";

  private PostgresStart(Path folder) {
    this.folder = folder;
  }

  /** Returns when it takes connections; throws with PostgreSQL's own word where it does not. */
  static void again(Path folder) throws IOException, InterruptedException {
    new PostgresStart(folder).run();
  }

  private void run() throws IOException, InterruptedException {
    String[] before = Files.readString(folder.resolve("postmaster.opts")).strip().split(" ", 2);
    Process start =
        new ProcessBuilder(command(Path.of(before[0]), before[1]))
            .redirectErrorStream(true)
            .start();
    // The server writes there too, for as long as it runs.
    Thread output =
        Thread.ofVirtual().name("postgresql output").start(() -> pass(start.inputReader()));
    if (start.waitFor() != 0) {
      output.join();
      throw new IOException(reason);
    }
  }

  private List<String> command(Path program, String options) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) { // It refuses to run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            program.resolveSibling("pg_ctl").toString(),
            "-D",
            folder.toString(),
            "-o",
            options,
            "-w",
            "-t",
            String.valueOf(WAIT.toSeconds()),
            "start"));
    return command;
  }

  private void pass(BufferedReader output) {
    try (output) {
      output.lines().forEach(this::note);
    } catch (IOException | UncheckedIOException closed) {
      LOG.debug("PostgreSQL's output ended: {}", closed.getMessage());
    }
  }

  private void note(String line) {
    LOG.debug("{}", line);
    if (reason.isEmpty() || REASON.matcher(line).find()) {
      reason = line;
    }
  }
}
