package org.vitrine.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;
import org.vitrine.webhooks.HookReceivers.ReceivedHook;

class WebhooksIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;
  private static int administrators;
  private static HookReceivers receivers;

  @BeforeAll
  static void start() {
    clock = new TestClock();
    receivers = new HookReceivers(VERTX);
    vitrine = TestVitrine.startReaching(clock, "127.0.0.0/8");
    shop = new Shop(vitrine);
    shop.company("acme", "Acme");
    shop.company("bolt", "Bolt");
  }

  /** Anew each time: the clock goes on for days, and sessions end. */
  @BeforeEach
  void signIn() {
    administrator =
        shop.staff(Role.ADMINISTRATOR, "admin%d@example.com".formatted(++administrators));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    receivers.close();
    VERTX.close().await();
  }

  private static ObjectNode wanted(String path, String company, String... types) {
    ObjectNode wanted =
        Json.object()
            .put("name", "Endpoint " + path)
            .put("url", receivers.url(path))
            .put("owner", "owner@integrator.example");
    wanted.set("types", Json.tree(List.of(types)));
    if (company != null) {
      wanted.put("company", company);
    }
    return wanted;
  }

  private static JsonNode made(String path, String company, String... types) {
    HttpResponse<String> made =
        administrator.post("/api/webhooks", wanted(path, company, types).toString());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return TestClient.json(made);
  }

  private static long id(JsonNode made) {
    return made.get("id").asLong();
  }

  private static JsonNode shown(long id) {
    return Stream.of(administrator.json("/api/webhooks").get("webhooks"))
        .flatMap(all -> all.valueStream())
        .filter(one -> one.get("id").asLong() == id)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
    return TestClient.json(response);
  }

  private static void awaitAt(String path, int count) {
    await(count + " messages at " + path, () -> receivers.at(path).size() >= count);
  }

  private static List<String> types(String path) {
    return receivers.at(path).stream().map(ReceivedHook::type).toList();
  }

  @Test
  void what_happens_arrives_in_order_thin_and_signed() {
    String path = "/in-order";
    String secret = made(path, null, "order.*").get("secret").asText();
    shop.order("SO-1001");
    shop.revisePromise("SO-1001", "2027-03-09", "A supplier is late");
    shop.cancel("SO-1001", "Not needed");
    await("all of it arrives", () -> types(path).contains("org.vitrine.order.cancelled"));

    assertThat(types(path))
        .containsSubsequence(
            "org.vitrine.order.placed",
            "org.vitrine.order.promise-revised",
            "org.vitrine.order.cancelled");
    ReceivedHook first = receivers.at(path).getFirst();
    assertThat(first.headers().get("content-type")).startsWith("application/cloudevents+json");
    JsonNode event = first.event();
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("id").asText()).isEqualTo(first.id());
    assertThat(event.get("subject").asText()).isEqualTo("orders/SO-1001");
    assertThat(event.at("/data/order").asText()).isEqualTo("SO-1001");
    assertThat(event.at("/data/link").asText()).endsWith("/orders/SO-1001");
    assertThat(first.body()).doesNotContain("supplier", "Needed");
    assertSigned(first, secret);
  }

  private static void assertSigned(ReceivedHook hook, String... secrets) {
    Instant at = Instant.ofEpochSecond(Long.parseLong(hook.headers().get("webhook-timestamp")));
    byte[] body = hook.body().getBytes(StandardCharsets.UTF_8);
    assertThat(hook.headers().get("webhook-signature").split(" "))
        .containsExactly(
            Stream.of(secrets)
                .map(secret -> new WebhookSecret(secret).signature(hook.id(), at, body))
                .toArray(String[]::new));
  }

  @Test
  void a_company_is_told_of_its_own_and_only_what_its_people_are_told() {
    String own = "/of-bolt";
    String house = "/of-all";
    made(own, "bolt", "order.*", "message.*");
    made(house, null, "order.placed");
    shop.order("SO-2001", "acme", "2027-03-01");
    shop.order("SO-2002", "bolt", "2027-03-01");
    awaitAt(own, 1);
    await(
        "the house is told of both",
        () ->
            receivers.at(house).stream()
                .map(one -> one.event().at("/data/order").asText())
                .toList()
                .containsAll(List.of("SO-2001", "SO-2002")));
    assertThat(receivers.at(own))
        .allSatisfy(
            hook -> assertThat(hook.event().at("/data/order").asText()).isEqualTo("SO-2002"));
    assertThat(types(own)).doesNotContain("org.vitrine.order.at-risk");
  }

  @Test
  void while_a_secret_is_changed_both_sign() {
    String path = "/rotated";
    JsonNode made = made(path, null, "order.placed");
    String before = made.get("secret").asText();
    String after =
        done(administrator.post("/api/webhooks/%d/secret".formatted(id(made)), "{}"))
            .get("secret")
            .asText();
    shop.order("SO-3001");
    awaitAt(path, 1);
    assertSigned(receivers.at(path).getFirst(), after, before);

    clock.pass(Duration.ofHours(25));
    signIn();
    shop.order("SO-3002");
    awaitAt(path, 2);
    assertSigned(receivers.at(path).getLast(), after);
    assertThat(
            TestDatabase.find(vitrine.databaseUrl(), "SELECT secret || former_secret FROM webhook"))
        .noneMatch(kept -> kept != null && (kept.contains(before) || kept.contains("whsec")));
  }

  @Test
  void what_failed_is_tried_again_and_holds_up_its_own_order_alone() {
    String path = "/fails-on-one";
    receivers.answering(
        path,
        (request, hook) ->
            request
                .response()
                .setStatusCode(hook.body().contains("SO-4001") ? 500 : 200)
                .end("no <b>thanks</b>"));
    long id = id(made(path, null, "order.placed", "order.cancelled"));
    shop.order("SO-4001");
    awaitAt(path, 1);
    shop.cancel("SO-4001", "Not needed");
    shop.order("SO-4002");
    await(
        "the other order arrives",
        () -> {
          clock.pass(Duration.ofSeconds(1));
          return receivers.at(path).stream().anyMatch(hook -> hook.body().contains("SO-4002"));
        });
    assertThat(types(path)).doesNotContain("org.vitrine.order.cancelled");

    JsonNode messages = administrator.json("/api/webhooks/%d/messages".formatted(id));
    JsonNode failed = messages.get("messages").get(2);
    assertThat(failed.get("type").asText()).isEqualTo("order.placed");
    assertThat(failed.get("state").asText()).isEqualTo("waiting");
    assertThat(failed.at("/last/status").asInt()).isEqualTo(500);
    assertThat(failed.at("/last/excerpt").asText()).isEqualTo("no <b>thanks</b>");

    receivers.answering(path, 200);
    done(
        administrator.post(
            "/api/webhooks/%d/messages/%d/tries".formatted(id, failed.get("number").asLong()), ""));
    await(
        "the cancellation follows",
        () -> {
          clock.pass(Duration.ofSeconds(1));
          return types(path).contains("org.vitrine.order.cancelled");
        });
    await("nothing waits", () -> shown(id).at("/state/waiting").asInt() == 0);
  }

  @Test
  void after_eight_tries_a_message_is_set_aside_and_after_five_days_the_endpoint_is_paused() {
    String path = "/always-fails";
    receivers.answering(path, 503);
    long id = id(made(path, null, "order.placed"));
    shop.order("SO-5001");
    for (int tries = 1; tries <= TrySchedule.PAUSES.size(); tries++) {
      awaitAt(path, tries);
      await("it is written down", () -> state(id, "failures::text").equals(failures(path)));
      clock.pass(TrySchedule.PAUSES.get(tries - 1).multipliedBy(11).dividedBy(10));
      clock.pass(Duration.ofMinutes(11));
    }
    await(
        "it is set aside",
        () ->
            state(id, "(SELECT state FROM webhook_message WHERE webhook_id = w.id)")
                .equals("set-aside"));
    assertThat(receivers.at(path)).hasSize(8);
    assertThat(receivers.at(path).stream().map(ReceivedHook::id).distinct()).hasSize(1);
    assertThat(state(id, "paused_why")).isEmpty();

    clock.pass(Duration.ofDays(3));
    shop.order("SO-5002");
    await("it is paused", () -> state(id, "paused_why").equals("failing"));
    assertThat(new TestMailbox(vitrine).to("owner@integrator.example"))
        .filteredOn(mail -> mail.contains("endpoint=" + id))
        .hasSize(1);

    receivers.answering(path, 200);
    shop.order("SO-5003");
    signIn();
    done(administrator.ask("DELETE", "/api/webhooks/%d/pause".formatted(id)));
    await(
        "what happened meanwhile is told",
        () -> {
          clock.pass(Duration.ofSeconds(10));
          return receivers.at(path).stream().anyMatch(one -> one.body().contains("SO-5003"));
        });
  }

  private static String failures(String path) {
    return String.valueOf(receivers.at(path).size());
  }

  private static String state(long id, String column) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT coalesce(%s, '') FROM webhook w WHERE id = %d".formatted(column, id))
        .getFirst();
  }

  @Test
  void one_that_is_gone_is_paused_at_once() {
    String path = "/gone";
    receivers.answering(path, 410);
    long id = id(made(path, null, "order.placed"));
    shop.order("SO-6001");
    await("it is paused", () -> shown(id).at("/state/pausedWhy").asText().equals("gone"));
    assertThat(receivers.at(path)).hasSize(1);
  }

  @Test
  void what_happened_is_told_again_from_a_moment_or_a_message_on() {
    String path = "/again";
    long id = id(made(path, null, "order.placed"));
    shop.order("SO-7001");
    awaitAt(path, 1);
    shop.order("SO-7002");
    awaitAt(path, 2);
    List<String> before = receivers.at(path).stream().map(ReceivedHook::id).toList();

    done(
        administrator.post(
            "/api/webhooks/%d/replay".formatted(id),
            Json.object().put("from", Instant.now().minusSeconds(3600).toString()).toString()));
    await(
        "both come again",
        () ->
            receivers.at(path).stream().map(ReceivedHook::id).skip(2).toList().containsAll(before));
    assertThat(
            administrator
                .post("/api/webhooks/%d/replay".formatted(id), "{\"after\": \"msg_unknown\"}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_ping_says_at_once_whether_anybody_hears() {
    String path = "/pinged";
    long id = id(made(path, null, "order.placed"));
    JsonNode taken = done(administrator.post("/api/webhooks/%d/ping".formatted(id), ""));
    assertThat(taken.at("/message/state").asText()).isEqualTo("delivered");
    assertThat(taken.at("/message/last/status").asInt()).isEqualTo(204);
    assertThat(types(path)).containsExactly("org.vitrine.ping");

    ObjectNode inside = wanted(path, null, "order.placed").put("url", "https://10.0.0.1/hooks");
    done(administrator.put("/api/webhooks/" + id, inside.toString()));
    JsonNode refused = done(administrator.post("/api/webhooks/%d/ping".formatted(id), ""));
    assertThat(refused.at("/message/last/trouble").asText()).isEqualTo("refused");
  }

  @Test
  void of_two_who_change_it_the_second_is_told() {
    long id = id(made("/edited", null, "order.placed"));
    ObjectNode named = wanted("/edited", null, "order.placed").put("name", "Renamed");
    String address = "/api/webhooks/" + id;
    assertThat(
            done(administrator.put(address, named.toString(), "If-Match", "\"1\""))
                .get("version")
                .asInt())
        .isEqualTo(2);
    HttpResponse<String> late = administrator.put(address, named.toString(), "If-Match", "\"1\"");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(TestClient.json(late).at("/current/name").asText()).isEqualTo("Renamed");
    assertThat(administrator.delete(address).statusCode()).isEqualTo(204);
    assertThat(administrator.put(address, named.toString()).statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_meant_is_refused_with_its_field() {
    assertThat(refused(wanted("/x", null, "order.vanished"))).isEqualTo("types");
    assertThat(refused(wanted("/x", null))).isEqualTo("types");
    assertThat(refused(wanted("/x", "nobody", "order.*"))).isEqualTo("company");
    assertThat(refused(wanted("/x", null, "order.*").put("url", "file:///etc/passwd")))
        .isEqualTo("url");
    assertThat(refused(wanted("/x", null, "order.*").put("owner", "nobody"))).isEqualTo("owner");
    assertThat(refused(wanted("/x", null, "order.*").put("name", " "))).isEqualTo("name");
  }

  private static String refused(ObjectNode wanted) {
    HttpResponse<String> refused = administrator.post("/api/webhooks", wanted.toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }

  @Test
  void a_company_has_so_many_endpoints_and_no_more() {
    shop.company("many", "Many");
    for (int n = 0; n < Webhooks.MOST_OF_ONE; n++) {
      made("/many/" + n, "many", "order.*");
    }
    assertThat(
            administrator
                .post("/api/webhooks", wanted("/many/more", "many", "order.*").toString())
                .statusCode())
        .isEqualTo(409);
  }
}
