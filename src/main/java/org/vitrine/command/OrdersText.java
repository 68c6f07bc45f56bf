package org.vitrine.command;

import java.util.Locale;
import org.vitrine.intake.OrderSheetSummary;
import org.vitrine.platform.SaveOutcome;

/** What became of a file of orders, for the terminal. */
final class OrdersText {
  private OrdersText() {}

  static String of(OrderSheetSummary summary, boolean dryRun, double seconds) {
    Lines lines = new Lines();
    lines.add(
        "%s: %s rows%s",
        summary.sheet().name(),
        Lines.number(summary.sheet().rows()),
        dryRun ? "; dry run, nothing was written" : "");
    lines.gap();
    lines.add(
        "%-8s %9s created %9s changed %9s unchanged %9s refused",
        "Orders",
        Lines.number(summary.orders(SaveOutcome.CREATED)),
        Lines.number(summary.orders(SaveOutcome.CHANGED)),
        Lines.number(summary.orders(SaveOutcome.UNCHANGED)),
        Lines.number(summary.refused().size()));
    lines.section("About the file", summary.sheet().remarks());
    lines.section(
        "Refused (the whole order in each case)",
        summary.refused().stream()
            .map(refused -> refused.order() + "  " + Lines.refusal(refused.row()))
            .toList());
    lines.gap();
    if (summary.nothingNew()) {
      lines.nothingChanged(!summary.refused().isEmpty());
    }
    if (summary.left() > 0) {
      lines.add(
          "Stopped with %s orders left: run the same command again to continue.",
          Lines.number(summary.left()));
    }
    lines.add(String.format(Locale.ROOT, "Took %.1f s.", seconds));
    return lines.text();
  }
}
