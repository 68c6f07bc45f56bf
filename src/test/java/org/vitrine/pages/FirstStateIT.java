package org.vitrine.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** What the HTML of a page brings along, and for whom. */
class FirstStateIT {
  private static final Pattern GIVEN =
      Pattern.compile("<script type=\"application/json\" id=\"given\">(.*?)</script>");
  private static final int TRIES = 50;

  private static TestVitrine vitrine;
  private static TestClient amelia;
  private static TestClient stranger;
  private static TestClient li;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    amelia = shop.contact("northwind", "amelia@northwind.example");
    stranger = shop.contact("other", "somebody@other.example");
    li = shop.staff(Role.ACCOUNT_MANAGER, "li@vitrine.example");
    shop.order("SO-1");
    shop.good("SO-1", "r1", "Assembly", 5);
    shop.revisePromise("SO-1", "2026-12-15", "a <b>late</b> </script> compressor");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_page_comes_with_who_looks_and_what_it_shows_first() {
    JsonNode given = withFirst(amelia, "/orders/SO-1");

    assertThat(given.path("me")).isEqualTo(amelia.json("/api/me"));
    assertThat(given.path("first").path("topic").asText()).isEqualTo("orders/SO-1");
    assertThat(given.path("first").path("page")).isEqualTo(amelia.json("/api/orders/SO-1"));
  }

  @Test
  void the_live_connection_goes_on_from_there() {
    JsonNode first = withFirst(amelia, "/orders/SO-1").path("first");

    try (TestWatcher watcher = new TestWatcher(vitrine, amelia)) {
      watcher.resume("orders/SO-1", first.path("page"), first.path("cursor").asText());
      TestWatcher.await("an answer", () -> !watcher.messages().isEmpty());
      assertThat(watcher.messages()).noneMatch(message -> message.has("page"));
      assertThat(watcher.cursor("orders/SO-1")).isEqualTo(first.path("cursor").asText());
    }
  }

  @Test
  void everybody_gets_the_page_of_their_own_audience() {
    JsonNode staff = withFirst(li, "/orders/SO-1");
    JsonNode customer = withFirst(amelia, "/orders/SO-1");

    assertThat(staff.path("first").path("page")).isEqualTo(li.json("/api/orders/SO-1"));
    assertThat(staff.path("first").path("page").path("company").has("tier")).isTrue();
    assertThat(customer.path("first").path("page").path("company").has("tier")).isFalse();
  }

  @Test
  void nobody_gets_a_page_that_is_not_theirs() {
    withFirst(amelia, "/orders/SO-1");

    assertThat(withMe(stranger, "/orders/SO-1").has("first")).isFalse();
    assertThat(withMe(amelia, "/board").has("first")).isFalse();
    assertThat(given(TestClient.unknown(vitrine).get("/orders/SO-1")).fieldNames())
        .toIterable()
        .containsExactly("menu");
  }

  @Test
  void a_list_comes_with_its_rows() {
    JsonNode first = withFirst(amelia, "/orders").path("first");

    assertThat(first.path("page").path("rows").has("SO-1")).isTrue();
    assertThat(withFirst(stranger, "/orders").path("first").path("page").path("rows")).isEmpty();
  }

  @Test
  void what_is_for_one_reader_is_kept_by_nobody() {
    assertThat(cacheControl(personal(amelia, "/account"))).isEqualTo("private, no-store");
    assertThat(cacheControl(TestClient.unknown(vitrine).get("/account"))).isEqualTo("no-cache");
  }

  @Test
  void what_somebody_wrote_cannot_end_the_data() {
    HttpResponse<String> page = personal(li, "/orders/SO-1");

    assertThat(page.body()).doesNotContain("<b>late").contains("\\u003cb>late");
    String plain = TestClient.unknown(vitrine).get("/orders/SO-1").body();
    assertThat(page.body().split("</script>", -1)).hasSameSizeAs(plain.split("</script>", -1));
  }

  @Test
  void the_page_of_a_glass_link_knows_nobody() {
    assertThat(given(amelia.get("/glass")).has("me")).isFalse();
    assertThat(given(amelia.get("/enter")).has("me")).isFalse();
  }

  /** On a busy machine a page may go without: it does not wait for long. */
  private static JsonNode withFirst(TestClient client, String path) {
    for (int tries = 0; tries < TRIES; tries++) {
      JsonNode given = given(client.get(path));
      if (given.has("first")) {
        return given;
      }
    }
    throw new AssertionError(path + " never came with its first state");
  }

  private static JsonNode withMe(TestClient client, String path) {
    return given(personal(client, path));
  }

  private static HttpResponse<String> personal(TestClient client, String path) {
    for (int tries = 0; tries < TRIES; tries++) {
      HttpResponse<String> page = client.get(path);
      if (given(page).has("me")) {
        return page;
      }
    }
    throw new AssertionError(path + " never knew who looks");
  }

  private static JsonNode given(HttpResponse<String> page) {
    Matcher given = GIVEN.matcher(page.body());
    assertThat(given.find()).as(page.body()).isTrue();
    return Json.read(given.group(1).getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static String cacheControl(HttpResponse<String> page) {
    return page.headers().firstValue("cache-control").orElse("");
  }
}
