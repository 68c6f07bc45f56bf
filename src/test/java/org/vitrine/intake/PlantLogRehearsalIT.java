package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.platform.SaveOutcome;

/** A log that is only tried: as if it had been taken, and nobody has to wait for it. */
class PlantLogRehearsalIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String HEAD =
      "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report,unit\n";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_that_was_tried_is_free_while_the_next_is() {
    String log = HEAD + row("HELD-1", 1, "") + row("HELD-2", 2, "") + row("HELD-3", 3, "");
    take(log, Mode.FOR_REAL, done -> {});
    List<Integer> answers = new ArrayList<>();
    take(
        HEAD + row("HELD-1", 4, "") + row("HELD-2", 5, "") + row("HELD-3", 6, ""),
        Mode.DRY_RUN,
        done -> {
          if (done == 2) {
            answers.add(report("HELD-1"));
          }
        });
    assertThat(answers).containsExactly(200);
  }

  @Test
  void what_becomes_of_the_rows_is_said_as_if_they_had_been_taken() {
    String log =
        HEAD
            + row("SAME-2", 1, "kg")
            + row("SAME-1", 2, "")
            + row("SAME-2", 3, "m")
            + "SAME-1,,,,W1,,2026-01-02T08:00,1,0,0,no,work,\n"
            + row("SAME-2", 4, "kg")
            + row("SAME-3", 5, "");
    List<Integer> told = new ArrayList<>();
    PlantLogSummary dry = take(log, Mode.DRY_RUN, told::add);
    PlantLogSummary real = take(log, Mode.FOR_REAL, done -> {});

    assertThat(dry.orders()).isEqualTo(real.orders());
    assertThat(dry.orders(SaveOutcome.CREATED)).isEqualTo(3);
    assertThat(dry.taken()).isEqualTo(real.taken()).isEqualTo(4);
    assertThat(dry.refused())
        .isEqualTo(real.refused())
        .extracting(RefusedRow::line)
        .containsExactly(4L, 5L);
    assertThat(dry.stages()).isEqualTo(real.stages());
    assertThat(dry.left()).isZero();
    assertThat(dry.log().orders()).isEqualTo(real.log().orders());
    assertThat(told).isSorted().last().isEqualTo(6);
    assertThat(take(log, Mode.DRY_RUN, done -> {}).nothingNew()).isTrue();
  }

  @Test
  void a_log_of_which_nothing_can_be_read_says_so() {
    PlantLogSummary dry =
        take(HEAD + "NONE-1,,,,W1,,2026-01-02T08:00,1,0,0,no,work,\n", Mode.DRY_RUN, done -> {});
    assertThat(dry.refused()).hasSize(1);
    assertThat(dry.orders()).isEmpty();
  }

  private static String row(String order, int hour, String unit) {
    return "%s,,20,Turning,W1,,2026-01-02T%02d:00,%d,0,0,no,work,%s%n"
        .formatted(order, hour, hour, unit);
  }

  private static int report(String order) {
    return shop.integrator()
        .post(
            "/api/reports",
            """
            {"id": "live", "order": "%s", "operation": "Turning", "kind": "progressed", "good": 1,
             "source": "scan", "happenedAt": "2026-01-03T08:00:00Z"}\
            """
                .formatted(order))
        .statusCode();
  }

  private static PlantLogSummary take(String log, Mode mode, IntConsumer done) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .take(
            PlantLog.parse("log.csv", log, ZONE, Repeats.REPORTS_OF_THEIR_OWN),
            Optional.empty(),
            LogOwner.NOBODY_SAID,
            ReplaySpeed.allAtOnce(),
            mode,
            Optional.empty(),
            done);
  }
}
