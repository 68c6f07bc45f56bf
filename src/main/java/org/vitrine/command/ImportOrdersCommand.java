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
import org.vitrine.intake.OrderSheet;
import org.vitrine.intake.OrderSheetSummary;
import org.vitrine.intake.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine import orders FILE}. */
@Command(
    name = "orders",
    description = {
      "Import orders with their lines, promises and requirements (CSV or .xlsx, one row per line or"
          + " requirement).",
      "Each order is created or updated to match the file; importing the same file again changes"
          + " nothing."
    },
    mixinStandardHelpOptions = true)
final class ImportOrdersCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private FileOptions file;

  @Option(names = "--dry-run", description = "Show what would happen, without writing anything")
  private boolean dryRun;

  @Option(
      names = "--move-reported",
      description = "Move lines that have reports to the routing that the file says")
  private boolean moveReported;

  @Override
  public Integer call() {
    FileContent<SourceFile.Mapped> reading = file.reading(ImportKind.ORDERS, table -> table);
    AtomicBoolean stopped = new AtomicBoolean();
    Interruption interruption = Interruption.calls(() -> stopped.set(true));
    try {
      return place(reading, stopped);
    } finally {
      interruption.over();
    }
  }

  private int place(FileContent<SourceFile.Mapped> reading, AtomicBoolean stopped) {
    Mode mode = dryRun ? Mode.DRY_RUN : Mode.FOR_REAL;
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      FileRead<SourceFile.Mapped> read = reading.with(vitrine.rooms().columnMappings());
      OrderSheet orders = vitrine.rooms().intake().orders(read.content());
      OrderSheet sheet = moveReported ? orders.movingReported() : orders;
      long began = System.nanoTime();
      OrderSheetSummary summary;
      try (TerminalProgress progress = TerminalProgress.of("Orders", sheet.orders().size())) {
        summary =
            vitrine
                .rooms()
                .intake()
                .place(sheet, mode, Optional.of(read.file()), stopped::get, progress::stepTo);
      }
      System.out.print(OrdersText.of(summary, dryRun, (System.nanoTime() - began) / 1e9));
      return summary.refused().isEmpty() ? 0 : 1;
    }
  }
}
