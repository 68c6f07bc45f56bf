package org.vitrine.bench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.measure.Cpu;

/**
 * The real program, started by its own launcher on the server's core, and what a measurement needs
 * to speak to it: an integrator's key and an administrator's session.
 */
public final class Vitrine {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Postgres database;
  private final Program program;
  private final int port;
  private final String key;
  private final String cookie;

  private Vitrine(Postgres database, Program program, int port, String key, String cookie) {
    this.database = database;
    this.program = program;
    this.port = port;
    this.key = key;
    this.cookie = cookie;
  }

  /** The first node on a fresh database. */
  public static Vitrine start(Lab lab, Postgres database) throws Exception {
    Program program = launch(lab, "vitrine", "", database);
    int port = portOf(program);
    String link = program.hear("  http", START_WAIT).trim();
    String cookie = signIn(port, link.substring(link.indexOf('#') + 1));
    return new Vitrine(database, program, port, makeKey(lab, database), cookie);
  }

  /** Another node on the same database. */
  public Vitrine beside(Lab lab, String name) throws Exception {
    return beside(lab, name, "");
  }

  /** The same with further flags of the virtual machine. */
  public Vitrine beside(Lab lab, String name, String javaOptions) throws Exception {
    Program other = launch(lab, name, javaOptions, database);
    return new Vitrine(database, other, portOf(other), key, cookie);
  }

  private static Program launch(Lab lab, String name, String javaOptions, Postgres database)
      throws IOException {
    return lab.start(
        name,
        Core.SERVER,
        List.of(launcher(lab), "serve", "--port", "0", "--database-url", database.url()),
        Map.of("VITRINE_JAVA_OPTS", javaOptions));
  }

  private static String launcher(Lab lab) {
    return lab.project().resolve("vitrine").toString();
  }

  private static int portOf(Program program) throws InterruptedException {
    String line = program.hear("Vitrine is running at", START_WAIT);
    return URI.create(line.substring(line.lastIndexOf(' ') + 1)).getPort();
  }

  private static String makeKey(Lab lab, Postgres database) throws IOException {
    List<String> said =
        lab.run(
            Core.CLIENT,
            List.of(launcher(lab), "key", "create", "bench", "--database-url", database.url()));
    return said.stream()
        .filter(line -> line.matches("[A-Za-z0-9_-]{20,}"))
        .findFirst()
        .orElseThrow();
  }

  /** Opens the administrator's link as the page at /enter does. */
  private static String signIn(int port, String token) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session"))
                    .POST(BodyPublishers.ofString("{\"token\": \"" + token + "\"}"))
                    .build(),
                BodyHandlers.ofString());
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith("vitrine="))
        .map(header -> header.substring(0, header.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No session: " + answer.body()));
  }

  public int port() {
    return port;
  }

  public Postgres database() {
    return database;
  }

  public long pid() {
    return program.pid();
  }

  public Program program() {
    return program;
  }

  public Cpu cpu() {
    return Cpu.of(program.pid());
  }

  /** The header of an integrator's requests. */
  public String keyHeader() {
    return "Authorization: Bearer " + key;
  }

  /** The header of a signed-in browser's requests. */
  public String cookieHeader() {
    return "Cookie: " + cookie;
  }

  public JsonNode put(String path, String body) throws IOException, InterruptedException {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.uri() + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  /** The jar that the launcher runs, with its libraries beside it. */
  public static Path jar(Lab lab) {
    return lab.project().resolve("target/vitrine.jar");
  }
}
