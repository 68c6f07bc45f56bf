package org.vitrine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.Processes;

/** The program as a process of its own, on a data directory of its own. */
class ProgramIT {
  private static final Pattern ADDRESS = Pattern.compile("is running at (http://localhost:(\\d+))");
  private static final String LINK = "http://localhost:\\d+/enter#";

  /** Made by whichever test comes first, and used by the others: an empty one takes its time. */
  @TempDir private static Path used;

  private Path data = used;
  private Process server;
  private BufferedReader said;

  @AfterEach
  void end() throws Exception {
    if (server != null && server.isAlive()) {
      server.destroy();
      assertThat(server.waitFor(30, SECONDS)).isTrue();
    }
  }

  @Test
  void its_first_start_prints_a_link_that_signs_an_administrator_in_once(@TempDir Path empty)
      throws Exception {
    data = empty;
    int port = start();
    String link = nextLineWith(LINK);
    String token = link.replaceFirst(".*#", "");

    assertThat(signIn(port, token)).isEqualTo(200);
    assertThat(signIn(port, token)).isEqualTo(410);
  }

  @Test
  void links_and_keys_can_be_made_beside_a_running_server() throws Exception {
    start();

    assertThat(run("admin", "link")).containsPattern(LINK);
    assertThat(run("key", "create", "erp")).hasSizeGreaterThan(40);
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void stopped_it_answers_the_request_that_has_begun_and_ends_its_database_in_order()
      throws Exception {
    int port = start();
    String token = run("admin", "link").replaceFirst(".*#", "");
    byte[] body = "{\"token\":\"%s\"}".formatted(token).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
              .formatted(body.length)
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      Thread.sleep(2_000); // A busy machine reads the head late, and an unread one is not begun.

      server.destroy();
      Thread.sleep(500);
      out.write(body);
      out.flush();

      assertThat(firstLine(socket.getInputStream())).isEqualTo("HTTP/1.1 200 OK");
    }
    assertThat(server.waitFor(30, SECONDS)).isTrue();
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  @Test
  void what_a_crash_left_running_is_taken_over_and_stopped_at_the_end() throws Exception {
    start();
    server.destroyForcibly().waitFor();
    assertThat(data.resolve("postgresql/postmaster.pid")).exists();

    assertThat(run("admin", "link")).containsPattern(LINK);

    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  @Test
  void its_database_asks_for_a_password_that_only_the_owner_can_read() throws Exception {
    start();

    assertThat(Files.readString(data.resolve("postgresql/pg_hba.conf")).lines())
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("scram-sha-256"));
    assertThat(Files.getPosixFilePermissions(data.resolve("postgresql.password"))).hasSize(2);
  }

  /** Starts to serve on a free port; returns the port. */
  private int start() throws IOException {
    server = Processes.start(program("serve", "--port=0").redirectErrorStream(true));
    said = server.inputReader(StandardCharsets.UTF_8);
    Matcher address = ADDRESS.matcher(nextLineWith(ADDRESS.pattern()));
    assertThat(address.find()).isTrue();
    return Integer.parseInt(address.group(2));
  }

  private String nextLineWith(String pattern) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (Pattern.compile(pattern).matcher(line).find()) {
        return line;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("It ended without saying " + pattern + ":\n" + before);
  }

  private String run(String... arguments) throws Exception {
    Process process =
        Processes.start(program(arguments).redirectError(ProcessBuilder.Redirect.INHERIT));
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  private ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add("target/vitrine.jar");
    command.addAll(List.of(arguments));
    command.add("--data=" + data);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("VITRINE_"));
    return builder;
  }

  private static int signIn(int port, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/session"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
