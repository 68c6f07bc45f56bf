package org.vitrine.survival;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A node of Vitrine in a process of its own. People come to it through one proxy, and it goes to
 * its database through another.
 */
final class Node implements AutoCloseable {
  static final String SERVES_AT = "is running at ";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final String name;
  private final Path folder;
  private final FaultProxy door;
  private final FaultProxy database;
  private volatile Child child;
  private volatile boolean runs;
  private volatile int life;
  private volatile int port;

  Node(String name, Path folder, int databasePort, long seed) {
    this.name = name;
    this.folder = folder;
    this.database = new FaultProxy(databasePort, seed);
    this.door = new FaultProxy(0, seed + 1);
    start();
  }

  void start() {
    child =
        Child.start(
            NodeProcess.class,
            folder.resolve("node-" + name + ".log"),
            OwnPostgres.urlAt(database.port()),
            folder.toString());
    port = Integer.parseInt(child.nextLineWith(SERVES_AT).replaceFirst(".*" + SERVES_AT, ""));
    door.leadTo(port);
    life++;
    runs = true;
  }

  String name() {
    return name;
  }

  /** Between people and the node. */
  FaultProxy door() {
    return door;
  }

  /** Between the node and its database. */
  FaultProxy database() {
    return database;
  }

  Child child() {
    return child;
  }

  boolean runs() {
    return runs;
  }

  /** Counts its starts: another life knows nothing of the one before. */
  int life() {
    return life;
  }

  /** {@code kill -9}, and whoever was connected learns of it. */
  void kill() {
    runs = false;
    child.kill();
  }

  /** Its clock is this far off from now on. */
  void setClock(Duration off) {
    BufferedWriter ear = child.ear();
    try {
      ear.write(off + "\n");
      ear.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the node itself, past its door; empty where it does not answer. */
  Optional<HttpResponse<String>> ask(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .build();
    try {
      return Optional.of(HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException unanswered) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    runs = false;
    child.close();
    door.close();
    database.close();
  }
}
