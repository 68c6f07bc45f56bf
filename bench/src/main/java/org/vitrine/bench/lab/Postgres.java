package org.vitrine.bench.lab;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vitrine.bench.measure.Cpu;

/**
 * A fresh PostgreSQL 18 that waits for the disk, on the server's core: whoever is measured pays for
 * its part of the core, and its CPU time is told apart from the server's. It counts its statements.
 */
public final class Postgres implements AutoCloseable {
  private static final String NAME = "postgres";

  private final EmbeddedPostgres server;
  private final long pid;
  private final String name;

  private Postgres(EmbeddedPostgres server, long pid, String name) {
    this.server = server;
    this.pid = pid;
    this.name = name;
  }

  public static Postgres startIn(Lab lab) throws IOException, InterruptedException {
    Path data = lab.folder().resolve("postgresql");
    Path programs = Files.createDirectories(lab.project().resolve("bench/target/postgresql"));
    EmbeddedPostgres started =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(programs.toFile())
            .setCleanDataDirectory(true)
            .setRegisterShutdownHook(false)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start();
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
    Postgres postgres = lab.keep(new Postgres(started, pid, NAME));
    postgres.bindTo(Core.SERVER);
    postgres.execute("CREATE EXTENSION pg_stat_statements");
    return postgres;
  }

  /** The library starts it on our own core; its children that are to come follow their parent. */
  private void bindTo(Core core) throws IOException, InterruptedException {
    List<Long> family =
        ProcessHandle.of(pid).orElseThrow().descendants().map(ProcessHandle::pid).toList();
    bind(pid, core);
    for (long child : family) {
      bind(child, core);
    }
  }

  private static void bind(long pid, Core core) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("taskset", "-cp", String.valueOf(core.number), String.valueOf(pid))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor(5, TimeUnit.SECONDS);
  }

  /** Another database in the same server. */
  public Postgres another(String called) {
    execute("CREATE DATABASE " + called);
    return new Postgres(server, pid, called);
  }

  public String name() {
    return name;
  }

  public int port() {
    return server.getPort();
  }

  /** As Vitrine's settings take it. */
  public String url() {
    return "postgresql://postgres@127.0.0.1:" + port() + "/" + name;
  }

  public Cpu cpu() {
    return Cpu.ofFamily(pid);
  }

  /** What connections that have ended used, in ticks of 10 ms: their threads are gone. */
  public long cpuNanosOfEnded() throws IOException {
    String account = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    String[] fields = account.substring(account.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10_000_000;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + name, "postgres", "");
  }

  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** One number that a query gives. */
  public long number(String sql, Object... parameters) {
    return numbers(sql, parameters).getFirst();
  }

  /** The numbers in the first column. */
  public List<Long> numbers(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Long> numbers = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          numbers.add(result.getLong(1));
        }
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** How often statements that look like this (SQL's LIKE) were run since the server started. */
  public long runsOf(String like) {
    return number(
        "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE ?", like);
  }

  /** How many rows such statements gave. */
  public long rowsOf(String like) {
    return number("SELECT coalesce(sum(rows), 0) FROM pg_stat_statements WHERE query LIKE ?", like);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
