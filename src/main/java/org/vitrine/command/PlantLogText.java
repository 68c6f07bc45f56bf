package org.vitrine.command;

import java.util.List;
import java.util.Locale;
import org.vitrine.intake.PlantLog;
import org.vitrine.intake.PlantLogSummary;
import org.vitrine.intake.StageTally;
import org.vitrine.platform.SaveOutcome;

/** What became of a log, for the terminal. */
final class PlantLogText {
  private static final String COLUMNS = "%-34s %9s %9s %9s %9s %9s";

  private final Lines lines = new Lines();
  private final PlantLogSummary summary;

  private PlantLogText(PlantLogSummary summary) {
    this.summary = summary;
  }

  static String of(PlantLogSummary summary, boolean dryRun, double seconds) {
    return new PlantLogText(summary).write(dryRun, seconds);
  }

  private String write(boolean dryRun, double seconds) {
    PlantLog log = summary.log();
    lines.add(
        "%s: %s rows, times read in %s%s",
        log.name(),
        Lines.number(log.rows()),
        log.zone(),
        dryRun ? "; dry run, nothing was written" : "");
    lines.gap();
    counts();
    lines.gap();
    stages();
    remarks();
    lines.section(
        "Refused",
        summary.refused().stream()
            .map(row -> "%s  %s".formatted(log.order(row), Lines.refusal(row)).strip())
            .toList());
    lines.gap();
    if (summary.nothingNew()) {
      lines.nothingChanged(!summary.refused().isEmpty());
    }
    if (summary.left() > 0) {
      lines.add(
          "Stopped with %s rows left: run the same command again to continue.",
          Lines.number(summary.left()));
    }
    lines.add(String.format(Locale.ROOT, "Took %.1f s.", seconds));
    return lines.text();
  }

  private void counts() {
    lines.add(
        "%-8s %9s created %9s changed %9s unchanged",
        "Orders",
        Lines.number(summary.orders(SaveOutcome.CREATED)),
        Lines.number(summary.orders(SaveOutcome.CHANGED)),
        Lines.number(summary.orders(SaveOutcome.UNCHANGED)));
    lines.add(
        "%-8s %9s taken   %9s known   %9s refused",
        "Reports",
        Lines.number(summary.taken()),
        Lines.number(summary.known()),
        Lines.number(summary.refused().size()));
  }

  private void stages() {
    lines.add(COLUMNS, "Stage", "Reports", "Good", "Reworked", "Rejected", "Scrapped");
    List<StageTally> all = summary.stages();
    all.stream().filter(StageTally::mapped).forEach(tally -> row(tally.name(), tally));
    all.stream()
        .filter(tally -> !tally.mapped())
        .forEach(tally -> row("(no stage) " + tally.name(), tally));
    row("All", StageTally.total(all));
  }

  private void row(String name, StageTally tally) {
    lines.add(
        COLUMNS,
        name,
        Lines.number(tally.reports()),
        Lines.amount(tally.good()),
        Lines.amount(tally.reworked()),
        Lines.amount(tally.rejected()),
        Lines.amount(tally.scrapped()));
  }

  private void remarks() {
    PlantLog log = summary.log();
    lines.section("About the file", log.remarks());
    lines.section(
        "Unknown kinds of report, taken as work",
        log.unknownKinds().entrySet().stream()
            .map(kind -> "“%s” in %s rows".formatted(kind.getKey(), Lines.number(kind.getValue())))
            .toList());
    lines.section(
        "Columns not used",
        log.ignoredColumns().isEmpty()
            ? List.of()
            : List.of(String.join(", ", log.ignoredColumns())));
    lines.section("Contradicting rows of the same order", summary.contradictions());
    lines.section(
        "Duplicates in the file, counted once",
        log.repeated().stream()
            .map(
                repeated ->
                    "line %d: same as line %d".formatted(repeated.line(), repeated.before()))
            .toList());
  }
}
