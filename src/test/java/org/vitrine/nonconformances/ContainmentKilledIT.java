package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.nonconformances.QualityShop.ok;
import static org.vitrine.nonconformances.QualityShop.stages;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Processes;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.database.Database;

/** Whoever dies between two steps of a containment has done nothing; told is told once. */
class ContainmentKilledIT {
  private static TestVitrine vitrine;
  private static QualityShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new QualityShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** A problem, and a piece of an order that is made of a lot. */
  private static long problem(String name) {
    shop.shop().order("SO-" + name);
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/pieces/SN-" + name,
                """
                {"product": "Motor %1$s", "order": "SO-%1$s", "line": 1, "from": [{"lot": "C-%1$s"}]}\
                """
                    .formatted(name)));
    return shop.raised("{\"title\": \"Capacitors bulge\", \"severity\": \"critical\"}");
  }

  private static List<String> left(long number, String name) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        """
        SELECT concat_ws(' ',
                 (SELECT count(*) FROM containment WHERE nonconformance = %1$d),
                 (SELECT count(*) FROM contained WHERE nonconformance = %1$d),
                 (SELECT count(*) FROM held_code WHERE matter = '%1$d'),
                 (SELECT count(*) FROM nonconformance_doubt WHERE nonconformance = %1$d),
                 (SELECT count(*) FROM nonconformance_event WHERE nonconformance = %1$d),
                 (SELECT count(*) FROM change WHERE kind = 'nonconformance.contained' AND key = '%1$d'),
                 (SELECT count(*) FROM event e JOIN orders o ON o.id = e.order_id
                   WHERE o.number = 'SO-%2$s' AND e.kind = 'doubted'))\
        """
            .formatted(number, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO containment",
        "INSERT INTO contained",
        "INSERT INTO held_code",
        "INSERT INTO nonconformance_doubt",
        "UPDATE orders",
        "INSERT INTO nonconformance_event",
        "INSERT INTO change"
      })
  void a_process_that_is_killed_between_two_steps_leaves_nothing(String step) throws Exception {
    String name = step.replaceAll("\\W", "");
    long number = problem(name);
    Process process = containing(step, number, "C-" + name);
    assertThat(process.inputReader().lines().anyMatch(DyingContainment.REACHED::equals)).isTrue();
    process.destroyForcibly().waitFor();

    assertThat(left(number, name)).containsExactly("0 0 0 0 1 0 0");
    assertThat(stages(shop.amelia(), "SO-" + name)).doesNotContain("doubted");

    String path = "/api/nonconformances/" + number + "/containment";
    String lot = "{\"lots\": [\"C-%s\"]}".formatted(name);
    ok(200, shop.chen().post(path, lot));
    ok(200, shop.chen().post(path, lot));

    assertThat(left(number, name)).as("held once, told once").containsExactly("1 2 2 1 2 1 1");
    assertThat(stages(shop.amelia(), "SO-" + name)).contains("doubted");
  }

  private static Process containing(String step, long number, String lot) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            DyingContainment.class.getName(),
            vitrine.databaseUrl(),
            step,
            String.valueOf(number),
            lot));
    return Processes.start(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /** The same before each statement, one after the other, until none is left to die at. */
  @Test
  void wherever_it_breaks_off_it_can_be_done_again() {
    String name = "again";
    long number = problem(name);
    Vertx vertx = Vertx.vertx();
    try {
      int step = 0;
      while (breaksOff(vertx, number, "C-" + name, ++step)) {
        assertThat(left(number, name))
            .as("before statement %d", step)
            .containsExactly("0 0 0 0 1 0 0");
      }
      assertThat(step).as("it has steps").isGreaterThan(10);
      assertThat(left(number, name)).containsExactly("1 2 2 1 2 1 1");
    } finally {
      vertx.close().await();
    }
  }

  private static boolean breaksOff(Vertx vertx, long number, String lot, int step) {
    AtomicInteger statements = new AtomicInteger();
    Database dying =
        new Database(
            vertx,
            vitrine.databaseUrl(),
            1,
            sql -> {
              if (statements.incrementAndGet() == step) {
                throw new BrokenOff();
              }
              return sql;
            });
    try {
      dying.answersWithin(Duration.ofSeconds(60));
      statements.set(0);
      DyingContainment.contain(dying, number, lot);
      return false;
    } catch (BrokenOff broken) {
      return true;
    } finally {
      dying.close();
    }
  }

  private static final class BrokenOff extends RuntimeException {}
}
