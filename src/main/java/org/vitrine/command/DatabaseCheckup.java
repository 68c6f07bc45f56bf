package org.vitrine.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.Settings;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.DataDirectory;
import org.vitrine.platform.database.DatabaseLocale;
import org.vitrine.platform.database.DatabaseState;
import org.vitrine.platform.database.DatabaseUrl;
import org.vitrine.platform.database.EmbeddedDatabase;
import org.vitrine.platform.database.LoginRights;
import org.vitrine.platform.database.Migrations;
import org.vitrine.platform.database.OwedChanges;

/** Looks at the database: whether it answers, its version, its schema, its clock and its walls. */
final class DatabaseCheckup {
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Duration FAR_APART = Duration.ofSeconds(30);

  private final Settings settings;
  private final Clock clock;

  DatabaseCheckup(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  List<Finding> findings() {
    try {
      return settings.databaseUrl().isPresent()
          ? examineTheirs(settings.databaseUrl().get())
          : examineOwn(new DataDirectory(settings.data()));
    } catch (StartFailed e) {
      return List.of(Finding.fail("Database", e.getMessage()));
    }
  }

  private List<Finding> examineTheirs(String url) {
    List<Finding> findings = new ArrayList<>(examine(url, "at"));
    findings.add(rights(LoginRights.of(url)));
    return findings;
  }

  /** The program gives its rights up, but whoever learns the password need not. */
  private static Finding rights(LoginRights rights) {
    String could =
        rights.superuser()
            ? "is a superuser"
            : rights.bypassesRowSecurity()
                ? "bypasses row-level security"
                : rights.owner() ? "owns the tables" : "";
    return could.isEmpty()
        ? Finding.ok("Rights", "“%s” is bound by row-level security".formatted(rights.login()))
        : Finding.warn(
            "Rights",
            "“%s” %s, so anyone with its password can read every company's data: use it for ./vitrine migrate only, and serve with a login of its own: CREATE ROLE vitrine_serve LOGIN PASSWORD '…' IN ROLE vitrine_app"
                .formatted(rights.login(), could));
  }

  /** One that does not run is started for the look, and stopped again. */
  private List<Finding> examineOwn(DataDirectory directory) {
    Optional<String> version;
    try {
      version = directory.version();
    } catch (IOException e) {
      return List.of(Finding.fail("Database", "Cannot read the data directory: " + e.getMessage()));
    }
    if (version.isEmpty()) {
      return List.of(
          Finding.ok(
              "Database", "None in %s yet; the first start creates it".formatted(settings.data())));
    }
    try (EmbeddedDatabase own = EmbeddedDatabase.open(settings.data())) {
      return examine(own.url(), own.isShared() ? "(embedded, running) at" : "(embedded) at");
    }
  }

  private List<Finding> examine(String url, String where) {
    DatabaseState state = DatabaseState.of(url);
    Finding clock = clock(url);
    Migrations migrations = new Migrations(url);
    List<Finding> findings = new ArrayList<>();
    findings.add(version(state, where + " " + DatabaseUrl.parse(url).place()));
    findings.add(letters(state.locale()));
    findings.add(schema(migrations));
    findings.add(clock);
    if (migrations.pending() == 0) {
      findings.add(readers(OwedChanges.of(url)));
      findings.add(ChainCheckup.finding(url));
    }
    return findings;
  }

  private static Finding readers(OwedChanges owed) {
    if (owed.setAside() > 0) {
      return Finding.warn(
          "Readers",
          "%d changes failed for a day and were set aside: see the column failure in the table owed_change; once the cause is fixed, retry them with UPDATE owed_change SET set_aside_at = NULL, failing_since = NULL, next_attempt_at = now() WHERE set_aside_at IS NOT NULL"
              .formatted(owed.setAside()));
    }
    return owed.failing() > 0
        ? Finding.warn(
            "Readers",
            "%d changes keep failing and are being retried: see the column failure in the table owed_change"
                .formatted(owed.failing()))
        : Finding.ok("Readers", "No failed changes");
  }

  private static Finding letters(DatabaseLocale locale) {
    return locale.isUnicode()
        ? Finding.ok("Letters", "%s, %s".formatted(locale.encoding(), locale.letters()))
        : Finding.warn(
            "Letters",
            "The database was made with the encoding %s and the locale %s: beyond ASCII it knows no letters, so what is alike in Chinese is not found. This cannot be changed later: make another (docs/operating.md, “A database that knows no letters”) and restore a dump into it"
                .formatted(locale.encoding(), locale.letters()));
  }

  private static Finding version(DatabaseState state, String where) {
    String found = "PostgreSQL %s %s".formatted(state.version(), where);
    int wanted = Integer.parseInt(DataDirectory.MAJOR_VERSION);
    return state.majorVersion() == wanted
        ? Finding.ok("Database", found)
        : Finding.warn("Database", found + "; Vitrine is tested with PostgreSQL " + wanted);
  }

  private static Finding schema(Migrations migrations) {
    int pending = migrations.pending();
    return pending == 0
        ? Finding.ok("Schema", "Up to date, at version " + migrations.current())
        : Finding.warn(
            "Schema",
            "At version %s, %d migrations pending: the next start or ./vitrine migrate runs them"
                .formatted(migrations.current(), pending));
  }

  /** Asks between two looks at our own clock, so that a slow connection is not taken for drift. */
  private Finding clock(String url) {
    Instant before = clock.instant();
    Instant theirs = DatabaseState.of(url).clock();
    Instant between = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
    Duration apart = Duration.between(theirs, between).abs();
    String found =
        "The clocks of this machine and the database differ by %.1f s"
            .formatted(apart.toMillis() / 1000.0);
    if (apart.compareTo(FAR_APART) > 0) {
      return Finding.fail(
          "Clock", found + "; correct them, or reports may be refused as being in the future");
    }
    return apart.compareTo(APART) > 0
        ? Finding.warn("Clock", found + "; run a time service such as NTP on both")
        : Finding.ok("Clock", found);
  }
}
