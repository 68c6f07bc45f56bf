package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

class OrderSummariesIT {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

  /** More than are looked at in one go: their lines are made by a routing that there is not. */
  private static final String ORDERS_THAT_CANNOT_BE_SHOWN =
      """
      WITH placed AS (
        INSERT INTO orders (company_id, number, version)
        SELECT c.id, 'LOST-' || n, 1
          FROM company c, generate_series(1, 510) AS n
        RETURNING id, company_id)
      INSERT INTO order_line (company_id, order_id, number, product, routing)
      SELECT company_id, id, 1, '""', 'nowhere'
        FROM placed""";

  @Test
  void the_start_ends_however_many_orders_cannot_be_shown_and_finds_those_that_can() {
    try (TestVitrine before = TestVitrine.start()) {
      Shop shop = new Shop(before);
      TestDatabase.execute(before.databaseUrl(), ORDERS_THAT_CANNOT_BE_SHOWN);
      shop.order("SO-1");
      shop.good("SO-1", "a", "Packing", 500);
      TestWatcher.await(
          "the filters to follow", () -> state(before.databaseUrl()).equals("completed"));
      TestDatabase.execute(
          before.databaseUrl(), "UPDATE order_summary SET version = 0, state = 'waiting'");

      assertTimeoutPreemptively(LONG_ENOUGH, () -> before.beside().close());

      assertThat(state(before.databaseUrl())).isEqualTo("completed");
    }
  }

  private static String state(String url) {
    return TestDatabase.find(
            url,
            "SELECT s.state FROM order_summary s JOIN orders o ON o.id = s.order_id WHERE o.number = 'SO-1'")
        .getFirst();
  }
}
