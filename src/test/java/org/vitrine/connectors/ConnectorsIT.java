package org.vitrine.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** Over the network and through the API, as an administrator has it. */
class ConnectorsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startReaching(Clock.systemUTC(), "127.0.0.0/8");
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.ADMINISTRATOR, "admin@plant.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void each_kind_is_asked_over_the_network_with_its_key(SourceKind kind) {
    PretendedSource source = new PretendedSource(kind, Clock.systemUTC(), 2);
    sell(source, "N" + kind.ordinal(), "northwind", 5);
    try (ServedSource served = new ServedSource(source)) {
      String code = "net-" + kind.ordinal();
      ObjectNode said = said(served.settings(), source, "tell").put("secret", "s3cret:of it");
      JsonNode tried = TestClient.json(keeper.post(at(code) + "/test", said.toString()));
      assertThat(tried.get("works").asBoolean()).as(tried.toString()).isTrue();
      assertThat(tried.get("columns")).isNotEmpty();

      keeper.put(at(code), said.toString());
      pull(code, "changes", card -> card.at("/records/taken").asInt() == 5);
      assertThat(
              shop.integrator()
                  .json("/api/orders/N%d-3".formatted(kind.ordinal()))
                  .at("/lines/1/quantity")
                  .asInt())
          .isEqualTo(3);
      assertThat(served.keys()).isNotEmpty().allMatch(key -> key.length() > 10);
      assertThat(keeper.get(at(code)).body()).doesNotContain("s3cret");
      assertThat(TestDatabase.find(vitrine.databaseUrl(), "SELECT c::text FROM connector c"))
          .isNotEmpty()
          .noneMatch(row -> row.contains("s3cret"));
    }
  }

  @Test
  void what_is_refused_stays_until_it_is_mended_here() {
    PretendedSource source = new PretendedSource(SourceKind.REST, Clock.systemUTC(), 10);
    sell(source, "REF", "later-gmbh", 1);
    try (ServedSource served = new ServedSource(source)) {
      keeper.put(at("refused"), said(served.settings(), source, "tell").toString());
      pull("refused", "changes", card -> card.at("/records/refused").asInt() == 1);
      JsonNode refused = keeper.json(at("refused") + "/refused").at("/records/0");
      assertThat(refused.at("/faults/0/column").asText()).isEqualTo("company");
      assertThat(refused.at("/rows/0/number").asText()).isEqualTo("REF-1");

      shop.company("later-gmbh", "Later GmbH");
      pull("refused", "changes", card -> card.at("/records/refused").asInt() == 0);
      assertThat(shop.integrator().json("/api/orders/REF-1").at("/lines/1/quantity").asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void a_preview_says_what_would_change_and_keeps_nothing() {
    PretendedSource source = new PretendedSource(SourceKind.ERPNEXT, Clock.systemUTC(), 10);
    sell(source, "PRE", "northwind", 3);
    try (ServedSource served = new ServedSource(source)) {
      keeper.put(at("preview"), said(served.settings(), source, "cancel").toString());
      pull("preview", "changes", card -> card.at("/records/taken").asInt() == 3);
      source.things().remove(1L);
      source.things().compute(2L, (id, thing) -> thing.with("other", List.of(77), Instant.now()));
      source.things().compute(3L, (id, thing) -> thing.of("nobody", Instant.now()));
      source
          .things()
          .put(4L, new SoldThing(4, "PRE-4", "northwind", null, List.of(4), Instant.now()));

      JsonNode preview = TestClient.json(keeper.post(at("preview") + "/preview", ""));
      assertThat(preview.get("whole").asBoolean()).isTrue();
      assertThat(preview.get("counts").toString())
          .isEqualTo(
              "{\"read\":3,\"created\":1,\"changed\":1,\"same\":0,\"refused\":1,\"gone\":1}");
      assertThat(preview.get("records").findValuesAsText("fate"))
          .containsExactlyInAnyOrder("changed", "refused", "created", "gone");
      assertThat(shop.integrator().get("/api/orders/PRE-4").statusCode()).isEqualTo(404);
      assertThat(keeper.json(at("preview")).at("/records/gone").asInt()).isZero();
    }
  }

  @Test
  void where_much_is_gone_at_once_somebody_has_to_look() {
    PretendedSource source = new PretendedSource(SourceKind.DOLIBARR, Clock.systemUTC(), 50);
    sell(source, "MUCH", "northwind", 30);
    try (ServedSource served = new ServedSource(source)) {
      keeper.put(at("much"), said(served.settings(), source, "cancel").toString());
      pull("much", "changes", card -> card.at("/records/taken").asInt() == 30);
      LongStream.rangeClosed(1, 25).forEach(source.things()::remove);
      pull("much", "everything", card -> card.at("/fault/kind").asText().equals("doubtful"));
      assertThat(shop.integrator().json("/api/orders/MUCH-1").has("cancelled")).isFalse();

      keeper.post(at("much") + "/pulls", "{\"scope\": \"everything\", \"believed\": true}");
      await("much", card -> card.at("/records/gone").asInt() == 25);
      assertThat(shop.integrator().get("/api/orders/MUCH-1").body()).contains("No longer in much");
    }
  }

  @Test
  void a_report_that_says_something_else_corrects_the_one_before() {
    shop.order("SO-REP");
    PretendedSource source = new PretendedSource(SourceKind.REST, Clock.systemUTC(), 10);
    source
        .things()
        .put(7L, new SoldThing(7, "SO-REP", "Assembly", null, List.of(40), Instant.now()));
    try (ServedSource served = new ServedSource(source)) {
      ObjectNode said = said(served.settings(), source, "tell").put("brings", "plant-log");
      said.set(
          "mapping",
          Json.tree(
              Map.of(
                  "columns",
                  Map.of("order", "number", "operation", "company", "good", "lines.quantity"),
                  "constants",
                  Map.of("finished_at", "2026-11-20T10:00:00Z"))));
      keeper.put(at("reports"), said.toString());
      pull("reports", "changes", card -> card.at("/records/taken").asInt() == 1);
      assertThat(good("SO-REP")).isEqualTo(40);
      source.things().compute(7L, (id, thing) -> thing.with(null, List.of(55), Instant.now()));
      pull("reports", "changes", card -> card.at("/runs/0/counts/read").asInt() == 1);
      assertThat(good("SO-REP")).isEqualTo(55);
    }
  }

  private static int good(String order) {
    return shop.integrator()
        .json("/api/orders/" + order)
        .at("/lines/1/stages/assembly/through")
        .asInt();
  }

  @Test
  void an_address_that_nobody_listed_is_not_connected_to() {
    PretendedSource source = new PretendedSource(SourceKind.REST, Clock.systemUTC(), 10);
    ObjectNode said = said(source.settings(), source, "tell");
    ((ObjectNode) said.get("settings")).put("address", "http://10.1.2.3");
    JsonNode tried = TestClient.json(keeper.post(at("inside") + "/test", said.toString()));
    assertThat(tried.at("/fault/kind").asText()).isEqualTo("forbidden");
  }

  @Test
  void a_secret_is_entered_again_for_another_address() {
    PretendedSource source = new PretendedSource(SourceKind.REST, Clock.systemUTC(), 10);
    ObjectNode said = said(source.settings(), source, "tell").put("secret", "known");
    ((ObjectNode) said.get("rules")).put("paused", true);
    assertThat(keeper.put(at("moved"), said.toString()).statusCode()).isEqualTo(201);
    said.remove("secret");
    assertThat(keeper.put(at("moved"), said.toString()).statusCode()).isEqualTo(200);
    ((ObjectNode) said.get("settings")).put("address", "https://elsewhere.example.com");
    JsonNode refused = TestClient.json(keeper.put(at("moved"), said.toString()));
    assertThat(refused.get("field").asText()).isEqualTo("secret");
  }

  @Test
  void a_file_comes_over_sftp_from_the_server_whose_key_is_known(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("orders.csv");
    Files.writeString(file, "order;company;routing;quantity\r\nSFTP-1;northwind;split-ac;12\r\n");
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    SimpleGeneratorHostKeyProvider hostKeys =
        new SimpleGeneratorHostKeyProvider(folder.resolve("host.key"));
    hostKeys.setAlgorithm(KeyUtils.EC_ALGORITHM);
    server.setKeyPairProvider(hostKeys);
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("erp") && password.equals("pass word"));
    server.setSubsystemFactories(Collections.singletonList(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    server.start();
    try {
      ObjectNode said = sftp(server.getPort(), null);
      JsonNode unknown = TestClient.json(keeper.post(at("sftp") + "/test", said.toString()));
      String sentence = unknown.at("/fault/sentence").asText();
      assertThat(unknown.at("/fault/kind").asText()).as(sentence).isEqualTo("forbidden");
      String hostKey = sentence.replaceFirst(".*(SHA256:\\S+?),? .*", "$1");

      said = sftp(server.getPort(), hostKey);
      keeper.put(at("sftp"), said.toString());
      pull("sftp", "changes", card -> card.at("/records/taken").asInt() == 1);
      Files.writeString(
          file,
          "order;company;routing;quantity\r\n"
              + "SFTP-1;northwind;split-ac;120\r\n"
              + "SFTP-2;northwind;split-ac;7\r\n");
      pull("sftp", "changes", card -> card.at("/records/taken").asInt() == 2);
      assertThat(shop.integrator().json("/api/orders/SFTP-1").at("/lines/1/quantity").asInt())
          .isEqualTo(120);

      said.put("secret", "another");
      JsonNode denied = TestClient.json(keeper.post(at("sftp") + "/test", said.toString()));
      assertThat(denied.at("/fault/kind").asText()).isEqualTo("denied");
    } finally {
      server.stop(true);
    }
  }

  private static ObjectNode sftp(int port, String hostKey) {
    ObjectNode said = Json.object().put("name", "Files").put("brings", "orders");
    ObjectNode settings =
        said.putObject("settings")
            .put("kind", "csv")
            .put("address", "sftp://127.0.0.1:%d/orders.csv".formatted(port));
    ObjectNode access = settings.putObject("access").put("name", "erp");
    if (hostKey != null) {
      access.put("hostKey", hostKey);
    }
    return said.put("secret", "pass word");
  }

  private static void sell(PretendedSource source, String mark, String company, int orders) {
    for (int id = 1; id <= orders; id++) {
      source
          .things()
          .put(
              (long) id,
              new SoldThing(id, mark + "-" + id, company, "R" + id, List.of(id), Instant.now()));
    }
  }

  private static ObjectNode said(SourceSettings settings, PretendedSource source, String whenGone) {
    ObjectNode said = Json.object().put("name", "much").put("brings", "orders");
    said.set("settings", Json.tree(settings));
    said.set("mapping", Json.tree(source.mapping()));
    said.putObject("rules").put("everyMinutes", 60).put("whenGone", whenGone);
    return said;
  }

  private static String at(String code) {
    return "/api/connectors/" + code;
  }

  private static void pull(String code, String scope, Predicate<JsonNode> until) {
    String before = keeper.json(at(code)).at("/runs/0/beganAt").asText();
    keeper.post(at(code) + "/pulls", "{\"scope\": \"%s\"}".formatted(scope));
    await(
        code,
        card ->
            !card.at("/runs/0/beganAt").asText().equals(before)
                    && card.at("/runs/0").has("endedAt")
                    && until.test(card)
                || before.isEmpty() && until.test(card));
  }

  private static void await(String code, Predicate<JsonNode> until) {
    Instant end = Instant.now().plusSeconds(30);
    JsonNode card = keeper.json(at(code));
    while (!until.test(card)) {
      assertThat(Instant.now()).as(card.toString()).isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      card = keeper.json(at(code));
    }
  }
}
