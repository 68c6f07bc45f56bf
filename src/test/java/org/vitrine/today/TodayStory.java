package org.vitrine.today;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** A house with staff of every role, and something for each of them to do. */
public final class TodayStory {
  private final TestVitrine vitrine;
  private final Shop shop;

  public TodayStory(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine);
    shop.company("baltic", "Baltic Cooling");
    lookingAfter("northwind", "wu.min@plant.example");
    shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    shop.staff(Role.OPERATOR, "zhang@plant.example");
    shop.staff(Role.ADMINISTRATOR, "li.wen@plant.example");
    shop.contact("northwind", "amelia@northwind.example");
    late("SO-LATE");
    shop.good("SO-LATE", "a-1", "Assembly", 120);
    shop.order("SO-THEIRS", "baltic", inDays(-3));
    shop.order("SO-FAILED", "baltic", inDays(20));
    reading("SO-FAILED", "r-1", 3_100);
    unpromised("SO-OPEN", "northwind");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE company SET created_at = created_at - interval '60 days'");
  }

  /** An account manager of one company, signed in. */
  public TestClient lookingAfter(String company, String email) {
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(
                List.of(vitrine.vitrine().rooms().companies().find(company).orElseThrow().id()),
                email,
                email,
                Role.ACCOUNT_MANAGER);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  public Shop shop() {
    return shop;
  }

  private String inDays(int days) {
    return LocalDate.ofInstant(vitrine.vitrine().clock().instant(), ZoneOffset.UTC)
        .plusDays(days)
        .toString();
  }

  /** One of Northwind's, promised for a day that is over. */
  public void late(String number) {
    shop.order(number, "northwind", inDays(-3));
  }

  /** It is no longer in anybody's way. */
  public void done(String number) {
    shop.cancel(number, "no longer wanted");
  }

  /** One of which nobody has said when it comes. */
  public void unpromised(String number, String company) {
    taken(
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "%s", "placedOn": "2026-10-02",
                 "lines": [{"number": 1, "product": "KFR-35", "description": "split air conditioner",
                            "quantity": 5, "routing": "split-ac"}]}\
                """
                    .formatted(company)));
  }

  /** What was measured of one unit, where 3,325 to 3,675 W pass. */
  public void reading(String order, String id, int watts) {
    taken(
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "line": 1, "kind": "reading", "requirement": "capacity",
                 "unit": "KFR-1", "value": %d, "source": "machine", "station": "bench", "actor": "Zhang San",
                 "happenedAt": "%s"}\
                """
                    .formatted(id, order, watts, vitrine.vitrine().clock().instant())));
  }

  private static void taken(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
  }
}
