package org.vitrine.accounts.signin;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Place;

/**
 * Who may try now. A try counts for its account and, unless the browser is known there, for the
 * place that it comes from and the network around it; the place is asked first, so that a flood of
 * invented accounts is not even written down.
 */
final class Admission {
  private final Slowdown slowdown;

  Admission(Slowdown slowdown) {
    this.slowdown = slowdown;
  }

  /**
   * What a try was counted under.
   *
   * @param own what whoever comes in clears
   * @param network where that only takes their own try back: many stand there who are no neighbours
   */
  record Ticket(List<String> own, Optional<String> network, boolean knownHere) {}

  /**
   * Counts a try; throws {@link Rejection.TooMany} where it comes too early. Whoever tries one
   * account over and over is stopped there, before it counts for the others at the same place; what
   * is stopped there has a count of its own, so that it does not go on without end either.
   */
  Ticket admit(Pace pace, String what, String email, Optional<Account> known, Visitor visitor) {
    boolean knownHere = known.map(Account::knownHere).orElse(false);
    String account = what + " of " + email;
    if (knownHere) {
      // Whoever is slowed down from elsewhere is not in a browser that they came in by.
      String athome = account + " at " + visitor.browser().text();
      slowdown.admit(pace, athome);
      return new Ticket(List.of(athome), Optional.empty(), true);
    }
    String place = place(what, visitor);
    Optional<String> network = network(what, visitor);
    slowdown.require(Pace.PLACE, place);
    network.ifPresent(around -> slowdown.require(Pace.WIDE, around));
    admitForAccount(pace, account, "refused " + place);
    slowdown.admit(Pace.PLACE, place);
    network.ifPresent(around -> slowdown.admit(Pace.WIDE, around));
    return new Ticket(List.of(account, place), network, false);
  }

  private void admitForAccount(Pace pace, String account, String refused) {
    slowdown.require(Pace.WIDE, refused);
    try {
      slowdown.admit(pace, account);
    } catch (Rejection.TooMany tooEarly) {
      slowdown.admit(Pace.WIDE, refused);
      throw tooEarly;
    }
  }

  /** The same for what has no account yet. */
  void admit(String what, Visitor visitor) {
    network(what, visitor).ifPresent(around -> slowdown.require(Pace.WIDE, around));
    slowdown.admit(Pace.PLACE, place(what, visitor));
    network(what, visitor).ifPresent(around -> slowdown.admit(Pace.WIDE, around));
  }

  /**
   * They came in: what failed before no longer counts, at their account and at the place where they
   * stand, for people do work there. Each other account keeps its own count.
   */
  void forgive(Ticket ticket) {
    ticket.own().forEach(slowdown::forgive);
    ticket.network().ifPresent(slowdown::takeBack);
  }

  /** Nothing was tried: there was no room for it. */
  void takeBack(Ticket ticket) {
    ticket.own().forEach(slowdown::takeBack);
    ticket.network().ifPresent(slowdown::takeBack);
  }

  /** They came in, by what was counted for the place only. */
  void forgive(String what, Visitor visitor) {
    slowdown.forgive(place(what, visitor));
    network(what, visitor).ifPresent(slowdown::takeBack);
  }

  /** True at most once an hour for a place, and now and then for all: it fills no trail. */
  boolean isWorthNoting(String what, Visitor visitor) {
    return slowdown.admits(Pace.NOTE, place("note of " + what, visitor))
        && slowdown.admits(Pace.ALL_NOTES, "notes");
  }

  private static String place(String what, Visitor visitor) {
    return what + " from " + Place.of(visitor.from().address());
  }

  private static Optional<String> network(String what, Visitor visitor) {
    return Place.around(visitor.from().address()).map(network -> what + " from around " + network);
  }
}
