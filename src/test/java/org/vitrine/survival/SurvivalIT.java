package org.vitrine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault once, briefly, in an order that the seed decides. For longer: {@code bench/soak}. */
class SurvivalIT {
  private static final Duration BRIEFLY = Duration.ofMillis(1_000);

  private static final Path LOGS = Path.of("target", "survival");

  @TempDir private Path data;

  @Test
  void whatever_breaks_nothing_acknowledged_is_lost_and_every_page_is_right_again() {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("SurvivalIT: -Dvitrine.seed=" + seed);
    List<Fault> faults = new ArrayList<>(Arrays.asList(Fault.values()));
    Collections.shuffle(faults, new Random(seed));
    try (Scene scene = new Scene(data, LOGS, new Scene.Size(20, 4, 300, 50), seed)) {
      Survival survival = new Survival(scene, seed);
      survival.begin();
      faults.forEach(fault -> survival.suffer(fault, BRIEFLY));
      survival.lookForGrowth();
      System.out.println(survival.summary());
      assertThat(survival.failures()).isEmpty();
    }
  }
}
