package org.vitrine.command;

import java.net.URI;
import java.time.Clock;
import org.vitrine.Settings;
import org.vitrine.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vitrine serve}. */
@Command(name = "serve", description = "Run the server: pages and API.")
public final class ServeCommand implements Runnable {
  @Mixin private SettingsOptions options;

  @Override
  public void run() {
    Settings settings = options.settings();
    Vitrine vitrine = Vitrine.open(settings, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(vitrine::close, "shutdown"));
    boolean isNew = vitrine.rooms().people().administrators().any().isEmpty();
    URI address = settings.address(vitrine.serve());
    System.out.println("Vitrine is running at " + address);
    if (isNew) {
      System.out.println("There is no administrator yet. Sign in as one with this link:");
      System.out.println("  " + AdminCommand.link(vitrine, address));
      System.out.println(AdminCommand.TERMS);
    }
    if (settings.databaseUrl().isEmpty()) {
      System.out.println("The data is in " + settings.data());
    }
    System.out.println("Stop with Ctrl+C");
  }
}
