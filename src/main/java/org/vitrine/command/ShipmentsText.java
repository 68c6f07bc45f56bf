package org.vitrine.command;

import java.util.Locale;
import org.vitrine.intake.ShipmentSheetSummary;
import org.vitrine.platform.SaveOutcome;

/** What became of a file of shipments, for the terminal. */
final class ShipmentsText {
  private ShipmentsText() {}

  static String of(ShipmentSheetSummary summary, boolean dryRun, double seconds) {
    Lines lines = new Lines();
    lines.add(
        "%s: %s rows%s",
        summary.sheet().name(),
        Lines.number(summary.sheet().rows()),
        dryRun ? "; dry run, nothing was written" : "");
    lines.gap();
    lines.add(
        "%-9s %9s created %9s changed %9s unchanged %9s refused",
        "Shipments",
        Lines.number(summary.shipments(SaveOutcome.CREATED)),
        Lines.number(summary.shipments(SaveOutcome.CHANGED)),
        Lines.number(summary.shipments(SaveOutcome.UNCHANGED)),
        Lines.number(summary.refused().size()));
    lines.section("About the file", summary.sheet().remarks());
    lines.section(
        "Refused (the whole shipment in each case)",
        summary.refused().stream()
            .map(
                refused ->
                    refused.order()
                        + "  "
                        + refused.shipment()
                        + "  "
                        + Lines.refusal(refused.row()))
            .toList());
    lines.gap();
    if (summary.nothingNew()) {
      lines.nothingChanged(!summary.refused().isEmpty());
    }
    if (summary.left() > 0) {
      lines.add(
          "Stopped with %s shipments left: run the same command again to continue.",
          Lines.number(summary.left()));
    }
    lines.add(String.format(Locale.ROOT, "Took %.1f s.", seconds));
    return lines.text();
  }
}
