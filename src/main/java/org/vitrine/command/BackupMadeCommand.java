package org.vitrine.command;

import java.time.Clock;
import java.util.Optional;
import org.vitrine.Vitrine;
import org.vitrine.access.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine backup-made}. */
@Command(
    name = "backup-made",
    description =
        "Tell Vitrine that a backup was made just now, so that administrators see when the last one"
            + " was. Makes none itself; run it at the end of your backup script.")
public final class BackupMadeCommand implements Runnable {
  @Mixin private SettingsOptions options;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "Where it is, or what it is of; 200 characters at most")
  private String note;

  @Override
  public void run() {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      vitrine.rooms().backups().made(Optional.ofNullable(note), Actor.system("command line"));
      System.err.println("Noted.");
    }
  }
}
