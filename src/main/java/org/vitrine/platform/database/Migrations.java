package org.vitrine.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to date, before anything else touches it. Forward only. */
public final class Migrations {
  private final Flyway flyway;

  public Migrations(String url) {
    this.flyway =
        Flyway.configure().dataSource(dataSource(url)).validateMigrationNaming(true).load();
  }

  /** Returns how many migrations it ran. */
  public int run() {
    return flyway.migrate().migrationsExecuted;
  }

  public int pending() {
    return flyway.info().pending().length;
  }

  /** The version the schema is at, or "none". */
  public String current() {
    MigrationInfo current = flyway.info().current();
    return current == null ? "none" : current.getVersion().getVersion();
  }

  static PGSimpleDataSource dataSource(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    DatabaseUrl.parse(url).applyTo(source);
    return source;
  }
}
