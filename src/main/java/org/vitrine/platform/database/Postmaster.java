package org.vitrine.platform.database;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that runs, as its {@code postmaster.pid} says. */
record Postmaster(long pid, int port) {
  private static final Duration STOP_WAIT = Duration.ofSeconds(20);

  /** Reads the file's lines; empty where it is not ready yet or no longer runs. */
  static Optional<Postmaster> of(List<String> pidFile) {
    if (pidFile.size() < 8 || !pidFile.get(7).trim().equals("ready")) {
      return Optional.empty();
    }
    Postmaster found =
        new Postmaster(
            Long.parseLong(pidFile.get(0).trim()), Integer.parseInt(pidFile.get(3).trim()));
    return found.process().isPresent() ? Optional.of(found) : Optional.empty();
  }

  /** Asks it to end its work and stop, and waits until it has. */
  void stop() {
    process()
        .ifPresent(
            process -> {
              try {
                // SIGINT is its fast shutdown; SIGTERM would wait for every client to leave.
                new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
                process.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (IOException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("PostgreSQL does not stop: process " + pid, e);
              }
            });
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }
}
