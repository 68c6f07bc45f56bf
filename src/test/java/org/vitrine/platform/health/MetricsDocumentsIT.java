package org.vitrine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** The alerts and the board name only what is measured. */
class MetricsDocumentsIT {
  private static final Path DOCUMENTS = Path.of("docs/operations");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:vitrine|vertx|jvm|process|system)_[a-z_]+\\b");

  @Test
  void every_metric_that_they_name_is_measured() throws Exception {
    try (TestVitrine vitrine = TestVitrine.start()) {
      TestClient staff = new Shop(vitrine).staff(Role.ACCOUNT_MANAGER, "wei@house.example");
      try (TestWatcher watcher = new TestWatcher(vitrine, staff).watch("board")) {
        TestWatcher.await("the board is there", () -> watcher.page("board") != null);
        staff.get("/api/orders");
        System.gc(); // Pauses are measured once there was one.
        Set<String> measured =
            TestClient.unknown(vitrine)
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[ {].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("prometheus-rules.yml")).isNotEmpty().isSubsetOf(measured);
        assertThat(named("grafana.json")).isNotEmpty().isSubsetOf(measured);
      }
    }
  }

  @Test
  void the_board_is_json_and_each_of_its_pictures_asks_something() throws IOException {
    JsonNode board =
        Json.read(Files.readAllBytes(DOCUMENTS.resolve("grafana.json")), JsonNode.class);

    assertThat(board.get("panels")).isNotEmpty();
    board
        .get("panels")
        .forEach(panel -> assertThat(panel.at("/targets/0/expr").asText()).isNotBlank());
  }

  private static Set<String> named(String document) throws IOException {
    return NAME.matcher(Files.readString(DOCUMENTS.resolve(document)))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
