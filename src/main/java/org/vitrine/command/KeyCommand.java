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
@Command(name = "key", description = "Manage the keys of programs that use the API.")
public final class KeyCommand {

  @Command(name = "create", description = "Create a key and print it; it is shown only once.")
  void create(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "NAME", description = "The program that will use it, such as erp")
          String name,
      @Option(
              names = "--scope",
              split = ",",
              paramLabel = "SCOPE",
              description = "Its permissions: ${COMPLETION-CANDIDATES} (default: all)")
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
      System.err.println(
          "Save it now: it will not be shown again. Send it as Authorization: Bearer KEY");
    }
  }
}
