package org.vitrine.platform.database;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.vitrine.platform.StartFailed;

/** Brings the schema up to date, before anything else touches it. Forward only. */
public final class Migrations {
  private final String url;
  private final Flyway flyway;

  public Migrations(String url) {
    this.url = url;
    this.flyway = configured(url).load();
  }

  private static FluentConfiguration configured(String url) {
    return Flyway.configure().dataSource(dataSource(url)).validateMigrationNaming(true);
  }

  /** Returns how many migrations it ran; throws {@link StartFailed} where it cannot. */
  public int run() {
    DatabaseState.of(url);
    if (RestoreMark.in(url).isMarked()) {
      throw new StartFailed(
          "A restore into the database at %s did not finish: run ./vitrine restore again"
              .formatted(DatabaseUrl.parse(url).place()));
    }
    try {
      MigrationInfoService known = flyway.info();
      if (isOfANewerVitrine(known)) {
        throw new StartFailed(
            "The database at %s has the schema of a newer Vitrine (version %s): run that version, or restore a backup from before the upgrade"
                .formatted(DatabaseUrl.parse(url).place(), version(known)));
      }
      return isUpToDate(known) ? 0 : flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw cannot(e);
    }
  }

  /** Makes the schema of an earlier version, for what was written by it. */
  void runUpTo(String version) {
    try {
      configured(url).target(version).load().migrate();
    } catch (FlywayException e) {
      throw cannot(e);
    }
  }

  private StartFailed cannot(FlywayException fault) {
    return new StartFailed(
        "Cannot upgrade the schema of the database at %s: %s"
            .formatted(DatabaseUrl.parse(url).place(), reason(fault)),
        fault);
  }

  /** What PostgreSQL said, in one line; Flyway would only name the file. */
  private static String reason(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  public int pending() {
    return flyway.info().pending().length;
  }

  /** What would run, in its order, such as “268 asked again”. */
  public List<String> whatWouldRun() {
    return Stream.of(flyway.info().pending())
        .map(one -> one.getVersion() + " " + one.getDescription())
        .toList();
  }

  /** Whether this program can make the schema of that version. */
  public boolean knows(String version) {
    return Stream.of(flyway.info().all())
        .anyMatch(one -> one.getVersion() != null && one.getVersion().getVersion().equals(version));
  }

  /** Whether its schema has migrations that this program does not know. */
  public boolean isOfANewerVitrine() {
    return isOfANewerVitrine(flyway.info());
  }

  private static boolean isOfANewerVitrine(MigrationInfoService known) {
    return known.current() != null && known.current().getState() == MigrationState.FUTURE_SUCCESS;
  }

  /** Nothing is to be run, and nothing that was run has been written anew since. */
  private static boolean isUpToDate(MigrationInfoService known) {
    return known.pending().length == 0
        && Stream.of(known.all())
            .allMatch(one -> one.getState() == MigrationState.SUCCESS && one.isChecksumMatching());
  }

  /** The version the schema is at, or "none". */
  public String current() {
    return version(flyway.info());
  }

  private static String version(MigrationInfoService known) {
    return known.current() == null ? "none" : known.current().getVersion().getVersion();
  }

  static PGSimpleDataSource dataSource(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    DatabaseUrl.parse(url).applyTo(source);
    return source;
  }
}
