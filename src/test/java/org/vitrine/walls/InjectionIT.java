package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** Text that wants to be more than text: a mail's header, a path, a formula. */
class InjectionIT {
  private static TestVitrine vitrine;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: all@evil.example",
        "a@b.example\nSubject: x",
        "a@b.example\r",
        "a@b.example%0d%0aBcc:x@y.example\u0000",
        "a@b.example, c@d.example",
        "a@b.example;c@d.example",
        "<a@b.example>",
        "Amelia <a@b.example>",
        "a@b.example\u2028Bcc: c",
        "\"a\r\nBcc: x\"@b.example",
        "a b@c.example",
        "a@b@c.example"
      })
  void an_address_that_is_more_than_one_address_is_refused(String email) {
    assertRefused("Amelia", email, "email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amelia\r\nBcc: all@evil.example", "Amelia\n", "Ame\u0000lia", "A\tB"})
  void a_name_that_breaks_a_line_is_refused(String name) {
    assertRefused(name, "fine@northwind.example", "name");
  }

  private static void assertRefused(String name, String email, String field) {
    List<String> before = kept();
    HttpResponse<String> answer =
        administrator.post(
            "/api/people",
            Json.text(
                Map.of(
                    "name",
                    name,
                    "email",
                    email,
                    "role",
                    "customer",
                    "companies",
                    List.of("northwind"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).at("/field").asText()).isEqualTo(field);
    assertThat(kept()).isEqualTo(before);
  }

  private static List<String> kept() {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT (SELECT count(*) FROM person) || ' people, ' || (SELECT count(*) FROM mail) || ' mails'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/assets/../../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/pom.xml",
        "/assets/..%2f..%2fpom.xml",
        "/assets/..%5c..%5cpom.xml",
        "/assets/%252e%252e/pom.xml",
        "/assets//etc/passwd",
        "/assets/....//....//pom.xml",
        "/assets/pages/../../pom.xml",
        "/assets/%c0%ae%c0%ae/pom.xml",
        "/assets/pom.xml%00.js",
        "/orders/..%2f..%2fetc%2fpasswd/history/../../..",
        "file:///etc/passwd",
        "/META-INF/MANIFEST.MF",
        "/db/migration/V001__accounts.sql"
      })
  void no_path_leads_out_of_the_pages(String path) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply =
          connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").reply();
      assertThat(reply.status()).as(reply.body()).isIn(400, 404, 422);
      assertThat(reply.body()).doesNotContain("root:", "<project", "Manifest-Version", "CREATE");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\")",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "a\",\"=1+1",
        "a\n=1+1"
      })
  void no_cell_of_the_export_is_a_formula(String name) {
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(), name, "formula" + name.hashCode() + "@x.example", Role.OPERATOR);
    Entrance.open(vitrine, person);
    List<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(administrator.get("/api/audit.csv").body()).stream()
            .toList();
    assertThat(rows).anyMatch(row -> row.getField(1).endsWith(name));
    for (CsvRecord row : rows) {
      assertThat(row.getFieldCount()).isEqualTo(11);
      assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
    }
  }

  @Test
  void no_header_of_a_reply_is_written_by_whoever_asks() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply =
          connection
              .send(
                  "GET /api/orders/x%0d%0aSet-Cookie:%20vitrine=evil HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .reply();
      assertThat(reply.headers()).doesNotContainKey("set-cookie");
      assertThat(reply.status()).isIn(401, 404);
    }
  }
}
