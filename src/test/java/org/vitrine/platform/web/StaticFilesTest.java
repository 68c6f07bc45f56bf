package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AssetScope HOUSE = AssetScope.allBut(Set.of());
  private static Vertx vertx;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    StaticFiles files =
        new StaticFiles(
            List.of(
                PageEntry.of("/orders", "tracking/pages/orders.js")
                    .needing("look")
                    .inMenu(MenuPlace.Group.MAIN, 10, "nav.orders"),
                PageEntry.of("/orders/:number", "tracking/pages/order.js")),
            Viewers.NOBODY);
    WebServer server = new WebServer(vertx, List.of(), files, null);
    port = server.start(0, 1);
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void what_pages_are_made_of_is_read_once_however_often_the_house_is_opened() {
    assertThat(Assets.of(HOUSE)).isSameAs(Assets.of(HOUSE));
  }

  @Test
  void a_page_runs_no_script_but_our_files_and_its_import_map() throws Exception {
    HttpResponse<String> page = get("/orders");

    String importMap = first("<script type=\"importmap\">(.+?)</script>", page.body());
    assertThat(header(page, "content-security-policy"))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .contains("script-src 'self' 'sha256-" + sha256(importMap) + "'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("style=").doesNotContain("onclick");
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }

  @Test
  void a_page_names_every_module_that_it_needs_and_no_other() throws Exception {
    String page = get("/orders/SO-1").body();
    String entry = first("<script type=\"module\" src=\"([^\"]+)\">", page);
    Set<String> named = Set.copyOf(all("<link rel=\"modulepreload\" href=\"([^\"]+)\">", page));

    assertThat(named).isEqualTo(needed(entry, page)).hasSizeGreaterThan(30);
    assertThat(named).noneMatch(address -> address.contains("/signin/"));
  }

  /** Follows the imports as a browser does, one request after the other. */
  private static Set<String> needed(String entry, String page) throws Exception {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      String address = open.pop();
      if (found.add(address)) {
        HttpResponse<String> module = get(address);
        assertThat(module.statusCode()).as(address).isEqualTo(200);
        for (String imported :
            all("(?:\\bfrom|^import|;import) ?[\"']([^\"']+)[\"']", module.body())) {
          open.push(
              imported.startsWith(".")
                  ? URI.create(address).resolve(imported).toString()
                  : named(imported, page));
        }
      }
    }
    return found;
  }

  private static String named(String name, String page) {
    if (page.contains("\"" + name + "\":")) {
      return first("\"" + name + "\":\"([^\"]+)\"", page);
    }
    int slash = name.startsWith("@") ? name.indexOf('/', name.indexOf('/') + 1) : name.indexOf('/');
    String folder = name.substring(0, slash + 1);
    return first("\"" + folder + "\":\"([^\"]+)\"", page) + name.substring(folder.length());
  }

  @Test
  void all_styles_are_one_file_and_every_rule_is_in_a_layer() throws Exception {
    String page = get("/orders").body();
    HttpResponse<String> styles = get(first("rel=\"stylesheet\" href=\"([^\"]+)\"", page));

    assertThat(header(styles, "content-type")).startsWith("text/css");
    assertThat(styles.body())
        .contains("@layer reset, tokens, base, controls, forms, rows, elements;")
        .contains("/* tracking/elements/stage-pane.css */\n@layer elements {\n.panes {")
        .doesNotContain("@import");
  }

  @Test
  void the_words_of_the_reader_are_asked_for_with_the_page() throws Exception {
    String words = "rel=\"preload\" href=\"([^\"]+)\"";
    HttpResponse<String> chinese = get("/orders", "Accept-Language", "zh-CN,zh;q=0.9");
    HttpResponse<String> english = get("/orders");

    assertThat(chinese.body()).contains("<html lang=\"zh-CN\">");
    assertThat(get(first(words, chinese.body())).body()).contains("\"nav.orders\":\"订单\"");
    assertThat(english.body()).contains("<html lang=\"en\">");
    assertThat(get(first(words, english.body())).body()).contains("\"nav.orders\":\"Orders\"");
    assertThat(header(english, "vary")).contains("Accept-Language");
  }

  @Test
  void a_page_says_what_the_menu_has_and_what_it_needs() throws Exception {
    assertThat(given("/orders"))
        .isEqualTo(
            """
            {"needs":"look","menu":[\
            {"address":"/orders","words":"nav.orders","group":"main","needs":"look"}]}\
            """);
    assertThat(given("/orders/SO-1")).startsWith("{\"menu\":[");
  }

  @Test
  void the_menu_begins_with_what_everybody_comes_for() {
    MenuPlace own = new MenuPlace(MenuPlace.Group.OWN, 10, "");
    MenuPlace second = new MenuPlace(MenuPlace.Group.MAIN, 20, "");
    MenuPlace first = new MenuPlace(MenuPlace.Group.MAIN, 10, "");

    assertThat(Stream.of(own, second, first).sorted()).containsExactly(first, second, own);
  }

  private static String given(String path) throws Exception {
    return first("<script type=\"application/json\" id=\"given\">(.+?)</script>", get(path).body());
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
        "/assets/base/shell.html",
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
    List<String> found = all(pattern, text);
    assertThat(found).as(pattern).isNotEmpty();
    return found.getFirst();
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
