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
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.vitrine.platform.StartFailed;

/**
 * A PostgreSQL of our own in a data directory. Whoever opens it first runs it; who comes while it
 * runs (an import beside a server) uses the running one.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The major version of the PostgreSQL that comes with the program. */
  public static final String MAJOR_VERSION = "18";

  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final String NAME = "postgres";

  private final int port;
  private final EmbeddedPostgres own;
  private final FileLock lock;

  private EmbeddedDatabase(int port, EmbeddedPostgres own, FileLock lock) {
    this.port = port;
    this.own = own;
    this.lock = lock;
  }

  /** Opens the database under this directory, which is made if there is none. */
  public static EmbeddedDatabase open(Path data) {
    Path cluster = data.resolve("postgresql");
    try {
      Files.createDirectories(data);
      requireSameVersion(cluster);
      Optional<FileLock> lock = tryLock(data.resolve("vitrine.lock"));
      Optional<Integer> running = runningPort(cluster);
      if (running.isPresent()) {
        return new EmbeddedDatabase(running.get(), null, lock.orElse(null));
      }
      if (lock.isEmpty()) {
        return new EmbeddedDatabase(awaitRunning(cluster), null, null);
      }
      EmbeddedPostgres own = start(data, cluster);
      return new EmbeddedDatabase(own.getPort(), own, lock.get());
    } catch (IOException e) {
      throw new StartFailed("The data directory " + data + " cannot be used: " + e.getMessage(), e);
    }
  }

  public String url() {
    return "postgresql://postgres@127.0.0.1:" + port + "/" + NAME;
  }

  /** True where another process runs it. */
  public boolean isShared() {
    return own == null;
  }

  @Override
  public void close() {
    try {
      if (own != null) {
        own.close();
      }
      if (lock != null) {
        lock.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start(Path data, Path cluster) throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(cluster)
          .setOverrideWorkingDirectory(data.resolve("programs").toFile())
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPGStartupWait(START_WAIT)
          // The library is made for tests and would not wait for the disk.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("max_connections", "100")
          .start();
    } catch (IllegalStateException e) {
      throw new StartFailed("PostgreSQL does not start in " + cluster + ": " + e.getMessage(), e);
    }
  }

  private static void requireSameVersion(Path cluster) throws IOException {
    Path file = cluster.resolve("PG_VERSION");
    if (Files.exists(file)) {
      String version = Files.readString(file).trim();
      if (!version.equals(MAJOR_VERSION)) {
        throw new StartFailed(
            "The data in %s was written by PostgreSQL %s, and this program brings PostgreSQL %s: export it with pg_dump of version %s, or start with --data and a new directory"
                .formatted(cluster, version, MAJOR_VERSION, version));
      }
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

  /** The server that holds the lock is starting its database: wait for it. */
  private static int awaitRunning(Path cluster) throws IOException {
    long deadline = System.nanoTime() + START_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Integer> port = runningPort(cluster);
      if (port.isPresent()) {
        return port.get();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new StartFailed(
        "Another Vitrine holds "
            + cluster.getParent()
            + " but its database does not answer; stop it and try again");
  }

  /** The port that a live postmaster of this cluster listens on. */
  private static Optional<Integer> runningPort(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 8 || !lines.get(7).trim().equals("ready")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(0).trim());
    int port = Integer.parseInt(lines.get(3).trim());
    boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    return alive && answers(port) ? Optional.of(port) : Optional.empty();
  }

  private static boolean answers(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(NAME);
    source.setUser("postgres");
    source.setConnectTimeout(2);
    try (Connection connection = source.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }
}
