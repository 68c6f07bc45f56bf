package org.vitrine.command;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.Settings;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.health.Backups;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.Backup;
import org.vitrine.platform.backup.BackupPlace;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine backup}. */
@Command(
    name = "backup",
    description =
        "Back up everything while Vitrine runs: the database as it stands at one moment, and photos"
            + " that are kept in a directory. Sealed backups have the keys in the data directory,"
            + " too.")
public final class BackupCommand implements Runnable {
  private static final Duration COLD_START = Duration.ofSeconds(30);

  @Mixin private SettingsOptions options;
  @Mixin private BackupOptions backups;

  @Option(
      names = "--to",
      required = true,
      defaultValue = "${env:VITRINE_BACKUP_TO}",
      paramLabel = "PLACE",
      description = "A directory, or s3://BUCKET/PREFIX (VITRINE_BACKUP_TO)")
  private String to;

  @Option(
      names = "--keep",
      defaultValue = "${env:VITRINE_BACKUP_KEEP:-14}",
      paramLabel = "N",
      description =
          "How many backups stay there; the oldest go once a new one stands (VITRINE_BACKUP_KEEP;"
              + " ${DEFAULT-VALUE})")
  private int keep;

  @Override
  public void run() {
    if (keep < 1) {
      throw new StartFailed("--keep (VITRINE_BACKUP_KEEP) must be 1 or more, not " + keep);
    }
    Settings settings = options.settings();
    BackupPlace place = backups.place(to);
    Clock clock = Clock.systemUTC();
    try (SetDatabase database = SetDatabase.existing(settings)) {
      Backup.MadeBackup made =
          new Backup(database.url(), settings.photos(), settings.data(), backups.passphrase())
              .to(place, keep, clock);
      note(database.url(), made.name() + " in " + place, clock);
      System.out.println(made.name());
      System.err.println("In %s: %s".formatted(place, made.manifest()));
    }
  }

  /** So that administrators see it; a schema that waits for its upgrade is left as it is. */
  private static void note(String url, String note, Clock clock) {
    if (new Migrations(url).pending() > 0) {
      return;
    }
    Vertx vertx = Vertx.vertx();
    try (Database database = new Database(vertx, url, 1)) {
      database.awaitConnection(COLD_START);
      new Backups(database, new Changes(), new Audit(database, clock), clock)
          .made(
              Optional.of(note.substring(0, Math.min(note.length(), Backups.LONGEST_NOTE))),
              Actor.system("command line"));
    } finally {
      vertx.close();
    }
  }
}
