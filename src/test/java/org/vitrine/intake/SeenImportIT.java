package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What an import would do is seen before, by row; and what was seen is what is done. */
class SeenImportIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "wu@example.org");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void each_order_is_new_changed_field_by_field_unchanged_or_refused() {
    String header = "order,company,routing,quantity,product_en,customer_reference\n";
    String same = "S-3,northwind,split-ac,7,Unit,PO-3\n";
    done("orders", header + "S-2,northwind,split-ac,10,Unit,PO-1\n" + same, "");
    String file =
        header
            + "S-1,northwind,split-ac,5,Unit,\n"
            + "S-2,northwind,split-ac,12,Unit,\n"
            + same
            + "S-4,nobody,split-ac,7,Unit,\n"
            + "S-5,northwind,split-ac,seven,Unit,\n";

    JsonNode dry = done("orders", file, "outcomes=true&dryRun=true").at("/outcomes");

    assertThat(dry.findValuesAsText("order")).containsExactly("S-1", "S-2", "S-3", "S-4", "S-5");
    assertThat(dry.findValuesAsText("outcome"))
        .containsExactly("created", "changed", "unchanged", "refused", "refused");
    assertThat(dry.at("/1/changes").toString())
        .isEqualTo(
            "[{\"column\":\"customer_reference\",\"before\":\"PO-1\"},"
                + "{\"column\":\"quantity\",\"line\":1,\"before\":10,\"after\":12}]");
    assertThat(dry.at("/3/refusals/0/column").asText()).isEqualTo("company");
    assertThat(dry.at("/4/refusals/0/line").asInt()).isEqualTo(6);
    assertThat(done("orders", file, "outcomes=true").at("/outcomes")).isEqualTo(dry);
  }

  @Test
  void each_shipment_says_what_it_says_otherwise() {
    shop.order("S-10");
    String header = "shipment,order,quantity,left_on,tracking_number,reason\n";
    done("shipments", header + "D-1,S-10,2,2026-01-05,,\n", "");
    String file =
        header
            + "D-1,S-10,3,2026-01-05,T-1,Counted again\n"
            + "D-2,S-10,1,2026-01-06,,\n"
            + "D-3,NO-10,1,2026-01-06,,\n";

    JsonNode dry = done("shipments", file, "outcomes=true&dryRun=true").at("/outcomes");

    assertThat(dry.findValuesAsText("outcome")).containsExactly("changed", "created", "refused");
    assertThat(dry.at("/0/changes").toString())
        .isEqualTo(
            "[{\"column\":\"tracking_number\",\"after\":\"T-1\"},"
                + "{\"column\":\"quantity\",\"line\":1,\"before\":2,\"after\":3}]");
    assertThat(done("shipments", file, "outcomes=true").at("/outcomes")).isEqualTo(dry);
  }

  @Test
  void the_rows_of_a_log_are_grouped_by_their_order() {
    shop.order("S-20");
    String file =
        "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report\n"
            + "S-20,,,Assembly,,,2026-01-02T08:00,1,0,0,no,work\n"
            + "S-20,,,Assembly,,,2026-01-02T09:00,many,0,0,no,work\n"
            + "S-21,,,Assembly,,,2026-01-02T09:00,2,0,0,no,work\n";

    JsonNode dry = done("plant-log", file, "outcomes=true&dryRun=true").at("/outcomes");

    assertThat(dry.findValuesAsText("outcome")).containsExactly("changed", "created");
    assertThat(dry.at("/0/reports").toString()).isEqualTo("{\"taken\":1,\"known\":0}");
    assertThat(dry.at("/0/refusals/0/line").asInt()).isEqualTo(3);
    assertThat(administrator.get("/api/orders/S-21").statusCode()).isEqualTo(404);
    assertThat(done("plant-log", file, "outcomes=true").at("/outcomes")).isEqualTo(dry);
  }

  @Test
  void what_would_be_another_by_now_is_not_done() {
    shop.order("S-30");
    String file = "order,company,routing,quantity\nS-30,northwind,split-ac,12\n";
    String seen = done("orders", file, "dryRun=true").at("/seen").asText();
    shop.good("S-30", "r-1", "Assembly", 2);
    assertThat(done("orders", file, "dryRun=true").at("/seen").asText())
        .as("reports come all the time")
        .isEqualTo(seen);
    shop.revisePromise("S-30", "2027-01-20", "Steel came late");

    for (String other : new String[] {file, file.replace("12", "13")}) {
      HttpResponse<String> answer = administrator.post("/api/imports/orders?seen=" + seen, other);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
    }
    assertThat(administrator.json("/api/orders/S-30").at("/lines/1/quantity").asInt())
        .isEqualTo(500);
    String now = done("orders", file, "dryRun=true").at("/seen").asText();
    assertThat(done("orders", file, "seen=" + now).at("/orders/changed").asInt()).isEqualTo(1);
  }

  private static JsonNode done(String kind, String file, String how) {
    HttpResponse<String> answer = administrator.post("/api/imports/" + kind + "?" + how, file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }
}
