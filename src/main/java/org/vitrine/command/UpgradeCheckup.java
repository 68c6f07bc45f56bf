package org.vitrine.command;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Audit;
import org.vitrine.health.Backups;
import org.vitrine.health.Backups.NotedBackup;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.LoginRights;
import org.vitrine.platform.database.Migrations;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.database.RunningNodes;

/** Looks at what an upgrade of the schema would meet. */
final class UpgradeCheckup {
  private static final Duration COLD_START = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ofDays(1);

  /** They change what nodes of before still read: docs/operating.md, “Upgrade”. */
  private static final Set<String> WITHOUT_OLDER_NODES = Set.of("024", "045", "054");

  private final String url;
  private final Clock clock;

  UpgradeCheckup(String url, Clock clock) {
    this.url = url;
    this.clock = clock;
  }

  List<Finding> findings() {
    Migrations migrations = new Migrations(url);
    List<Finding> findings = new ArrayList<>();
    List<String> waiting = migrations.whatWouldRun();
    if (migrations.isOfANewerVitrine()) {
      findings.add(
          Finding.fail(
              "Upgrade",
              "The schema (version %s) is of a newer Vitrine: run that version"
                  .formatted(migrations.current())));
      return findings;
    }
    findings.add(
        waiting.isEmpty()
            ? Finding.ok("Upgrade", "Nothing to run")
            : Finding.ok("Upgrade", "Would run " + String.join("; ", waiting)));
    if (!waiting.isEmpty()) {
      findings.add(rights());
      findings.add(backup());
      findings.add(nodes(waiting));
    }
    return findings;
  }

  private Finding rights() {
    LoginRights rights = LoginRights.of(url);
    return rights.superuser() || rights.owner()
        ? Finding.ok("May upgrade", "“%s” owns the tables".formatted(rights.login()))
        : Finding.fail(
            "May upgrade",
            "“%s” does not own the tables: run ./vitrine migrate as their owner"
                .formatted(rights.login()));
  }

  private Finding backup() {
    Optional<Instant> last = lastBackup();
    if (last.isEmpty()) {
      return Finding.warn("Backup", "None is known of: make one first (./vitrine backup)");
    }
    boolean isFresh = Duration.between(last.get(), clock.instant()).compareTo(FRESH) < 0;
    return isFresh
        ? Finding.ok("Backup", "The last was made at " + last.get())
        : Finding.warn(
            "Backup",
            "The last was made at %s: make one first (./vitrine backup)".formatted(last.get()));
  }

  private Optional<Instant> lastBackup() {
    Vertx vertx = Vertx.vertx();
    try (Database database = new Database(vertx, url, 1)) {
      database.awaitConnection(COLD_START);
      return new Backups(database, new Changes(), new Audit(database, clock), clock)
          .last(database)
          .map(NotedBackup::at);
    } catch (QueryFailed beforeItWasNoted) {
      return Optional.empty();
    } finally {
      vertx.close();
    }
  }

  private Finding nodes(List<String> waiting) {
    int running = RunningNodes.of(url);
    boolean mustStop =
        waiting.stream().anyMatch(one -> WITHOUT_OLDER_NODES.contains(one.split(" ")[0]));
    if (running == 0) {
      return Finding.ok("Nodes", "None is connected");
    }
    String found = "Vitrine is running on this database (%d connections)".formatted(running);
    return mustStop
        ? Finding.fail("Nodes", found + ": stop every node before this upgrade")
        : Finding.warn("Nodes", found + ": nodes of before do not know what is new");
  }
}
