package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What any HTTP client may expect of any route. */
class HttpIT {
  private static final String COMPANY = "{\"name\": \"Acme\"}";

  private static TestVitrine vitrine;
  private static TestClient integrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    shop.order("SO-1");
    integrator = shop.integrator();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void head_answers_like_get_without_the_body() {
    for (String path : new String[] {"/api/orders/SO-1", "/api/orders", "/api/me", "/orders"}) {
      HttpResponse<String> get = integrator.get(path);
      HttpResponse<String> head = integrator.ask("HEAD", path);
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String header : new String[] {"ETag", "Content-Type", "Cache-Control"}) {
        assertThat(head.headers().firstValue(header)).isEqualTo(get.headers().firstValue(header));
      }
    }
    assertThat(integrator.ask("HEAD", "/api/orders/SO-none").statusCode()).isEqualTo(404);
  }

  @Test
  void a_socket_that_nobody_asked_for_is_refused_at_once() {
    HttpResponse<String> answer = integrator.get("/live");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders, 'GET, HEAD, OPTIONS'",
    "/api/orders/SO-1, 'GET, HEAD, OPTIONS, PUT'",
    "/api/orders/SO-1/links, 'GET, HEAD, OPTIONS, POST'",
    "/api/reports, 'OPTIONS, POST'",
    "/api/session, 'DELETE, OPTIONS, POST'"
  })
  void a_path_says_which_methods_it_takes(String path, String allowed) {
    HttpResponse<String> options = integrator.ask("OPTIONS", path);
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains(allowed);
    for (String method : new String[] {"PATCH", "TRACE", "BREW"}) {
      HttpResponse<String> refused = integrator.ask(method, path);
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).contains(allowed);
      assertThat(TestClient.json(refused).get("detail").asText()).contains(allowed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/", "/api/order", "/api/orders/SO-1/x", "/api/orders//events"})
  void what_is_no_route_is_not_found(String path) {
    HttpResponse<String> answer = integrator.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=\"UTF-8\"",
        "application/json; profile=x"
      })
  void json_in_utf8_is_taken(String type) {
    assertThat(put(type).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/x-ndjson",
        "application/json; charset=iso-8859-1",
        "application/jsonx",
        "json"
      })
  void anything_else_is_told_what_to_send(String type) {
    HttpResponse<String> refused = put(type);
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(TestClient.json(refused).get("detail").asText()).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "compress"})
  void a_compressed_body_that_is_not_known_is_refused_rather_than_misread(String encoding) {
    HttpResponse<String> refused =
        integrator.ask("PUT", "/api/companies/acme", COMPANY, "Content-Encoding", encoding);
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.body()).contains("Content-Encoding");
  }

  @Test
  void a_body_that_says_that_it_is_compressed_and_is_not_is_refused() {
    HttpResponse<String> refused =
        integrator.ask("PUT", "/api/companies/acme", COMPANY, "Content-Encoding", "gzip");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Content-Encoding");
  }

  @Test
  void a_reply_is_compressed_for_those_who_ask() throws Exception {
    var raw = integrator.bytes("/api/orders/SO-1", "Accept-Encoding", "gzip");
    assertThat(raw.headers().firstValue("Content-Encoding")).contains("gzip");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(raw.body())).readAllBytes();
    assertThat(new String(unpacked, StandardCharsets.UTF_8))
        .isEqualTo(integrator.get("/api/orders/SO-1").body());
  }

  @Test
  void an_order_that_has_not_changed_is_not_sent_again() {
    HttpResponse<String> first = integrator.get("/api/orders/SO-1");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(integrator.get("/api/orders/SO-1", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(integrator.get("/api/orders/SO-1", "If-None-Match", "W/" + tag).statusCode())
        .isEqualTo(304);
    assertThat(integrator.get("/api/orders/SO-1", "If-None-Match", "\"old\", " + tag).statusCode())
        .isEqualTo(304);
    assertThat(integrator.get("/api/orders/SO-1", "If-None-Match", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void saving_says_whether_it_created_changed_or_found_it_so() {
    String path = "/api/companies/contoso";
    assertSaved(integrator.put(path, "{\"name\": \"Contoso\"}"), 201, "created");
    assertSaved(integrator.put(path, "{\"name\": \"Contoso\"}"), 200, "unchanged");
    assertSaved(integrator.put(path, "{\"name\": \"Contoso AG\"}"), 200, "changed");
    String routing = "/api/routings/fan";
    assertSaved(integrator.put(routing, "{\"stages\": [{\"code\": \"a\"}]}"), 201, "created");
    assertSaved(integrator.put(routing, "{\"stages\": [{\"code\": \"a\"}]}"), 200, "unchanged");
    assertSaved(integrator.put(routing, "{\"stages\": [{\"code\": \"b\"}]}"), 200, "changed");
  }

  private static void assertSaved(HttpResponse<String> answer, int status, String outcome) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(TestClient.json(answer).path("outcome").asText()).isEqualTo(outcome);
  }

  private static HttpResponse<String> put(String type) {
    integrator.put("/api/companies/acme", COMPANY);
    return integrator.ask("PUT", "/api/companies/acme", COMPANY, "Content-Type", type);
  }
}
