package org.vitrine.platform.database;

import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;
import org.vitrine.platform.StartFailed;

/** Brings the schema up to date, before anything else touches it. Forward only. */
public final class Migrations {
  private final String url;
  private final Flyway flyway;

  public Migrations(String url) {
    this.url = url;
    this.flyway =
        Flyway.configure().dataSource(dataSource(url)).validateMigrationNaming(true).load();
  }

  /** Returns how many migrations it ran; throws {@link StartFailed} where it cannot. */
  public int run() {
    DatabaseState.of(url);
    try {
      MigrationInfoService known = flyway.info();
      if (isOfANewerVitrine(known)) {
        throw new StartFailed(
            "The database at %s has the schema of a newer Vitrine (version %s): run that version, or restore a backup from before the upgrade"
                .formatted(DatabaseUrl.parse(url).place(), version(known)));
      }
      return isUpToDate(known) ? 0 : flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new StartFailed(
          "Cannot upgrade the schema of the database at %s: %s"
              .formatted(DatabaseUrl.parse(url).place(), reason(e)),
          e);
    }
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
