package org.vitrine.survival;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Lets faults happen to a scene, one after the other, and holds it to its word each time: every
 * screen shows what the database says within seconds of the fault's end, and at the end every
 * acknowledged report is there once and nothing has grown.
 */
final class Survival {
  /** What is promised, and what a test on a busy machine allows. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Duration ALLOWED = Duration.ofSeconds(20);
  private static final Duration COMING_IN = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 100;

  private final Scene scene;
  private final Random random;
  private final long since = System.nanoTime();
  private final Growth growth = new Growth();
  private final Map<Fault, Long> slowest = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int faults;

  Survival(Scene scene, long seed) {
    this.scene = scene;
    this.random = new Random(seed);
  }

  /** Waits until all is in place, and looks at it for later. */
  void begin() {
    scene.reporters().pause();
    await("everybody sees the first page", this::isWell, COMING_IN);
    failures.addAll(growth.look(scene.nodes()));
    scene.reporters().goOn();
  }

  /** Lets one fault happen for this long, and watches it being overcome. */
  void suffer(Fault fault, Duration lasting) {
    faults++;
    Runnable end = fault.begin(scene, random);
    Pause.of(lasting);
    if (fault.takesDatabaseAway()) {
      await(fault + ": every node says that it cannot serve", this::nobodyIsReady);
    }
    end.run();
    scene.reporters().pause();
    long took = await(fault + ": every screen shows what the database says", scene::isCurrent);
    slowest.merge(fault, took, Math::max);
    System.out.printf("  %3d s  %-36s overcome in %,5d ms%n", seconds(), fault, took);
    await(fault + ": everything that was said is acknowledged", scene.reporters()::isDone);
    await(fault + ": all is well again", this::isWell);
    scene.reporters().goOn();
  }

  private long seconds() {
    return (System.nanoTime() - since) / 1_000_000_000;
  }

  private boolean isWell() {
    return scene.nodes().stream().allMatch(scene.watchman()::isReady) && scene.isCurrent();
  }

  private boolean nobodyIsReady() {
    return scene.nodes().stream().noneMatch(scene.watchman()::isReady);
  }

  /** How long it took, in milliseconds; a failure where it never came to be. */
  private long await(String what, BooleanSupplier so) {
    return await(what, so, ALLOWED);
  }

  private long await(String what, BooleanSupplier so, Duration allowed) {
    long from = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - from > allowed.toNanos()) {
        failures.add("Never: " + what);
        System.out.printf("  NEVER: %s; behind: %s%n", what, scene.behind());
        break;
      }
      Pause.millis(LOOK_MILLIS);
    }
    return (System.nanoTime() - from) / 1_000_000;
  }

  /** Looks whether anything has grown since the beginning. */
  void lookForGrowth() {
    failures.addAll(growth.look(scene.nodes()));
  }

  /** Everything that was not as it should be, in sentences. */
  List<String> failures() {
    List<String> all = new ArrayList<>(failures);
    all.addAll(scene.reporters().faults());
    all.addAll(scene.watchman().faults());
    all.addAll(scene.ledger().faults(scene.postgres()));
    return all.stream().distinct().toList();
  }

  String summary() {
    long worst = slowest.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return """
        %d faults; %d pages were open, whose connections broke %d times
        %s
        slowest to be current after a fault: %,d ms (promised: %,d ms); slowest sign of life: %,d ms"""
        .formatted(
            faults,
            scene.crowd().size(),
            scene.crowd().breaks(),
            scene.reporters().summary(),
            worst,
            PROMISED.toMillis(),
            scene.watchman().slowestMillis());
  }
}
