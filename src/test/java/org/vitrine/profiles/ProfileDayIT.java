package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Pages that stay open over night. */
class ProfileDayIT {
  /** A minute before midnight where the plant is. */
  private static final Instant LATE = Instant.parse("2026-11-20T15:59:00Z");

  @Test
  void what_counts_from_tomorrow_is_shown_once_it_is_tomorrow() {
    TestClock clock = new TestClock(LATE);
    try (TestVitrine vitrine = TestVitrine.startAt(clock)) {
      Shop shop = new Shop(vitrine);
      shop.company("night", "Night");
      TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
      LocalDate today = vitrine.vitrine().rooms().profiles().today();
      String terms =
          """
          {"from": "%s", "agreedBy": "Amelia Hart", "agreedOn": "%s", "fastLane": true}\
          """
              .formatted(today.plusDays(1), today);
      assertThat(manager.put("/api/profiles/night", terms).statusCode()).isEqualTo(200);
      TestClient contact = shop.contact("night", "amelia@night.example");
      try (TestWatcher own = new TestWatcher(vitrine, contact);
          TestWatcher house = new TestWatcher(vitrine, manager)) {
        own.watch("agreement");
        house.watch("profiles/night");
        await("the agreement is shown", () -> isFast(own, "agreement", false));
        await("the profile is shown", () -> isFast(house, "profiles/night", false));

        clock.pass(Duration.ofMinutes(2));

        await("the agreement of the new day", () -> isFast(own, "agreement", true));
        await("the profile of the new day", () -> isFast(house, "profiles/night", true));
      }
    }
  }

  private static boolean isFast(TestWatcher watcher, String topic, boolean fast) {
    var page = watcher.page(topic);
    return page != null && page.at("/today/fastLane/value").asText().equals(String.valueOf(fast));
  }
}
