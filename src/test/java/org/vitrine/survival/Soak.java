package org.vitrine.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Lets faults happen for as long as told, one after the other as the seed decides; says at the end,
 * or when it is interrupted, how it went. Its status is 1 where something was not as it should be.
 */
final class Soak {
  private static final Path LOGS = Path.of("target", "survival");
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration HELD_OPEN = Duration.ofMinutes(1);
  private static final int FAULTS_BETWEEN_LOOKS = 20;

  private final Survival survival;
  private final Random random;
  private final long endNanos;
  private volatile boolean interrupted;

  private Soak(Survival survival, Duration time, long seed) {
    this.survival = survival;
    this.random = new Random(seed);
    this.endNanos = System.nanoTime() + time.toNanos();
  }

  /** Takes for how many minutes, and the seed. */
  public static void main(String[] args) throws IOException {
    Duration time = Duration.ofMinutes(Long.parseLong(args[0]));
    long seed = Long.parseLong(args[1]);
    System.out.printf(
        "Soak for %d minutes; again the same: bench/soak %d %d%n",
        time.toMinutes(), time.toMinutes(), seed);
    Path data = Files.createTempDirectory("vitrine-soak");
    List<String> failures = List.of();
    try (Scene scene = new Scene(data, LOGS, new Scene.Size(20, 4, 1_000, 100), seed)) {
      Survival survival = new Survival(scene, seed);
      Soak soak = new Soak(survival, time, seed);
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> soak.interrupt(main), "interrupt"));
      failures = soak.run();
    } finally {
      delete(data);
    }
    Runtime.getRuntime().halt(failures.isEmpty() ? 0 : 1);
  }

  private List<String> run() {
    try {
      suffer();
    } catch (IllegalStateException fault) {
      if (!interrupted) {
        throw fault;
      }
      Thread.interrupted(); // Putting things away has to be waited for.
      System.out.println(survival.summary());
      return List.of();
    }
    List<String> failures = survival.failures();
    System.out.println(survival.summary());
    failures.forEach(failure -> System.out.println("FAILED: " + failure));
    System.out.println(failures.isEmpty() ? "All was survived." : "Not all was survived.");
    return failures;
  }

  private void suffer() {
    survival.begin();
    for (int faults = 1; System.nanoTime() < endNanos; faults++) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      survival.suffer(fault, lasting(fault));
      if (faults % FAULTS_BETWEEN_LOOKS == 0) {
        survival.lookForGrowth();
      }
    }
    survival.lookForGrowth();
  }

  private Duration lasting(Fault fault) {
    return fault == Fault.A_TRANSACTION_STAYS_OPEN
        ? HELD_OPEN
        : Duration.ofMillis(500 + random.nextLong(LONGEST.toMillis()));
  }

  /** Leaves it at what was suffered so far, and waits until everything is put away. */
  private void interrupt(Thread main) {
    interrupted = true;
    main.interrupt();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
