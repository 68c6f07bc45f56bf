package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.tracking.GlassField;

/** Links that show different things of one order, all open at once: none shows what another may. */
class GlassFieldsIT {
  /**
   * Words of an order and the fields that it takes to read them: each of the inner ones will do.
   */
  private static final Map<String, List<Set<GlassField>>> SAID =
      Map.of(
          "Cooling capacity", List.of(EnumSet.of(GlassField.REQUIREMENTS)),
          "3542.125", List.of(EnumSet.of(GlassField.REQUIREMENTS, GlassField.READINGS)),
          "SN-0017",
              List.of(EnumSet.of(GlassField.REQUIREMENTS, GlassField.READINGS, GlassField.REPORTS)),
          "Assembling by hand", List.of(EnumSet.of(GlassField.OPERATIONS)),
          "\"rejected\":77",
              List.of(EnumSet.of(GlassField.OPERATIONS), EnumSet.of(GlassField.REPORTS)),
          "station 4", List.of(EnumSet.of(GlassField.REPORTS)),
          "PR8002177120", List.of(EnumSet.of(GlassField.TRACKING)),
          "DN-77120", List.of(EnumSet.of(GlassField.TRACKING)),
          "Pearl River", List.of(EnumSet.of(GlassField.TRACKING)),
          "\"quantity\":61,", List.of(EnumSet.noneOf(GlassField.class)));

  private static final List<String> NEVER = List.of("PO-SO-1", "Zhang San", "northwind", "gold");

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.order("SO-1");
    shop.integrator()
        .put(
            "/api/orders/SO-1/shipments/DN-77120",
            """
            {"leftOn": "2026-10-05", "carrierName": "Pearl River", "trackingNumber": "PR8002177120",
             "items": [{"line": 1, "quantity": 61}]}\
            """);
    report(
        "\"operation\": \"Assembling by hand\", \"kind\": \"progressed\", \"good\": 40,"
            + " \"rejected\": 77");
    report(
        "\"requirement\": \"capacity\", \"kind\": \"reading\", \"value\": 3542.125, \"unit\":"
            + " \"SN-0017\"");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void each_shows_its_own_fields_over_a_socket_and_a_stream_and_in_every_patch() {
    Map<Set<GlassField>, TestWatcher> watchers = new HashMap<>();
    SoftAssertions all = new SoftAssertions();
    try {
      for (Set<GlassField> fields : everySet()) {
        TestClient holder = holder(fields);
        TestWatcher watcher = new TestWatcher(vitrine, holder).watch("glass");
        watchers.put(fields, watcher);
        await("the page", () -> watcher.page("glass") != null);
        check(all, fields, "socket", watcher.page("glass").toString());
        check(all, fields, "stream", streamed(holder));
      }
      report("\"operation\": \"Final test\", \"kind\": \"progressed\", \"good\": 9");
      watchers.forEach(
          (fields, watcher) -> {
            await("the patch", () -> watcher.messages().stream().anyMatch(one -> one.has("patch")));
            check(all, fields, "patched", watcher.page("glass").toString());
            if (!fields.contains(GlassField.OPERATIONS)) {
              all.assertThat(watcher.messages().toString()).doesNotContain("Final test");
            }
          });
    } finally {
      watchers.values().forEach(TestWatcher::close);
    }
    all.assertAll();
  }

  private static void check(SoftAssertions all, Set<GlassField> fields, String how, String page) {
    SAID.forEach(
        (word, enough) ->
            all.assertThat(page.contains(word))
                .as("%s over a %s with %s", word, how, fields)
                .isEqualTo(enough.stream().anyMatch(fields::containsAll)));
    NEVER.forEach(word -> all.assertThat(page).as("with %s", fields).doesNotContain(word));
  }

  private static List<Set<GlassField>> everySet() {
    // What is offered where a date cannot be kept, and what was seen, stand on pages of their own.
    List<GlassField> each =
        List.copyOf(EnumSet.complementOf(EnumSet.of(GlassField.DELAY_OFFERS, GlassField.EVIDENCE)));
    List<Set<GlassField>> sets = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << each.size(); chosen++) {
      int bits = chosen;
      Set<GlassField> fields = EnumSet.noneOf(GlassField.class);
      IntStream.range(0, each.size())
          .filter(field -> (bits >> field & 1) == 1)
          .forEach(field -> fields.add(each.get(field)));
      sets.add(fields);
    }
    return sets;
  }

  private static TestClient holder(Set<GlassField> fields) {
    TestClient maker = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
    String wanted =
        fields.stream().map(GlassField::code).map("\"%s\""::formatted).toList().toString();
    String url =
        TestClient.json(
                maker.post(
                    "/api/orders/SO-1/links", "{\"days\": 1, \"fields\": %s}".formatted(wanted)))
            .at("/url")
            .asText();
    Token link = new Token(url.substring(url.indexOf('#') + 1));
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE));
  }

  private static String streamed(TestClient holder) {
    try (Stream<String> lines = holder.lines("/live/events?watch=glass").body()) {
      Iterator<String> data = lines.filter(line -> line.startsWith("data:")).iterator();
      return data.next();
    }
  }

  private static void report(String said) {
    assertThat(
            shop.integrator()
                .post(
                    "/api/reports",
                    """
                    {"id": "r%d", "order": "SO-1", %s, "source": "scan", "station": "station 4",
                     "actor": "Zhang San", "happenedAt": "%s"}\
                    """
                        .formatted(System.nanoTime(), said, vitrine.vitrine().clock().instant()))
                .statusCode())
        .isEqualTo(200);
  }
}
