package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.Merges;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.meetings.MeetingRoom;

/** Two companies that are one: Baltic becomes a part of Northwind. */
class CompanyMergeIT {
  /** Of every column that names a company: how many rows name this one. */
  private static final String NAMING =
      "SELECT format('SELECT ''%1$s.%2$s'' FROM %1$s WHERE %3$s', relation, name, CASE WHEN is_list"
          + " THEN format('%%1$s = ANY(%I)', name) ELSE format('%I = %%1$s', name) END) FROM"
          + " company_reference";

  private TestVitrine vitrine;
  private MeetingRoom room;
  private Shop shop;
  private TestClient administrator;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.start();
    room = new MeetingRoom(vitrine);
    shop = room.shop();
    administrator = shop.staff(Role.ADMINISTRATOR, "wu@plant.example");
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void everything_of_the_one_is_the_others_and_nothing_names_the_one_any_more() {
    String baltic = id("baltic");
    long meeting = aMeetingThatIsFinal();
    long review = aReviewInWhichBothVoted();
    room.complain(room.jonas(), "SO-2", "It rattles");
    shop.good("SO-2", "r1", "Assembly", 40);
    administrator.post("/api/orders/SO-2/links", "");
    TestWatcher.await(
        "what was reported is told",
        () ->
            !find("SELECT count(*) FROM change WHERE kind = 'order.stage-begun'").equals("0")
                && find("SELECT count(*) FROM owed_change").equals("0"));
    String before = find("SELECT count(*) FROM event WHERE company_id = " + baltic);

    JsonNode moved = TestClient.json(merged("baltic", "northwind", 200));

    assertThat(moved.get("orders").asInt()).isEqualTo(1);
    assertThat(moved.get("people").asInt()).isEqualTo(1);
    assertThat(moved.get("voices").asInt()).isEqualTo(1);
    assertThat(moved.get("meetings").asInt()).isEqualTo(1);
    assertThat(moved.get("links").asInt()).isEqualTo(1);
    assertThat(columnsNaming(baltic)).isEmpty();
    assertThat(Integer.parseInt(before)).isPositive();
    assertThat(find("SELECT count(*) FROM company WHERE id = " + baltic)).isEqualTo("0");
    assertThat(room.jonas().get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(room.amelia().get("/api/orders/SO-2").statusCode()).isEqualTo(200);
    assertThat(room.mia().get("/api/orders/SO-2").statusCode()).isEqualTo(404);
    assertThat(room.jonas().json("/api/meetings").get("rows").has("" + meeting)).isTrue();
    assertThat(find("SELECT voted::text FROM poll_voter WHERE meeting = " + meeting))
        .as("the row of the receiving company stays")
        .isEqualTo("true");
    assertThat(find("SELECT seen || ' ' || agreed FROM proposal WHERE review = " + review))
        .as("one company has one word")
        .isEqualTo("1 1");
    assertThat(TestDatabase.find(url(), "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'"))
        .as("what guards final minutes guards them again")
        .isEmpty();
  }

  private long aMeetingThatIsFinal() {
    long number = room.plan("Quality", "2030-12-08T14:00", "");
    room.ask(number, "northwind", "baltic");
    execute(
        """
        INSERT INTO poll (id, meeting, question, choices, secret, opened_at) VALUES (1, %1$d, 'q', '{a,b}', false, now());
        INSERT INTO poll_voter (company_id, meeting, poll, voted, choice) VALUES (%2$s, %1$d, 1, true, 0);
        INSERT INTO poll_voter (company_id, meeting, poll, voted) VALUES (%3$s, %1$d, 1, false);
        INSERT INTO minute_line (id, meeting, sequence, kind, text, company_id, person_id, author, written_at)
        VALUES (1, %1$d, 1, 'suggestion', 'Pack it better', %3$s, 1, 'Jonas', now());
        INSERT INTO attendance (meeting, person_id, company_id, name, came_at) VALUES (%1$d, 7, %3$s, 'Jonas', now());
        UPDATE meeting SET state = 'final' WHERE number = %1$d\
        """
            .formatted(number, id("northwind"), id("baltic")));
    return number;
  }

  private long aReviewInWhichBothVoted() {
    HttpResponse<String> made =
        administrator.post(
            "/api/reviews",
            """
            {"title": "Remote", "question": "What is better?", "opens": "2020-01-01T00:00:00Z", "word": "company",
             "closes": "2090-01-01T00:00:00Z", "companies": ["northwind", "baltic"]}\
            """);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    long number = TestClient.json(made).get("number").asLong();
    execute(
        """
        INSERT INTO review_seat (company_id, review) VALUES (%2$s, %1$d), (%3$s, %1$d) ON CONFLICT DO NOTHING;
        INSERT INTO proposal (review, number, company_id, person_id, proposed_by, text, proposed_at)
        VALUES (%1$d, 5, %3$s, 1, 'Jonas', 'Softer', now());
        INSERT INTO proposal_vote (company_id, review, proposal, voter, person_id, choice, voted_at)
        VALUES (%2$s, %1$d, 5, 0, 1, 'agree', now()), (%3$s, %1$d, 5, 0, 2, 'disagree', now())\
        """
            .formatted(number, id("northwind"), id("baltic")));
    return number;
  }

  @Test
  void a_code_that_leads_elsewhere_goes_on_leading_there_and_never_becomes_a_company_again() {
    merged("baltic", "northwind", 200);
    merged("northwind", "cedar", 200);

    assertThat(administrator.json("/api/companies/baltic").get("code").asText()).isEqualTo("cedar");
    HttpResponse<String> placed = order("SO-9", "baltic");
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(room.mia().get("/api/orders/SO-9").statusCode()).isEqualTo(200);
    assertThat(administrator.json("/api/companies").get("companies").findValuesAsText("code"))
        .containsExactly("cedar");
  }

  @Test
  void whoever_orders_while_companies_are_merged_waits_and_arrives_at_the_other() {
    Merges merges = vitrine.vitrine().rooms().merges();
    Merges.Merge wanted = merges.require("baltic", "northwind");
    CompletableFuture<HttpResponse<String>> placed = new CompletableFuture<>();
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              merges.merge(transaction, wanted, "test");
              Thread.startVirtualThread(() -> placed.complete(order("SO-10", "baltic")));
              await("somebody waits for the merge", this::somebodyWaits);
              return null;
            });

