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
        dryRun ? "; a dry run, nothing was written" : "");
    lines.gap();
    counts();
    lines.gap();
    stages();
    remarks();
    lines.section("Refused", summary.refused().stream().map(Lines::refusal).toList());
    lines.gap();
    if (summary.nothingNew()) {
      lines.add("Nothing changed: all that could be taken was here before.");
    }
    if (summary.left() > 0) {
      lines.add(
          "Stopped before %s rows: the same command goes on from here.",
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
        Lines.number(tally.good()),
        Lines.number(tally.reworked()),
        Lines.number(tally.rejected()),
        Lines.number(tally.scrapped()));
  }

  private void remarks() {
    PlantLog log = summary.log();
    lines.section(
        "Kinds of report that are not known, taken as work",
        log.unknownKinds().entrySet().stream()
            .map(kind -> "“%s” in %s rows".formatted(kind.getKey(), Lines.number(kind.getValue())))
            .toList());
    lines.section(
        "Columns that nothing was read from",
        log.ignoredColumns().isEmpty()
            ? List.of()
            : List.of(String.join(", ", log.ignoredColumns())));
    lines.section("Rows of one order that contradict each other", summary.contradictions());
    lines.section(
        "Said twice in the file, counted once",
        log.repeated().stream()
            .map(
                repeated ->
                    "line %d: already said in line %d"
                        .formatted(repeated.line(), repeated.before()))
            .toList());
  }
}
