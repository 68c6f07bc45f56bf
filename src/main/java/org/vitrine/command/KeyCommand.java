package org.vitrine.command;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.vitrine.Vitrine;
import org.vitrine.access.Actor;
import org.vitrine.access.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine key create}. */
@Command(name = "key", description = "Look after the keys of programs that use the interface.")
public final class KeyCommand {

  @Command(name = "create", description = "Make a bearer key and print it, this once.")
  void create(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "NAME", description = "What it is for, such as erp") String name,
      @Option(
              names = "--scope",
              split = ",",
              paramLabel = "SCOPE",
              description = "What it may be used for: ${COMPLETION-CANDIDATES} (default: all)")
          Set<Scope> scopes) {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      Set<Scope> allowed = scopes == null ? EnumSet.allOf(Scope.class) : scopes;
      System.out.println(
          vitrine
              .rooms()
              .keys()
              .create(name, allowed, Actor.system("command line"))
              .token()
              .text());
      System.err.println("Keep it: it is not shown again. Send it as Authorization: Bearer KEY");
    }
  }
}
