package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
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

/** Pages that stand alone, beside one of the site. */
class LonePagesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    List<PageEntry> pages =
        List.of(
            PageEntry.of("/orders", "tracking/pages/orders.js")
                .inMenu(MenuPlace.Group.MAIN, 10, "nav.orders"),
            PageEntry.forEverybody("/playing", "tracking/pages/orders.js").using("media"),
            PageEntry.forEverybody("/lone", "visits/pages/visits.js").alone().using("camera"));
    List<PageEntry> extended =
        PageExtension.extended(
            pages, List.of(new PageExtension(PageExtension.EVERY_PAGE, "search/pages/on-bar.js")));
    WebServer server =
        new WebServer(vertx, List.of(), new StaticFiles(extended, Viewers.NOBODY), null);
    port = server.start(0, 1);
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void it_brings_the_words_and_styles_of_the_kit_and_its_own_and_no_other() throws Exception {
    String page = get("/lone").body();
    String words = get(first("rel=\"preload\" href=\"([^\"]+)\"", page)).body();
    String styles = get(first("rel=\"stylesheet\" href=\"([^\"]+)\"", page)).body();

    assertThat(words)
        .contains("\"visits.page-title\"", "\"live.offline\"")
        .doesNotContain("board.");
    assertThat(styles).contains("/* visits/", "/* base/").doesNotContain("/* tracking/");
    assertThat(get(first("<script type=\"module\" src=\"([^\"]+)\"", page)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void it_has_neither_bar_nor_foot_nor_what_is_drawn_on_all_pages() throws Exception {
    assertThat(get("/lone").body())
        .doesNotContain("<site-header>", "<site-footer>", "on-bar.js", "\"menu\"");
    assertThat(get("/orders").body())
        .contains("<site-header>", "<site-footer>", "on-bar.js", "\"menu\"");
  }

  @Test
  void the_house_does_not_carry_what_only_it_says() throws Exception {
    String words = get(first("rel=\"preload\" href=\"([^\"]+)\"", get("/orders").body())).body();

    assertThat(words).contains("\"nav.orders\"").doesNotContain("\"visits.page-title\"");
  }

  @Test
  void the_camera_and_what_reads_it_are_open_on_the_page_that_says_so_and_on_no_other()
      throws Exception {
    HttpResponse<String> lone = get("/lone");
    assertThat(header(lone, "permissions-policy")).contains("camera=(self)", "microphone=()");
    assertThat(header(lone, "content-security-policy"))
        .contains("'wasm-unsafe-eval'", "worker-src 'self'", "manifest-src 'self'")
        .contains("media-src 'self' blob:", "img-src 'self' data: blob:")
        .doesNotContain("'unsafe-");

    for (String other : List.of("/orders", "/nowhere")) {
      HttpResponse<String> page = get(other);
      assertThat(header(page, "permissions-policy")).contains("camera=()", "microphone=()");
      assertThat(header(page, "content-security-policy"))
          .doesNotContain("wasm", "worker-src", "manifest-src", "media-src", "blob:");
    }
  }

  @Test
  void clips_play_on_the_page_that_says_so_and_from_nowhere_else() throws Exception {
    HttpResponse<String> page = get("/playing");
    assertThat(header(page, "content-security-policy"))
        .contains("media-src 'self';")
        .doesNotContain("blob:");
    assertThat(header(page, "permissions-policy")).contains("camera=()").doesNotContain("media");
  }

  @Test
  void what_is_not_beside_it_does_not_exist() throws Exception {
    assertThat(get("/lone/worker.js").statusCode()).isEqualTo(404);
    assertThat(get("/lone/..%2fworker.js").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html,*/*")
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
