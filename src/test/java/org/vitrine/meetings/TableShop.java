package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** A meeting of two items to which three companies are asked, and everybody who sits at it. */
final class TableShop {
  private final TestVitrine vitrine;
  private final TestClient chen;
  private final TestClient wu;
  private final TestClient amelia;
  private final TestClient marcus;
  private final TestClient ulrike;

  TableShop(TestVitrine vitrine) {
    this.vitrine = vitrine;
    Shop shop = new Shop(vitrine);
    this.chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    this.wu = shop.staff(Role.OPERATOR, "wu@plant.example");
    this.amelia = shop.contact("northwind", "amelia@northwind.example");
    this.marcus = shop.contact("harbour", "marcus@harbour.example");
    this.ulrike = shop.contact("kuehl", "ulrike@kuehl.example");
    shop.contact("outside", "olga@outside.example");
  }

  /** Keeps meetings. */
  TestClient chen() {
    return chen;
  }

  /** Of the house, and keeps none. */
  TestClient wu() {
    return wu;
  }

  TestClient amelia() {
    return amelia;
  }

  TestClient marcus() {
    return marcus;
  }

  TestClient ulrike() {
    return ulrike;
  }

  List<TestClient> guests() {
    return List.of(amelia, marcus, ulrike);
  }

  /** One that is still to come; returns its number. */
  long plan() {
    HttpResponse<String> made =
        chen.post(
            "/api/meetings",
            """
            {"kind": "quality-improvement", "title": "What our customers told us", "start": "2026-12-08T14:00",
             "zone": "Asia/Shanghai", "minutes": 60, "room": "Room 1"}""");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    long number = TestClient.json(made).get("number").asLong();
    HttpResponse<String> asked =
        chen.post(
            path(number, "invitations"),
            "{\"asked\": {\"companies\": [\"northwind\", \"harbour\", \"kuehl\"]}}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    execute(
        """
        INSERT INTO agenda_item (id, meeting, title, minutes, opened, position, made_at)
        VALUES (%1$d1, %1$d, 'Leak rate of water heaters', 15, true, 1, now()),
               (%1$d2, %1$d, 'Carton corners', 10, true, 2, now()),
               (%1$d3, %1$d, 'Of Harbour alone', 10, false, 3, now());
        INSERT INTO item_source (company_id, meeting, item, kind, key, facts, weight, is_open, happened_at)
        SELECT id, %1$d, %1$d3, 'voice', '%1$d', '{}', 3, true, now() FROM company WHERE code = 'harbour'"""
            .formatted(number));
    return number;
  }

  /** One that is held; returns its number. */
  long begin() {
    long number = plan();
    assertDone(chen.put("/api/meetings/" + number, "{\"state\": \"live\"}"), 200);
    return number;
  }

  static String path(long number, String what) {
    return "/api/meetings/" + number + "/" + what;
  }

  /** Writes a line that is theirs while they write on; returns its key. */
  String write(TestClient by, long number, String text) {
    return TestClient.json(
            assertDone(
                by.post(
                    path(number, "lines"),
                    "{\"item\": \"%d1\", \"text\": %s, \"hold\": true}"
                        .formatted(number, Json.text(text))),
                201))
        .get("key")
        .asText();
  }

  HttpResponse<String> save(TestClient by, long number, String key, String text, int version) {
    return by.put(
        path(number, "lines/" + key),
        "{\"text\": %s, \"version\": %d, \"hold\": true}".formatted(Json.text(text), version));
  }

  /** Asks the table yes or no; returns the key. */
  String ask(long number, boolean secret) {
    return TestClient.json(
            assertDone(
                chen.post(
                    path(number, "polls"),
                    "{\"question\": \"Test every unit?\", \"choices\": [\"Yes\", \"No\"], \"secret\": %s}"
                        .formatted(secret)),
                201))
        .get("key")
        .asText();
  }

  HttpResponse<String> vote(TestClient by, long number, String poll, int choice) {
    return by.post(
        path(number, "ballots"), "{\"poll\": \"%s\", \"choice\": %d}".formatted(poll, choice));
  }

  JsonNode page(TestClient by, long number) {
    return by.json("/api/meetings/" + number);
  }

  static HttpResponse<String> assertDone(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  /** Asks the database as the one who owns it. */
  List<String> find(String sql) {
    return TestDatabase.find(vitrine.databaseUrl(), sql);
  }

  void execute(String sql) {
    TestDatabase.execute(vitrine.databaseUrl(), sql);
  }

  /** All at the same moment. */
  static <T> List<T> together(List<Supplier<T>> some) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> all = new ArrayList<>();
      some.forEach(one -> all.add(CompletableFuture.supplyAsync(one, threads)));
      return all.stream().map(CompletableFuture::join).toList();
    }
  }
}
