package org.vitrine.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.Settings;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.BackupManifest;
import org.vitrine.platform.backup.BackupPlace;
import org.vitrine.platform.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine restore}. */
@Command(
    name = "restore",
    description =
        "Restore a backup into an empty database. Checks all of it first, and touches nothing if"
            + " anything is wrong.")
public final class RestoreCommand implements Runnable {
  @Mixin private SettingsOptions options;
  @Mixin private BackupOptions backups;

  @Parameters(paramLabel = "BACKUP", description = "The file, or s3://BUCKET/PREFIX/NAME")
  private String backup;

  @Option(
      names = "--check",
      description = "Only read all of the backup and say whether it is whole")
  private boolean isOnlyChecked;

  @Override
  public void run() {
    Restore restore = new Restore(source(), backups.passphrase());
    if (isOnlyChecked) {
      System.out.println("Whole: " + restore.verified());
      return;
    }
    Settings settings = options.settings();
    try (SetDatabase database = SetDatabase.of(settings)) {
      if (database.isShared()) {
        throw new StartFailed(
            "A Vitrine is running on %s: stop it first, and restore into another directory unless this one is empty"
                .formatted(settings.data()));
      }
      BackupManifest manifest =
          restore.into(
              new Restore.Target(
                  database.url(), settings.photos(), settings.data(), database.isOwn()));
      System.out.println("Restored: " + manifest);
    }
  }

  private Restore.BackupSource source() {
    if (!backup.startsWith("s3://")) {
      return () -> Files.newInputStream(Path.of(backup));
    }
    int end = backup.lastIndexOf('/');
    BackupPlace place = backups.place(backup.substring(0, end));
    return () -> place.open(backup.substring(end + 1));
  }
}
