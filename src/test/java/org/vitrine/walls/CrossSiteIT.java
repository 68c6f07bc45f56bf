package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.web.Endpoint;

/** What a page of another site makes the browser of somebody who is signed in send. */
class CrossSiteIT {
  /** Methods that change nothing (RFC 9110, 9.2.1). */
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.OPTIONS);

  private static TestVitrine vitrine;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    shop.order("SO-1");
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, anything",
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost",
    "Origin, http://localhost.evil.example"
  })
  void no_route_that_changes_anything_hears_another_site(String header, String value) {
    Kept before = Kept.by(vitrine);
    List<Endpoint> unsafe =
        vitrine.vitrine().endpoints().stream()
            .filter(endpoint -> !SAFE.contains(endpoint.method()))
            .toList();
    assertThat(unsafe).hasSizeGreaterThan(15);
    for (Endpoint endpoint : unsafe) {
      HttpResponse<String> answer =
          administrator.ask(
              endpoint.method().name(),
              endpoint.path().replaceAll(":[a-z]+", "SO-1"),
              "{\"name\": \"X\"}",
              header,
              value);
      assertThat(answer.statusCode())
          .as("%s %s", endpoint.method(), endpoint.path())
          .isEqualTo(403);
      assertThat(answer.body()).contains("another site");
    }
    assertThat(Kept.by(vitrine)).isEqualTo(before);
    assertThat(administrator.get("/api/me").statusCode()).as("still signed in").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "file://"})
  void a_socket_of_another_site_is_refused(String origin) {
    assertThat(handshake("Origin: " + origin)).isEqualTo(403);
  }

  @Test
  void a_socket_of_our_own_pages_and_of_programs_is_let_in() {
    assertThat(handshake("Origin: http://localhost:" + vitrine.port())).isEqualTo(101);
    assertThat(handshake("X-No-Origin: yes")).isEqualTo(101);
    assertThat(handshake("Sec-Fetch-Site: cross-site")).isEqualTo(403);
  }

  private static int handshake(String header) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      return connection
          .send(
              "GET /live HTTP/1.1\r\nHost: localhost:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s: %s\r\n%s\r\n\r\n"
                  .formatted(
                      vitrine.port(),
                      administrator.identity()[0],
                      administrator.identity()[1],
                      header))
          .reply()
          .status();
    }
  }
}
