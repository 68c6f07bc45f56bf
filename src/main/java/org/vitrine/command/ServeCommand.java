package org.vitrine.command;

import java.time.Clock;
import org.vitrine.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vitrine serve}. */
@Command(name = "serve", description = "Serve.", mixinStandardHelpOptions = true)
public final class ServeCommand implements Runnable {
  @Mixin private SettingsOptions options;

  @Override
  public void run() {
    Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(vitrine::close));
    System.out.println("Serving at " + options.settings().address(vitrine.serve()));
  }
}
