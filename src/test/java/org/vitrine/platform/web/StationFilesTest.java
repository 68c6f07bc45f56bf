package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.json.Json;

/** What the page of a station is made of, as it goes over a bad network. */
class StationFilesTest {
  private static final int FIRST_SCREEN_BYTES = 100_000;
  private static final int WORKER_LINES = 150;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    List<PageEntry> pages =
        List.of(
            PageEntry.forEverybody("/station", "station/pages/station.js").alone().using("camera"));
    port =
        new WebServer(vertx, List.of(), new StaticFiles(pages, Viewers.NOBODY), null).start(0, 1);
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void the_first_screen_is_small_in_either_language() throws Exception {
    for (String language : List.of("en", "zh-CN")) {
      long bytes = sent("/station", language);
      for (String address : named(text("/station", language))) {
        bytes += sent(address, language);
      }
      System.out.printf("The first screen in %s: %,d bytes, heads included%n", language, bytes);
      assertThat(bytes).isLessThan(FIRST_SCREEN_BYTES);
    }
  }

  /** All that the page names, which a browser loads at once. */
  private static Set<String> named(String page) {
    return new TreeSet<>(
        Pattern.compile("(?:href|src)=\"(/[^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList());
  }

  /** So many bytes leave the server for a browser that asks for this: heads, and compressed. */
  private static long sent(String path, String language) throws IOException {
    String request =
        """
        GET %s HTTP/1.1
        Host: localhost:%d
        Accept-Language: %s
        Accept-Encoding: gzip, deflate, br, zstd
        Connection: close

        """
            .formatted(path, port, language)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1))
          .as(path)
          .startsWith("HTTP/1.1 200 ");
      return answer.length;
    }
  }

  @Test
  void the_worker_keeps_all_that_the_page_may_need_and_nothing_of_the_api() throws Exception {
    String worker = text("/station/worker.js", "en");
    JsonNode given = given(worker);

    assertThat(worker.lines().count()).isLessThan(WORKER_LINES);
    assertThat(given.get("page").asText()).isEqualTo("/station");
    Set<String> kept = new TreeSet<>();
    given.get("files").forEach(file -> kept.add(file.asText()));
    assertThat(kept).containsAll(scripts(text("/station", "en")));
    assertThat(kept)
        .anyMatch(file -> file.endsWith("words/zh-CN.json"))
        .anyMatch(file -> file.endsWith("elements/queue-sheet.js"))
        .noneMatch(file -> file.startsWith("/api") || file.endsWith(".wasm"));
    for (String file : kept) {
      assertThat(zipped(file, "en").statusCode()).as(file).isEqualTo(200);
    }
  }

  private static JsonNode given(String worker) {
    String first = worker.lines().findFirst().orElseThrow();
    return Json.read(first.replaceAll("^const GIVEN = |;$", ""), JsonNode.class);
  }

  private static List<String> scripts(String page) {
    return named(page).stream().filter(address -> address.endsWith(".js")).toList();
  }

  @Test
  void it_can_be_installed() throws Exception {
    String page = text("/station", "en");
    assertThat(page).contains("<link rel=\"manifest\" href=\"/station/manifest.webmanifest\">");
    JsonNode manifest = Json.read(text("/station/manifest.webmanifest", "en"), JsonNode.class);
    assertThat(manifest.get("start_url").asText()).isEqualTo("/station");
    for (JsonNode icon : manifest.get("icons")) {
      HttpResponse<byte[]> image = zipped(icon.get("src").asText(), "en");
      assertThat(image.statusCode()).isEqualTo(200);
      assertThat(image.headers().firstValue("content-type")).contains("image/png");
    }
    HttpResponse<byte[]> worker = zipped("/station/worker.js", "en");
    assertThat(worker.headers().firstValue("service-worker-allowed")).contains("/station");
    assertThat(worker.headers().firstValue("cache-control")).contains("no-cache");
  }

  private static HttpResponse<byte[]> zipped(String path, String language) throws Exception {
    return CLIENT.send(request(path, language).header("Accept-Encoding", "gzip").build(), bytes());
  }

  private static String text(String path, String language) throws Exception {
    return CLIENT.send(request(path, language).build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(String path, String language) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept-Language", language);
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return BodyHandlers.ofByteArray();
  }
}
