package org.vitrine.accounts.signin;

import java.util.Optional;
import org.vitrine.platform.web.Place;

/**
 * Who may try now. A try counts for its account and, unless the browser is known there, for the
 * place that it comes from; the place is asked first, so that a flood of invented accounts is not
 * even written down.
 */
final class Admission {
  private final Slowdown slowdown;

  Admission(Slowdown slowdown) {
    this.slowdown = slowdown;
  }

  /** What a try was counted under. */
  record Ticket(String account, Optional<String> place) {}

  /**
   * Counts a try; throws {@link org.vitrine.platform.Rejection.TooMany} where it comes too early.
   * Whoever tries one account over and over is stopped there, before it counts for the others at
   * the same place.
   */
  Ticket admit(Pace pace, String what, String email, Optional<Account> known, Visitor visitor) {
    boolean knownHere = known.map(Account::knownHere).orElse(false);
    String account = what + " of " + email;
    if (knownHere) {
      // Whoever is slowed down from elsewhere is not in a browser that they came in by.
      String athome = account + " at " + visitor.browser().text();
      slowdown.admit(pace, athome);
      return new Ticket(athome, Optional.empty());
    }
    String place = place(what, visitor);
    slowdown.require(Pace.PLACE, place);
    slowdown.admit(pace, account);
    slowdown.admit(Pace.PLACE, place);
    return new Ticket(account, Optional.of(place));
  }

  /** The same for what has no account yet. */
  void admit(String what, Visitor visitor) {
    slowdown.admit(Pace.PLACE, place(what, visitor));
  }

  /**
   * They came in: what failed before no longer counts, at their account and at the place where they
   * stand, for people do work there. Each other account keeps its own count.
   */
  void forgive(Ticket ticket) {
    slowdown.forgive(ticket.account());
    ticket.place().ifPresent(slowdown::forgive);
  }

  /** The same, by what was counted for the place only. */
  void forgive(String what, Visitor visitor) {
    slowdown.forgive(place(what, visitor));
  }

  /** True at most once an hour for a place: what strangers do there fills no trail. */
  boolean isWorthNoting(String what, Visitor visitor) {
    return slowdown.admits(Pace.NOTE, place("note of " + what, visitor));
  }

  private static String place(String what, Visitor visitor) {
    return what + " from " + Place.of(visitor.from().address());
  }
}
