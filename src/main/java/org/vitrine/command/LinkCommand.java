package org.vitrine.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.Vitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
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
      defaultValue = "30",
      paramLabel = "N",
      description = "Days until it expires, 1 to 366 (${DEFAULT-VALUE})")
  private int days;

  @Override
  public void run() {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      OrderId order = vitrine.rooms().tracking().require(new OrderNumber(number), Optional.empty());
      GlassLinks.NewLink link =
          vitrine.rooms().links().make(order, Duration.ofDays(days), "command line");
      System.out.println(vitrine.address() + "/glass#" + link.token().text());
      System.err.println("It expires at " + link.expiresAt());
    }
  }
}
