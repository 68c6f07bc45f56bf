package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Whoever was made at the first start says who they are. */
class IntroductionIT {
  private static final String WU_MIN = "wu.min@works.example";

  private final TestVitrine vitrine = TestVitrine.start();
  private final Shop shop = new Shop(vitrine);
  private final TestClient first = shop.staff(Role.ADMINISTRATOR, "administrator@localhost");

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void the_administrator_of_the_first_hour_gets_a_name_and_an_address() {
    assertThat(setUp("you")).isFalse();

    assertThat(introduce("Wu Min", "Wu.Min@works.example").statusCode()).isEqualTo(204);

    assertThat(first.get("/api/me").body()).contains("Wu Min").contains(WU_MIN);
    assertThat(setUp("you")).isTrue();
    assertThat(first.get("/api/audit").body()).contains("administrator@localhost").contains(WU_MIN);
  }

  @Test
  void an_address_that_mails_reach_stays() {
    introduce("Wu Min", WU_MIN);

    assertThat(introduce("Eve", "eve@evil.example").statusCode()).isEqualTo(409);
    assertThat(first.get("/api/me").body()).contains(WU_MIN);
  }

  @Test
  void what_cannot_be_an_address_or_is_somebody_s_is_said_at_the_field() {
    shop.staff(Role.OPERATOR, WU_MIN);

    HttpResponse<String> taken = introduce("Wu Min", WU_MIN);
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("\"field\":\"email\"");
    HttpResponse<String> nowhere = introduce("Wu Min", "wu.min@localhost");
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.body()).contains("\"field\":\"email\"");
    assertThat(introduce(" ", "wu@works.example").body()).contains("\"field\":\"name\"");
  }

  private boolean setUp(String step) {
    return TestClient.json(first.get("/api/setup")).path("steps").get(step).asBoolean();
  }

  private HttpResponse<String> introduce(String name, String email) {
    return first.put(
        "/api/me/introduction", "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, email));
  }
}
