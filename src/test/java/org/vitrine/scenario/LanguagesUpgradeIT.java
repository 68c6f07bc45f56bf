package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** What was written before texts had languages is what it was, to the letter. */
class LanguagesUpgradeIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Seal kit",
        "密封件",
        "{\"en\": \"no text by language\"}",
        "\"quoted\" \\ and	tabbed",
        " blanks at both ends ",
        "null",
        "طقم 🏭 12.50",
      })
  void a_text_of_old_is_answered_as_it_was(String text) {
    String url = TestDatabase.urlOfSchema("45");
    String quoted = "'" + text.replace("'", "''") + "'";
    TestDatabase.execute(
        url,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('northwind', 'Northwind', 'customer', 'gold', now());
        INSERT INTO orders (company_id, number, cancel_reason)
        SELECT id, 'SO-1', %1$s FROM company;
        INSERT INTO order_line (company_id, order_id, number, product, description, routing, cancel_reason)
        SELECT company_id, id, 1, %1$s, %1$s, 'split-ac', %1$s FROM orders;
        INSERT INTO requirement (company_id, order_id, line, code, position, stage, name, specification, mandatory, sample, waiver)
        SELECT company_id, id, 1, 'drop', 1, 'packing', '{"en": "Drop"}', %1$s, true, 1, %1$s FROM orders"""
            .formatted(quoted));
    try (TestVitrine upgraded = TestVitrine.startOn(url)) {
      TestClient program = new Shop(upgraded).integrator();
      JsonNode page = program.json("/api/orders/SO-1");
      JsonNode line = page.at("/lines/1");
      JsonNode demanded = line.at("/stages/packing/requirements/drop");
      assertThat(page.get("cancelled").textValue()).isEqualTo(text);
      assertThat(line.get("product").textValue()).isEqualTo(text);
      assertThat(line.get("description").textValue()).isEqualTo(text);
      assertThat(line.get("cancelled").textValue()).isEqualTo(text);
      assertThat(demanded.get("ordered").textValue()).isEqualTo(text);
      assertThat(demanded.get("waiver").textValue()).isEqualTo(text);

      String json = Json.text(text);
      HttpResponse<String> again =
          program.put(
              "/api/orders/SO-1",
              """
              {"company": "northwind", "cancelled": %1$s, "lines": [
                {"number": 1, "routing": "split-ac", "product": %1$s, "description": %1$s, "cancelled": %1$s,
                 "requirements": [{"code": "drop", "stage": "packing", "name": "Drop", "ordered": %1$s, "waiver": %1$s}]}]}"""
                  .formatted(json));
      assertThat(again.body()).contains("unchanged");
    }
  }
}
