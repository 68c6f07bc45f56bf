package org.vitrine.command;

import java.net.URI;
import java.time.Clock;
import org.vitrine.Vitrine;
import org.vitrine.access.SignInLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vitrine admin link}. */
@Command(name = "admin", description = "Let the administrator sign in.")
public final class AdminCommand {
  /** What a reader of the link must know. */
  static final String TERMS =
      "The link works once and expires in 15 minutes; ./vitrine admin link prints a new one.";

  @Command(
      name = "link",
      description =
          "Print a sign-in link for the administrator; it works once and expires in 15 minutes.")
  void link(@Mixin SettingsOptions options) {
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      System.out.println(link(vitrine, vitrine.address()));
      System.err.println(TERMS);
    }
  }

  static String link(Vitrine vitrine, URI address) {
    return address + SignInLinks.pathOf(vitrine.rooms().people().administrators().link());
  }
}
