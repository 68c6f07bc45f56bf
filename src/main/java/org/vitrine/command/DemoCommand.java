package org.vitrine.command;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vitrine.Settings;
import org.vitrine.Vitrine;
import org.vitrine.demo.DemoFeature;
import org.vitrine.demo.DemoPlant;
import org.vitrine.demo.PlantClock;
import org.vitrine.house.SetAtStart;
import org.vitrine.platform.words.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vitrine demo}. */
@Command(
    name = "demo",
    description = "Serve with a simulated plant that is always in production.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Runnable {
  private static final int FASTEST = 3_600;

  @Mixin private SettingsOptions options;

  @Option(
      names = "--speed",
      defaultValue = "${env:VITRINE_SPEED:-60}",
      paramLabel = "N",
      description = "Seconds of plant time per second (VITRINE_SPEED; ${DEFAULT-VALUE})")
  private int speed;

  @Option(
      names = "--seed",
      defaultValue = "${env:VITRINE_SEED}",
      paramLabel = "N",
      description =
          "Seed of the simulated plant: the same seed gives the same plant (VITRINE_SEED; 1)")
  private Long seed;

  @Spec private CommandSpec spec;

  private Vitrine vitrine;
  private DemoPlant plant;

  @Override
  public void run() {
    if (speed < 1 || speed > FASTEST) {
      throw new ParameterException(
          spec.commandLine(), "--speed must be a whole number from 1 to " + FASTEST);
    }
    Settings settings =
        options.settings(
            new SetAtStart(
                Optional.of("Foshan Comfort Works"),
                Optional.of(ZoneId.of("Asia/Shanghai")),
                Optional.of(List.of(Language.ENGLISH, Language.CHINESE))));
    PlantClock clock = new PlantClock(Clock.systemUTC());
    vitrine = Vitrine.open(settings, clock, DemoFeature::of);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    plant =
        DemoPlant.open(vitrine, clock, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    URI address = settings.address(vitrine.serve());
    plant.work(speed);
    welcome(settings, address);
  }

  private void close() {
    if (plant != null) {
      plant.close();
    }
    vitrine.close();
  }

  private void welcome(Settings settings, URI address) {
    StringBuilder text = new StringBuilder();
    text.append("\n  %s is running at %s\n".formatted(vitrine.identity().manufacturer(), address));
    text.append(
        "  One second here is %d seconds at the plant; nights and Sundays are skipped.\n\n"
            .formatted(speed));
    text.append("  Sign in as (each link works once and expires in 12 hours):\n\n");
    for (DemoPlant.Link link : plant.links()) {
      text.append(
          "    %-16s %s%s\n    %-16s %s/enter#%s\n\n"
              .formatted(
                  link.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  link.name(),
                  link.company().isEmpty() ? "" : ", " + link.company(),
                  "",
                  address,
                  link.token().text()));
    }
    DemoPlant.StationWay station = plant.station();
    text.append(
        "  Stand at a station of the shop floor: %s, badge %s, PIN %s\n    %-16s %s\n"
            .formatted(station.name(), station.badge(), station.pin(), "", station.link()));
    text.append(
        "    %-16s badges, PINs and travellers to scan from the screen: %s/demo\n\n"
            .formatted("", address));
    text.append(
        "  No email is sent: the administrator reads what would be at %s/mail\n"
            .formatted(address));
    text.append("  Stop with Ctrl+C. ");
    text.append(
        settings.databaseUrl().isPresent()
            ? "The data is in your database.\n"
            : "The data is in %s; the next start continues from there.\n"
                .formatted(settings.data()));
    System.out.println(text);
  }
}
