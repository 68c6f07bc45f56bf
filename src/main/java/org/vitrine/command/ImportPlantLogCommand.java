package org.vitrine.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.Vitrine;
import org.vitrine.command.FileOptions.FileContent;
import org.vitrine.command.FileOptions.FileRead;
import org.vitrine.intake.ImportKind;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.LogOwner;
import org.vitrine.intake.Mapping;
import org.vitrine.intake.PlantLog;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.intake.PlantLogSummary;
import org.vitrine.intake.ReplaySpeed;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Routing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine import plant-log FILE}. */
@Command(
    name = "plant-log",
    description = {
      "Import a plant's production log (CSV or .xlsx, one row per reported operation) as orders and"
          + " reports.",
      "Importing the same file again changes nothing. The server may be running on the same data."
    },
    mixinStandardHelpOptions = true)
final class ImportPlantLogCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private FileOptions file;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "JSON that maps operations to stages (default: the one used last, or the one included)")
  private Path mapping;

  @Option(
      names = "--company",
      paramLabel = "CODE",
      description = "The company whose orders these are (default: PLANT, which is created)")
  private String company;

  @Option(
      names = "--company-name",
      paramLabel = "NAME",
      description = "Create the company with this name if it does not exist")
  private String companyName;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone of the log, such as +02:00 or Asia/Shanghai (default: --plant-zone)")
  private ZoneId zone;

  @Option(
      names = "--once",
      description =
          "Treat identical rows as one report (default: each is a report, unless a column id"
              + " identifies rows)")
  private boolean once;

  @Option(names = "--dry-run", description = "Show what would happen, without writing anything")
  private boolean dryRun;

  @Option(
      names = "--replay",
      paramLabel = "TIMES",
      description = "Replay the log in its own rhythm, this many times faster")
  private Double replay;

  @Override
  public Integer call() {
    checkOptions();
    ZoneId ofLog = zone == null ? options.zone() : zone;
    Repeats repeats = once ? Repeats.ONE_REPORT : Repeats.REPORTS_OF_THEIR_OWN;
    FileContent<PlantLog> reading =
        file.reading(ImportKind.PLANT_LOG, read -> PlantLog.of(read, ofLog, repeats));
    Optional<Routing> routing = Optional.ofNullable(mapping).map(Mapping::read);
    ReplaySpeed speed = replay == null ? ReplaySpeed.allAtOnce() : ReplaySpeed.replayed(replay);
    Interruption interruption = Interruption.calls(speed::stop);
    try {
      return take(reading, routing, speed);
    } finally {
      interruption.over();
    }
  }

  private int take(FileContent<PlantLog> reading, Optional<Routing> routing, ReplaySpeed speed) {
    Mode mode = dryRun ? Mode.DRY_RUN : Mode.FOR_REAL;
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      FileRead<PlantLog> read = reading.with(vitrine.rooms().columnMappings());
      PlantLog log = read.content();
      long began = System.nanoTime();
      PlantLogSummary summary;
      try (TerminalProgress progress = TerminalProgress.of("Reports", log.rows())) {
        summary =
            vitrine
                .rooms()
                .intake()
                .take(
                    log, routing, buyer(), speed, mode, Optional.of(read.file()), progress::stepTo);
      }
      System.out.print(PlantLogText.of(summary, dryRun, (System.nanoTime() - began) / 1e9));
      return summary.refused().isEmpty() ? 0 : 1;
    }
  }

  private void checkOptions() {
    if (replay != null && !(replay > 0 && replay <= 1e9)) {
      throw new StartFailed(
          "--replay must be how many times faster to replay the log, such as 600");
    }
    if (replay != null && dryRun) {
      throw new StartFailed("--replay and --dry-run cannot be combined: use one of them");
    }
    if (companyName != null && company == null) {
      throw new StartFailed("--company-name needs --company: give both");
    }
  }

  private LogOwner buyer() {
    return company == null
        ? LogOwner.NOBODY_SAID
        : new LogOwner(company, Optional.ofNullable(companyName));
  }
}
