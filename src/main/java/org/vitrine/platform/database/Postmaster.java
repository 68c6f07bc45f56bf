package org.vitrine.platform.database;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that runs, or did, as its {@code postmaster.pid} says. */
record Postmaster(ProcessHandle process, int port) {
  private static final Duration STOP_WAIT = Duration.ofSeconds(20);

  /** Reads the file's lines; empty where it is not ready yet or no longer runs. */
  static Optional<Postmaster> of(List<String> pidFile) {
    if (pidFile.size() < 8 || !pidFile.get(7).trim().equals("ready")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(pidFile.get(3).trim());
    return ProcessHandle.of(Long.parseLong(pidFile.get(0).trim()))
        .filter(ProcessHandle::isAlive)
        .map(process -> new Postmaster(process, port));
  }

  long pid() {
    return process.pid();
  }

  /** A process that was given the same number later is another one. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end its work and stop, and waits until it has. */
  void stop() {
    if (!isAlive()) {
      return;
    }
    try {
      // SIGINT is its fast shutdown; SIGTERM would wait for every client to leave.
      new ProcessBuilder("kill", "-INT", String.valueOf(pid())).start().waitFor();
      process.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("PostgreSQL does not stop: process " + pid(), e);
    }
  }
}
