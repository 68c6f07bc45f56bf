package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    WebServer server = new WebServer(vertx, List.of(), new StaticFiles(), null);
    port = server.start(0, 1);
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/orders",
        "/orders/SO-1001",
        "/orders/SO%2F7",
        "/orders/SO-1001/history",
        "/board",
        "/enter",
        "/glass",
        "/sign-in",
        "/account",
        "/people",
        "/keys",
        "/mail",
        "/audit",
        "/docs/api"
      })
  void every_page_has_its_address(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void a_page_runs_no_script_but_our_files_and_its_import_map() throws Exception {
    HttpResponse<String> page = get("/orders");

    String importMap = first("<script type=\"importmap\">(.+?)</script>", page.body());
    assertThat(header(page, "content-security-policy"))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .contains("script-src 'self' 'sha256-" + StaticFile.sha256(importMap) + "'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("style=").doesNotContain("onclick");
  }

  @Test
  void what_the_import_map_names_is_there_and_may_be_kept_for_ever() throws Exception {
    String page = get("/orders").body();
    for (String name : List.of("lit", "lit-html", "lit-element", "@lit/reactive-element")) {
      HttpResponse<String> module = get(first("\"" + name + "\":\"([^\"]+)\"", page));

      assertThat(module.statusCode()).as(name).isEqualTo(200);
      assertThat(header(module, "content-type")).startsWith("text/javascript");
      assertThat(header(module, "cache-control")).contains("immutable");
    }
  }

  @Test
  void a_page_that_did_not_change_is_not_sent_again() throws Exception {
    HttpResponse<String> page = get("/orders");
    HttpResponse<String> again = get("/orders", "If-None-Match", header(page, "etag"));

    assertThat(header(page, "cache-control")).isEqualTo("no-cache");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void what_a_browser_takes_compressed_is_sent_compressed() throws Exception {
    HttpResponse<String> plain = get("/orders");
    HttpResponse<String> zipped = get("/orders", "Accept-Encoding", "gzip, br");

    assertThat(header(zipped, "content-encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(header(zipped, "vary")).containsIgnoringCase("accept-encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../pom.xml",
        "/assets/%2e%2e/pom.xml",
        "/assets/..%2f..%2fetc/passwd",
        "/orders.html",
        "/logback.xml",
        "/assets/",
        "/nowhere"
      })
  void what_is_not_served_does_not_exist(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void a_person_who_is_lost_gets_a_page_and_a_program_a_problem() throws Exception {
    HttpResponse<String> page = get("/nowhere", "Accept", "text/html,*/*");
    HttpResponse<String> problem = get("/api/nowhere", "Accept", "text/html,*/*");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(header(page, "content-type")).startsWith("text/html");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(header(problem, "content-type")).isEqualTo("application/problem+json");
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
