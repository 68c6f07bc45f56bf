package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/** Two people edit the same thing: what the second is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditTest {
  private static final Instant CHANGED = Instant.parse("2026-11-23T08:15:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server =
      new WebServer(
          vertx,
          List.<Routes>of(() -> List.of(Routes.get("/thing", exchange -> {}, EditTest::edit))),
          new StaticFiles(List.of(), Viewers.NOBODY),
          null);
  private final int port = server.start(0, 1);

  /** Something whose newest version is 7. */
  private static void edit(Exchange exchange) {
    if (exchange.startedFrom().filter(version -> version != 7).isPresent()) {
      throw new Rejection.ChangedMeanwhile(
          Map.of("name", "Northwind", "version", 7), "Li Wen", CHANGED);
    }
    exchange.reply("changed");
  }

  @AfterAll
  void close() {
    server.stop();
    client.close();
    vertx.close().await();
  }

  @Test
  void an_edit_that_started_from_the_newest_is_taken() throws Exception {
    assertThat(edit("\"7\"").statusCode()).isEqualTo(200);
    assertThat(edit("*").statusCode()).isEqualTo(200);
  }

  @Test
  void one_that_started_before_it_is_shown_what_is_there_now() throws Exception {
    HttpResponse<String> refused = edit("\"6\"");
    JsonNode problem = Json.read(refused.body(), JsonNode.class);

    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(problem.path("type").asText()).isEqualTo("urn:vitrine:changed-meanwhile");
    assertThat(problem.path("current").path("version").asInt()).isEqualTo(7);
    assertThat(problem.path("changedBy").asText()).isEqualTo("Li Wen");
    assertThat(problem.path("changedAt").asText()).isEqualTo("2026-11-23T08:15:00Z");
  }

  @Test
  void what_is_no_version_is_refused() throws Exception {
    for (String odd : List.of("7", "\"seven\"", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"\"")) {
      HttpResponse<String> refused = edit(odd);
      assertThat(refused.statusCode()).as(odd).isEqualTo(422);
      assertThat(refused.body()).contains("If-Match").doesNotContain("current");
    }
  }

  private HttpResponse<String> edit(String ifMatch) throws Exception {
    URI address = URI.create("http://localhost:" + port + "/thing");
    HttpRequest request = HttpRequest.newBuilder(address).header("If-Match", ifMatch).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
