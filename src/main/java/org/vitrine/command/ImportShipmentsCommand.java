package org.vitrine.command;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.Vitrine;
import org.vitrine.command.FileOptions.FileContent;
import org.vitrine.command.FileOptions.FileRead;
import org.vitrine.intake.ImportKind;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.ShipmentSheet;
import org.vitrine.intake.ShipmentSheetSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine import shipments FILE}. */
@Command(
    name = "shipments",
    description = {
      "Import shipments with date, quantities, carrier and tracking number (CSV or .xlsx, one row"
          + " per line that left).",
      "Each shipment is created or updated to match the file; importing the same file again changes"
          + " nothing."
    },
    mixinStandardHelpOptions = true)
final class ImportShipmentsCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private FileOptions file;

  @Option(names = "--dry-run", description = "Show what would happen, without writing anything")
  private boolean dryRun;

  @Override
  public Integer call() {
    FileContent<ShipmentSheet> reading = file.reading(ImportKind.SHIPMENTS, ShipmentSheet::of);
    AtomicBoolean stopped = new AtomicBoolean();
    Interruption interruption = Interruption.calls(() -> stopped.set(true));
    try {
      return record(reading, stopped);
    } finally {
      interruption.over();
    }
  }

  private int record(FileContent<ShipmentSheet> reading, AtomicBoolean stopped) {
    Mode mode = dryRun ? Mode.DRY_RUN : Mode.FOR_REAL;
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      FileRead<ShipmentSheet> read = reading.with(vitrine.rooms().columnMappings());
      ShipmentSheet sheet = read.content();
      long began = System.nanoTime();
      ShipmentSheetSummary summary;
      try (TerminalProgress progress = TerminalProgress.of("Shipments", sheet.shipments().size())) {
        summary =
            vitrine
                .rooms()
                .intake()
                .ship(sheet, mode, Optional.of(read.file()), stopped::get, progress::stepTo);
      }
      System.out.print(ShipmentsText.of(summary, dryRun, (System.nanoTime() - began) / 1e9));
      return summary.refused().isEmpty() ? 0 : 1;
    }
  }
}
