package org.vitrine.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.Settings;
import org.vitrine.platform.database.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine upgrade}. */
@Command(
    name = "upgrade",
    description =
        "Check what an upgrade of the database schema would meet, and run it unless something must"
            + " be fixed first; exits with 1 then.")
public final class UpgradeCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;

  @Option(names = "--check", description = "Only check; changes nothing")
  private boolean isOnlyChecked;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    try (SetDatabase database = SetDatabase.existing(settings)) {
      List<Finding> findings = findings(settings, database.url());
      findings.forEach(System.out::println);
      if (findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL)) {
        return 1;
      }
      if (!isOnlyChecked) {
        Migrations migrations = new Migrations(database.url());
        System.out.printf(
            "Ran %d migrations; the schema is at version %s%n",
            migrations.run(), migrations.current());
      }
      return 0;
    }
  }

  private static List<Finding> findings(Settings settings, String url) {
    Clock clock = Clock.systemUTC();
    MachineCheckup machine = new MachineCheckup(settings);
    List<Finding> findings = new ArrayList<>(List.of(machine.java(), machine.disk()));
    findings.addAll(new DatabaseCheckup(settings, clock).findings());
    findings.addAll(new UpgradeCheckup(url, clock).findings());
    return findings;
  }
}
