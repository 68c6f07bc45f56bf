package org.vitrine.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.platform.StartFailed;

/**
 * A PostgreSQL of our own in a data directory. Whoever opens it first runs it; who comes while it
 * runs (an import beside a server) uses the running one. One that was left over by a crash is taken
 * over, and stopped at the end like our own. One that dies is started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final String NAME = "postgres";

  private final String url;
  private final Optional<Run> run;
  private final DataDisk disk;

  /** A PostgreSQL that is ours to keep running, and to stop. */
  private record Run(Supervisor supervisor, Stop stop, FileLock lock) {
    private void end() throws IOException {
      supervisor.close();
      stop.now();
      lock.channel().close();
    }
  }

  @FunctionalInterface
  private interface Stop {
    void now() throws IOException;
  }

  private EmbeddedDatabase(String url, Optional<Run> run, DataDisk disk) {
    this.url = url;
    this.run = run;
    this.disk = disk;
    run.ifPresent(own -> own.supervisor().start());
  }

  /** Opens the database under this directory, which is made if there is none. */
  public static EmbeddedDatabase open(Path data) {
    DataDirectory directory = new DataDirectory(data);
    try {
      Files.createDirectories(data);
      directory.forTheOwnerOnly();
      directory.requireSameVersion();
      Optional<FileLock> lock = tryLock(data.resolve("vitrine.lock"));
      return lock.isPresent() ? run(directory, lock.get()) : share(directory);
    } catch (IOException e) {
      throw new StartFailed("Cannot use the data directory " + data + ": " + e.getMessage(), e);
    }
  }

  public String url() {
    return url;
  }

  /** True where another process runs it, and may stop it. */
  public boolean isShared() {
    return run.isEmpty();
  }

  /** What is the matter with it, or with its disk, for whoever operates this. */
  public Optional<String> trouble() {
    return run.flatMap(own -> own.supervisor().trouble()).or(disk::trouble);
  }

  @Override
  public void close() {
    try {
      if (run.isPresent()) {
        run.get().end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase run(DataDirectory directory, FileLock lock) throws IOException {
    String password = directory.password();
    Optional<Postmaster> leftOver = directory.running();
    if (leftOver.isPresent() && answers(url(leftOver.get().port(), password))) {
      Supervisor supervisor = new Supervisor(directory, leftOver.get());
      return new EmbeddedDatabase(
          url(leftOver.get().port(), password),
          Optional.of(new Run(supervisor, () -> supervisor.postmaster().stop(), lock)),
          new DataDisk(directory.data()));
    }
    EmbeddedPostgres own = start(directory, password);
    Supervisor supervisor = new Supervisor(directory, directory.running().orElseThrow());
    return new EmbeddedDatabase(
        url(own.getPort(), password),
        Optional.of(new Run(supervisor, own::close, lock)),
        new DataDisk(directory.data()));
  }

  private static EmbeddedPostgres start(DataDirectory directory, String password)
      throws IOException {
    try {
      EmbeddedPostgres started =
          DatabaseLocale.set(EmbeddedPostgres.builder())
              .setDataDirectory(directory.folder())
              .setOverrideWorkingDirectory(directory.programs().toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_WAIT)
              // The library is made for tests: it would let anybody on this machine in. What it
              // calls the locale's settings are further options of initdb: the last one counts.
              .setLocaleConfig("auth-host", "scram-sha-256")
              .setLocaleConfig("auth-local", "scram-sha-256")
              .setLocaleConfig("pwfile", directory.passwordFile().toString())
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              // Nor would it wait for the disk.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
      directory.forTheOwnerOnly(); // Unpacking has opened the folder to others.
      return started;
    } catch (IllegalStateException e) {
      throw new StartFailed(
          "PostgreSQL cannot start in " + directory.folder() + ": " + e.getMessage(), e);
    }
  }

  private static Optional<FileLock> tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return Optional.ofNullable(lock);
    } catch (OverlappingFileLockException e) {
      channel.close();
      return Optional.empty();
    }
  }

  /** Whoever holds the lock runs the database, or is about to: wait for it. */
  private static EmbeddedDatabase share(DataDirectory directory) throws IOException {
    long deadline = System.nanoTime() + START_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Postmaster> running = directory.running();
      if (running.isPresent()) {
        String url = url(running.get().port(), directory.password());
        if (answers(url)) {
          return new EmbeddedDatabase(url, Optional.empty(), new DataDisk(directory.data()));
        }
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new StartFailed(
        "Another Vitrine is using "
            + directory.data()
            + " but its database does not respond; stop it and try again");
  }

  private static String url(int port, String password) {
    return "postgresql://postgres:" + password + "@127.0.0.1:" + port + "/" + NAME;
  }

  private static boolean answers(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }
}
