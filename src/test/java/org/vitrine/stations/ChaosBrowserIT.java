package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.FloorDevice;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/**
 * Everything that goes wrong on a shop floor, at once: whatever was tapped is at the server in the
 * end, in order, once. {@code -Dvitrine.chaos.reports=1000} for more of it, {@code
 * -Dvitrine.chaos.seed=…} for the same again.
 */
@ExtendWith(Browsers.class)
class ChaosBrowserIT {
  private static final int REPORTS = Integer.getInteger("vitrine.chaos.reports", 60);
  private static final List<Duration> WRONG =
      List.of(Duration.ofHours(-3), Duration.ofMinutes(47), Duration.ofDays(2));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final byte[] PNG_HEAD =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @Test
  void what_was_tapped_is_there_in_order_and_once_whatever_happens() {
    long seed = Long.getLong("vitrine.chaos.seed", System.nanoTime());
    System.out.println("Chaos with -Dvitrine.chaos.seed=" + seed);
    Random dice = new Random(seed);
    Instant begin = Instant.now();
    List<FloorDevice> devices = new ArrayList<>();
    List<Set<String>> tapped = new ArrayList<>();
    try (TestVitrine vitrine = TestVitrine.start()) {
      TestClient keeper = new Shop(vitrine).staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
      keeper.post(
          "/api/operators", "{\"name\": \"Zhang Wei\", \"badge\": \"0042\", \"pin\": \"2468\"}");
      for (int number = 0; number < WRONG.size(); number++) {
        new Shop(vitrine, "integrator " + number).order("SO-800" + number);
        FloorDevice device = new FloorDevice(vitrine, WRONG.get(number), dice);
        device.begin(code(keeper, "Assembly " + number), "0042", "2468", "SO-800" + number);
        devices.add(device);
        tapped.add(new HashSet<>());
      }
      storm(devices, tapped, dice);
      calm(devices);
      for (int number = 0; number < devices.size(); number++) {
        expectAll(vitrine, number, devices.get(number), tapped.get(number), begin);
      }
    } finally {
      devices.forEach(FloorDevice::close);
    }
  }

  private static String code(TestClient keeper, String name) {
    String made = "{\"name\": \"%s\", \"operations\": [\"Assembly\"]}".formatted(name);
    String id = TestClient.json(keeper.post("/api/stations", made)).get("id").asText();
    return TestClient.json(keeper.post("/api/stations/" + id + "/set-up", "")).get("code").asText();
  }

  private static void storm(List<FloorDevice> devices, List<Set<String>> tapped, Random dice) {
    for (int reports = 0; reports < REPORTS; ) {
      int number = dice.nextInt(devices.size());
      FloorDevice device = devices.get(number);
      int chance = dice.nextInt(100);
      if (chance < 75) {
        String id = "device-%d-tap-%d".formatted(number, reports++);
        tapped.get(number).add(id);
        device.tap(id, chance < 12 ? picture(reports) : "");
      } else if (chance < 80) {
        device.undo();
      } else if (chance < 85) {
        device.kill();
      } else if (chance < 88) {
        device.addTab();
      } else if (chance < 93) {
        device.offline(dice.nextBoolean());
      } else if (chance < 96) {
        device.swallow(dice.nextBoolean());
      } else if (chance < 97) {
        device.refusePictures(dice.nextBoolean());
      } else if (chance < 99) {
        device.setClockBy(Duration.ofMinutes(dice.nextInt(240) - 120));
      } else {
        device.update();
      }
    }
  }

  /** Each another one: what follows the end of a picture is no part of it. */
  private static String picture(int number) {
    byte[] png = Arrays.copyOf(PNG_HEAD, PNG_HEAD.length + 4);
    png[png.length - 1] = (byte) number;
    png[png.length - 2] = (byte) (number >> 8);
    return Base64.getEncoder().encodeToString(png);
  }

  private static void calm(List<FloorDevice> devices) {
    Instant until = Instant.now().plus(PATIENCE);
    for (FloorDevice device : devices) {
      device.offline(false);
      device.swallow(false);
      device.refusePictures(false);
      while (device.waiting() > 0) {
        assertThat(Instant.now()).as("everything is sent").isBefore(until);
      }
      assertThat(device.refused()).isEmpty();
    }
  }

  private static void expectAll(
      TestVitrine vitrine, int number, FloorDevice device, Set<String> tapped, Instant begin) {
    List<String> there = said(vitrine, number, "e.report_id", "NULL", "e.happened_at, e.report_id");
    Set<String> kept = new HashSet<>(device.kept().keySet());
    kept.removeAll(device.undone());
    System.out.printf(
        "Device %d: %d tapped, %d kept, %d undone, %d at the server%n",
        number, tapped.size(), device.kept().size(), device.undone().size(), there.size());
    assertThat(there).as("none twice").doesNotHaveDuplicates();
    assertThat(there).as("nothing that was kept is missing").containsAll(kept);
    assertThat(tapped).as("nothing that nobody tapped").containsAll(there);
    assertThat(said(vitrine, number, "e.body ->> 'corrects'", "NOT NULL", "e.version"))
        .as("what was undone after it had left was withdrawn")
        .containsAll(device.undone().stream().filter(there::contains).toList());
    List<Integer> places =
        there.stream().filter(device.kept()::containsKey).map(device.kept()::get).toList();
    assertThat(places).as("in the order in which it was tapped").isSorted();
    assertThat(said(vitrine, number, "extract(epoch FROM e.happened_at)", "NULL", "e.version"))
        .as("with its true time, whatever the device's clock said")
        .allMatch(said -> isBetween(said, begin));
  }

  private static boolean isBetween(String said, Instant begin) {
    Instant happened = Instant.ofEpochSecond((long) Double.parseDouble(said));
    return happened.isAfter(begin.minusSeconds(60)) && happened.isBefore(Instant.now());
  }

  /**
   * @param corrects {@code NULL} for what was tapped, {@code NOT NULL} for what was taken back
   */
  private static List<String> said(
      TestVitrine vitrine, int number, String what, String corrects, String by) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        """
        SELECT %s
          FROM event e JOIN orders o ON o.id = e.order_id
         WHERE o.number = 'SO-800%d' AND e.report_id IS NOT NULL
           AND e.body ->> 'corrects' IS %s
         ORDER BY %s\
        """
            .formatted(what, number, corrects, by));
  }
}
