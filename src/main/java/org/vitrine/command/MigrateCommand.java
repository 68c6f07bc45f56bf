package org.vitrine.command;

import org.vitrine.platform.database.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vitrine migrate}. */
@Command(
    name = "migrate",
    description = "Upgrade the database schema; serve does this automatically.")
public final class MigrateCommand implements Runnable {
  @Mixin private SettingsOptions options;

  @Override
  public void run() {
    try (SetDatabase database = SetDatabase.of(options.settings())) {
      migrate(database.url());
    }
  }

  private static void migrate(String url) {
    Migrations migrations = new Migrations(url);
    int ran = migrations.run();
    System.out.println(
        ran == 0
            ? "The schema is up to date, at version " + migrations.current()
            : "Ran %d migrations; the schema is at version %s"
                .formatted(ran, migrations.current()));
  }
}