    assertThat(placed.join().statusCode()).as(placed.join().body()).isEqualTo(201);
    assertThat(room.amelia().get("/api/orders/SO-10").statusCode()).isEqualTo(200);
  }

  private boolean somebodyWaits() {
    return find("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'")
        .equals("t");
  }

  private HttpResponse<String> order(String number, String company) {
    return shop.integrator()
        .put(
            "/api/orders/" + number,
            "{\"company\": \"%s\", \"lines\": [{\"number\": 1, \"product\": \"P\", \"routing\": \"split-ac\"}]}"
                .formatted(company));
  }

  @Test
  void a_program_that_repeats_itself_changes_nothing_and_one_that_says_something_new_is_heard() {
    String same = "{\"name\": \"baltic\", \"tier\": \"gold\"}";
    merged("baltic", "northwind", 200);

    assertThat(shop.integrator().put("/api/companies/baltic", same).body()).contains("unchanged");
    assertThat(name("northwind")).isEqualTo("Northwind Climate");

    HttpResponse<String> news =
        shop.integrator()
            .put("/api/companies/baltic", "{\"name\": \"Baltic Air\", \"tier\": \"gold\"}");
    assertThat(TestClient.json(news).get("code").asText()).isEqualTo("northwind");
    assertThat(name("northwind")).isEqualTo("Baltic Air");
    assertThat(
            shop.integrator()
                .put("/api/companies/northwind", "{\"name\": \"Northwind\", \"tier\": \"gold\"}")
                .statusCode())
        .isEqualTo(200);
    shop.integrator()
        .put("/api/companies/baltic", "{\"name\": \"Baltic Air\", \"tier\": \"gold\"}");
    assertThat(name("northwind")).as("two codes do not take turns").isEqualTo("Northwind");
  }

  private String name(String code) {
    return administrator.json("/api/companies/" + code).get("name").asText();
  }

  @Test
  void open_pages_follow_and_those_who_worked_for_the_one_come_in_anew() {
    try (TestWatcher staff = new TestWatcher(vitrine, administrator).watch("orders/SO-2");
        TestWatcher company = new TestWatcher(vitrine, administrator).watch("companies/baltic");
        TestWatcher jonas = new TestWatcher(vitrine, room.jonas()).watch("orders")) {
      await("the page", () -> staff.page("orders/SO-2") != null);
      await("the company", () -> company.page("companies/baltic") != null);
      await("his orders", () -> jonas.page("orders") != null);

      merged("baltic", "northwind", 200);

      await(
          "the new name", () -> staff.page("orders/SO-2").toString().contains("Northwind Climate"));
      await(
          "the other company",
          () -> company.page("companies/baltic").path("code").asText().equals("northwind"));
      await("his socket ends", jonas::isClosed);
    }
    try (TestWatcher jonas = new TestWatcher(vitrine, room.jonas()).watch("orders")) {
      await(
          "both orders",
          () -> {
            JsonNode page = jonas.page("orders");
            return page != null && page.get("rows").has("SO-1") && page.get("rows").has("SO-2");
          });
    }
    shop.good("SO-2", "later", "Assembly", 5);
    assertThat(administrator.get("/api/orders/SO-2/events").body()).contains("company-changed");
    assertThat(find("SELECT count(DISTINCT company_id) FROM event")).isEqualTo("2");
  }

  @Test
  void what_was_agreed_with_the_one_stands_with_the_other_and_the_trail_says_what_moved() {
    shop.integrator()
        .put("/api/companies/baltic", "{\"name\": \"Baltic Air\", \"tier\": \"gold\"}");
    merged("baltic", "northwind", 200);

    JsonNode agreed = administrator.json("/api/companies/northwind/agreed").get("agreed");
    assertThat(agreed.at("/0/changed/merged/after").asText()).isEqualTo("Baltic Air (baltic)");
    assertThat(agreed.toString()).contains("\"code\":\"baltic\"");
    JsonNode entry = administrator.json("/api/audit?action=companies-merged").at("/entries/0");
    assertThat(entry.get("subject").asText()).isEqualTo("baltic");
    assertThat(entry.at("/detail/into").asText()).isEqualTo("northwind");
    assertThat(entry.at("/detail/orders").asInt()).isEqualTo(1);
  }

  @Test
  void a_preview_moves_nothing() {
    JsonNode preview = administrator.json("/api/companies/baltic/merge/preview?into=northwind");

    assertThat(preview.at("/into/name").asText()).isEqualTo("Northwind Climate");
    assertThat(preview.get("orders").asInt()).isEqualTo(1);
    assertThat(name("baltic")).isEqualTo("baltic");
  }

  @Test
  void what_cannot_be_merged_is_refused_where_it_is_wrong() {
    assertThat(merged("nobody", "northwind", 404).body()).contains("nobody");
    assertThat(merged("baltic", "nobody", 422).body()).contains("\"into\"");
    assertThat(merged("baltic", "baltic", 422).body()).contains("\"into\"");
    merged("baltic", "northwind", 200);
    merged("baltic", "northwind", 404);
    TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "li@plant.example");
    assertThat(manager.post("/api/companies/cedar/merge", "{\"into\": \"northwind\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_secret_vote_of_both_is_waited_for() {
    long number = room.plan("Secret", "2030-12-08T14:00", "");
    room.ask(number, "northwind", "baltic");
    execute(
        """
        INSERT INTO poll (id, meeting, question, choices, secret, opened_at) VALUES (1, %1$d, 'q', '{a,b}', true, now());
        INSERT INTO poll_voter (company_id, meeting, poll, voted)
        VALUES (%2$s, %1$d, 1, true), (%3$s, %1$d, 1, true)\
        """
            .formatted(number, id("northwind"), id("baltic")));

    assertThat(merged("baltic", "northwind", 409).body()).contains("secret vote");

    execute("UPDATE poll SET state = 'closed'");
    merged("baltic", "northwind", 200);
  }

  private HttpResponse<String> merged(String code, String into, int expected) {
    AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
    TestWatcher.await(
        "nobody else writes at that moment",
        () -> {
          answer.set(
              administrator.post(
                  "/api/companies/" + code + "/merge", "{\"into\": \"" + into + "\"}"));
          return answer.get().statusCode() != 503;
        });
    assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(expected);
    return answer.get();
  }

  private List<String> columnsNaming(String company) {
    List<String> naming = new ArrayList<>();
    for (String sql : TestDatabase.find(url(), NAMING)) {
      naming.addAll(TestDatabase.find(url(), sql.formatted(company)));
    }
    return naming;
  }

  private String id(String code) {
    return find("SELECT id FROM company WHERE code = '" + code + "'");
  }

  private String find(String sql) {
    return TestDatabase.find(url(), sql).getFirst();
  }

  private void execute(String sql) {
    TestDatabase.execute(url(), sql);
  }

  private String url() {
    return vitrine.databaseUrl();
  }
}
