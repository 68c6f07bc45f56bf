package org.vitrine.survival;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that a test may kill: on the same files and the same port when it comes again. */
public final class OwnPostgres implements AutoCloseable {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final int TRIES = 20;

  static {
    // That one which was killed cannot be stopped any more is no news here.
    ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
  }

  private final Path data;
  private EmbeddedPostgres server;
  private int copies;
  private int port;

  public OwnPostgres(Path data) {
    this.data = data;
    start();
  }

  int port() {
    return port;
  }

  /** The database as whoever comes over this port reaches it. */
  static String urlAt(int port) {
    return "postgresql://postgres@127.0.0.1:" + port + "/postgres";
  }

  public String url() {
    return urlAt(port);
  }

  /** After a kill, what it leaves behind may need a moment to be gone. */
  public void start() {
    for (int attempt = 1; ; attempt++) {
      try {
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(true)
                .setPGStartupWait(START_WAIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150");
        server = (port == 0 ? builder : builder.setPort(port)).start();
        port = server.getPort();
        return;
      } catch (IOException | RuntimeException e) {
        if (attempt == TRIES) {
          throw new IllegalStateException("PostgreSQL does not start again in " + data, e);
        }
        Pause.millis(200);
      }
    }
  }

  /** {@code kill -9}: nothing is finished, nothing is written, nobody is told. */
  public void kill() {
    Signal.KILL.to(pid());
    close();
  }

  /** Copies its files as they are now, for {@link #isReplacedBy}; stops for a moment for it. */
  public Path keep() {
    Path copy = data.resolveSibling(data.getFileName() + " " + ++copies);
    close();
    copy(data, copy);
    start();
    return copy;
  }

  /**
   * {@code kill -9}; whoever starts it again finds these files in the place of its own, as after a
   * restore: what was written since they were kept never was, and its ids are given out anew.
   */
  public void isReplacedBy(Path copy) {
    kill();
    delete(data);
    copy(copy, data);
  }

  private static void copy(Path from, Path to) {
    each(
        from,
        Comparator.naturalOrder(),
        file -> Files.copy(file, to.resolve(from.relativize(file)), COPY_ATTRIBUTES));
  }

  private static void delete(Path folder) {
    each(folder, Comparator.reverseOrder(), Files::delete);
  }

  private interface FileAction {
    void on(Path file) throws IOException;
  }

  private static void each(Path folder, Comparator<Path> order, FileAction action) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(order).toList()) {
        action.on(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code kill -9} of what serves one client, at which PostgreSQL ends all others and recovers.
   */
  void killOneBackend() {
    find("SELECT pid FROM pg_stat_activity WHERE application_name = 'vitrine database' LIMIT 1")
        .forEach(pid -> Signal.KILL.to(Long.parseLong(pid)));
  }

  /** A connection of one's own, past every proxy. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + url().replace("postgres@", ""), "postgres", "");
  }

  /** The first column of what is found, as text. */
  public List<String> find(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its fast stop: clients are sent away, and everything is written. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
