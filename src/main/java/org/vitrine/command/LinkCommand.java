package org.vitrine.command;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.Vitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.GlassLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine link}. */
@Command(
    name = "link",
    description = "Create a glass link and print it; anyone with the link can see that order.")
public final class LinkCommand implements Runnable {
  @Mixin private SettingsOptions options;

  @Parameters(paramLabel = "NUMBER", description = "The order number, such as SO-1001")
  private String number;

  @Option(
      names = "--days",
      defaultValue = "" + GlassLinks.USUAL_DAYS,
      paramLabel = "N",
      description = "Days until it expires, 1 to 366 (${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--show",
      split = ",",
      paramLabel = "FIELD",
      description =
          "What it shows beyond stages and dates: requirements, readings, operations, reports,"
              + " tracking, delay_offers; nothing more if left out")
  private Set<GlassField> shown = EnumSet.noneOf(GlassField.class);

  @Option(names = "--may-speak", description = "Whoever has the link may send messages")
  private boolean maySpeak;

  @Override
  public void run() {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      OrderId order = vitrine.rooms().tracking().require(new OrderNumber(number), Optional.empty());
      GlassLinks.NewLink link =
          vitrine
              .rooms()
              .links()
              .make(order, Duration.ofDays(days), shown, maySpeak, "command line");
      System.out.println(vitrine.address() + "/glass#" + link.token().text());
      System.err.println("It expires at " + link.expiresAt());
    }
  }
}
