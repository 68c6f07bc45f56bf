package org.vitrine.command;

import java.time.Clock;
import org.vitrine.Vitrine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vitrine key create}. */
@Command(name = "key", description = "Look after the keys of programs that use the interface.")
public final class KeyCommand {

  @Command(name = "create", description = "Make a bearer key and print it, this once.")
  void create(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "NAME", description = "What it is for, such as erp") String name) {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      System.out.println(vitrine.keys().create(name, "command line").text());
      System.err.println("Keep it: it is not shown again. Send it as Authorization: Bearer KEY");
    }
  }
}
