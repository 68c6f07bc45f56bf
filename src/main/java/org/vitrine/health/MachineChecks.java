package org.vitrine.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.vitrine.health.SizeRepository.TakenConnections;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.health.HealthSource;

/** How the database and the machine do beside what is in them: connections, clocks, growth. */
record MachineChecks(Health health, Optional<Path> data) implements HealthSource {
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Duration FAR_APART = Duration.ofSeconds(30);
  private static final double FEW_CONNECTIONS_LEFT = 0.8;
  private static final double HARDLY_A_CONNECTION_LEFT = 0.95;
  private static final int FULL_SOON_DAYS = 30;
  private static final int FULL_VERY_SOON_DAYS = 7;

  @Override
  public List<HealthFinding> findings(Queries queries, Instant now) {
    SizeRepository asked = new SizeRepository();
    return Stream.of(
            Stream.of(connections(asked.connections(queries)), clock(asked, queries)),
            growth(now).stream())
        .flatMap(some -> some)
        .toList();
  }

  private static HealthFinding connections(TakenConnections taken) {
    Map<String, Object> facts = Map.of("used", taken.used(), "most", taken.most());
    double share = (double) taken.used() / taken.most();
    if (share >= HARDLY_A_CONNECTION_LEFT) {
      return HealthFinding.bad("connections", "full", facts);
    }
    return share >= FEW_CONNECTIONS_LEFT
        ? HealthFinding.warn("connections", "fill", facts)
        : HealthFinding.ok("connections", "taken", facts);
  }

  /** This machine's own clock is asked before and after: a slow answer is no drift. */
  private static HealthFinding clock(SizeRepository asked, Queries queries) {
    Instant before = Instant.now();
    Instant theirs = asked.clock(queries);
    Instant between = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
    Duration apart = Duration.between(theirs, between).abs();
    Map<String, Object> facts = Map.of("seconds", apart.toSeconds());
    if (apart.compareTo(FAR_APART) > 0) {
      return HealthFinding.bad("clock", "far-apart", facts);
    }
    return apart.compareTo(APART) > 0
        ? HealthFinding.warn("clock", "apart", facts)
        : HealthFinding.ok("clock", "together", Map.of());
  }

  /** Where the disk is ours, whether it lasts. */
  private Optional<HealthFinding> growth(Instant now) {
    return data.flatMap(
        folder -> {
          try {
            OptionalLong days =
                health.growth(now).daysUntilFull(Files.getFileStore(folder).getUsableSpace(), now);
            return days.isPresent() && days.getAsLong() < FULL_SOON_DAYS
                ? Optional.of(fullIn(days.getAsLong()))
                : Optional.empty();
          } catch (IOException saidOfTheDisk) {
            return Optional.empty();
          }
        });
  }

  private static HealthFinding fullIn(long days) {
    Map<String, Object> facts = Map.of("count", days);
    return days < FULL_VERY_SOON_DAYS
        ? HealthFinding.bad("growth", "full-soon", facts)
        : HealthFinding.warn("growth", "full-soon", facts);
  }
}
