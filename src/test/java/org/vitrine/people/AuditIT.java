package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Audit;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.QueryFailed;

class AuditIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
    shop.order("SO-10063");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_person_is_told_from_another_of_the_same_name_and_where_they_stood_is_known() {
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    assertThat(amelia.post("/api/orders/SO-10063/links", "{}").statusCode()).isEqualTo(201);

    JsonNode entry = newest("glass-link-made");

    assertThat(entry.at("/actorKind").asText()).isEqualTo("person");
    assertThat(entry.at("/actorId").asLong()).isEqualTo(person("amelia@northwind.example"));
    assertThat(entry.at("/actor").asText()).isEqualTo("amelia@northwind.example");
    assertThat(entry.at("/address").asText()).matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
    assertThat(entry.at("/subject").asText()).isEqualTo("SO-10063");
    assertThat(entry.at("/company").asText()).isEqualTo("Northwind Climate");
  }

  @Test
  void a_program_a_holder_of_a_link_and_the_command_line_are_told_apart() {
    JsonNode key =
        TestClient.json(
            administrator.post(
                "/api/keys", "{\"name\": \"erp\", \"scopes\": [\"orders\", \"read\"]}"));
    TestClient erp = TestClient.withKey(vitrine, new Token(key.at("/key").asText()));
    erp.post("/api/orders/SO-10063/links", "{}");
    assertThat(newest("glass-link-made").at("/actorKind").asText()).isEqualTo("key");
    assertThat(newest("glass-link-made").at("/actorId").asLong()).isEqualTo(key.at("/id").asLong());

    Token link = link();
    assertThat(newest("glass-link-made").at("/actorKind").asText()).isEqualTo("system");
    vitrine.vitrine().rooms().links().open(link, new Sessions.From(null, "10.0.0.7"));
    JsonNode used = newest("glass-link-used");
    assertThat(used.at("/actorKind").asText()).isEqualTo("glass-link");
    assertThat(used.at("/address").asText()).isEqualTo("10.0.0.7");
    assertThat(used.at("/subject").asText()).isEqualTo("SO-10063");
  }

  @Test
  void a_link_that_is_looked_through_all_day_is_noted_once_an_hour() {
    Token link = link();
    long before = count("glass-link-used");
    for (int i = 0; i < 5; i++) {
      vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE);
    }
    CLOCK.pass(Duration.ofMinutes(50));
    vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE);
    assertThat(count("glass-link-used") - before).isEqualTo(1);
    CLOCK.pass(Duration.ofMinutes(11));
    vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE);
    assertThat(count("glass-link-used") - before).isEqualTo(2);
  }

  @Test
  void what_somebody_was_and_what_they_are_now_stand_side_by_side() {
    shop.company("contoso", "Contoso");
    shop.contact("northwind", "moving@northwind.example");
    administrator.put(
        "/api/people/" + person("moving@northwind.example"),
        """
        {"name": "Moving", "role": "distributor", "companies": ["contoso", "northwind"], "disabled": false}""");

    JsonNode detail = newest("person-changed").at("/detail");

    assertThat(detail.at("/role/before").asText()).isEqualTo("customer");
    assertThat(detail.at("/role/after").asText()).isEqualTo("distributor");
    assertThat(detail.at("/companies/before").toString()).isEqualTo("[\"Northwind Climate\"]");
    assertThat(detail.at("/companies/after").toString())
        .isEqualTo("[\"Contoso\",\"Northwind Climate\"]");
  }

  @Test
  void whoever_signs_out_is_on_the_trail() {
    shop.contact("northwind", "leaving@northwind.example").delete("/api/session");
    assertThat(newest("signed-out").at("/actorId").asLong())
        .isEqualTo(person("leaving@northwind.example"));
  }

  @Test
  void the_program_forgets_what_is_old_and_can_delete_nothing_else() {
    write("years old", 500);
    write("last month", 31);
    write("last week", 7);
    Audit audit = new Audit(vitrine.vitrine().database(), CLOCK);

    audit.sweep(0);
    assertThat(subjects("years old")).hasSize(1);
    audit.sweep(400);
    assertThat(subjects("years old")).isEmpty();
    assertThat(subjects("last month")).hasSize(1);
    audit.sweep(1);
    assertThat(subjects("last month")).isEmpty();
    assertThat(subjects("last week")).as("a month stays, whatever is asked").hasSize(1);

    assertThatThrownBy(() -> vitrine.vitrine().database().execute("test.wipe", "DELETE FROM audit"))
        .isInstanceOf(QueryFailed.class);
  }

  @Test
  void what_is_done_on_the_server_itself_is_on_the_trail() {
    vitrine.vitrine().rooms().people().administrators().link();

    JsonNode asked = newest("link-asked");
    assertThat(asked.at("/actor").asText()).isEqualTo("command line");
    assertThat(asked.at("/actorKind").asText()).isEqualTo("system");
  }

  @Test
  void the_export_holds_everything_that_is_looked_for() {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO audit (at, actor, action, subject)
        SELECT now(), 'somebody', 'setting-changed', 'row ' || n FROM generate_series(1, 4501) n""");

    List<String> rows =
        CsvReader.builder()
            .ofCsvRecord(administrator.get("/api/audit.csv?subject=row").body())
            .stream()
            .skip(1)
            .map(row -> row.getField(6))
            .toList();

    assertThat(rows).hasSize(4_501).doesNotHaveDuplicates().startsWith("row 4501");
    assertThat(administrator.ask("HEAD", "/api/audit.csv").statusCode()).isEqualTo(200);
  }

  private static Token link() {
    OrderId order =
        vitrine.vitrine().rooms().tracking().require(new OrderNumber("SO-10063"), Optional.empty());
    return vitrine
        .vitrine()
        .rooms()
        .links()
        .make(order, Duration.ofDays(1), Set.of(), false, "test")
        .token();
  }

  private static void write(String subject, int daysAgo) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO audit (at, actor, action, subject) VALUES ('%s', 'x', 'signed-in', '%s')"
            .formatted(Instant.now().minus(Duration.ofDays(daysAgo)), subject));
  }

  private static List<String> subjects(String subject) {
    return TestDatabase.find(
        vitrine.databaseUrl(), "SELECT subject FROM audit WHERE subject = '" + subject + "'");
  }

  private static JsonNode newest(String action) {
    return administrator.json("/api/audit?limit=1&action=" + action).at("/entries/0");
  }

  private static long count(String action) {
    return administrator.json("/api/audit?limit=500&action=" + action).at("/entries").size();
  }

  private static long person(String email) {
    return administrator.json("/api/people?q=" + email).at("/people/0/id").asLong();
  }
}
