package org.vitrine.health;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.health.HealthFinding.HealthState;
import org.vitrine.platform.health.HealthSource;

/** The door to how the installation is: one list, made of what each room says of its own parts. */
public final class Health {
  private final Database database;
  private final Clock clock;
  private final List<HealthSource> sources = new CopyOnWriteArrayList<>();
  private final SizeRepository sizes = new SizeRepository();
  private volatile List<HealthFinding> lastSeen = List.of();

  public Health(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Asks these, too, from now on: the rooms are not all there yet when this one is opened. */
  public void ask(List<HealthSource> more) {
    sources.addAll(more);
  }

  /** The worst first. */
  public List<HealthFinding> findings(Queries queries, Instant now) {
    List<HealthFinding> findings = new ArrayList<>();
    for (HealthSource source : sources) {
      findings.addAll(source.findings(queries, now));
    }
    findings.sort(Comparator.comparing(HealthFinding::state));
    lastSeen = List.copyOf(findings);
    return findings;
  }

  /** How many were bad when somebody looked last, which is a minute ago at most. */
  public int bad() {
    return count(HealthState.BAD);
  }

  /** How many wanted to be looked into then. */
  public int warnings() {
    return count(HealthState.WARN);
  }

  private int count(HealthState state) {
    return (int) lastSeen.stream().filter(finding -> finding.state() == state).count();
  }

  /**
   * How everything is.
   *
   * @param growth what the database takes, and how that became more
   */
  public record HealthPage(Instant at, List<HealthFinding> findings, DatabaseGrowth growth) {}

  HealthPage page() {
    Instant now = clock.instant();
    return new HealthPage(now, findings(database, now), growth(now));
  }

  DatabaseGrowth growth(Instant now) {
    return DatabaseGrowth.of(
        sizes.now(database), sizes.kept(database, DatabaseGrowth.earliest(now)), now);
  }

  /** Keeps what the database takes today, once a day. */
  void keepSizes() {
    sizes.keep(database, clock.instant());
  }
}
