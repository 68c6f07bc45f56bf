package org.vitrine.signin;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;

/**
 * Who may try now. A try counts for its account and, unless the browser is known there, for the
 * place that it comes from and the network around it; the place is asked first, so that a flood of
 * invented accounts is not even written down.
 */
final class SignInThrottle {
  private final AttemptThrottle attempts;

  SignInThrottle(AttemptThrottle attempts) {
    this.attempts = attempts;
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
  Ticket admit(
      AttemptRate rate, String what, String email, Optional<Account> known, Visitor visitor) {
    boolean knownHere = known.map(Account::knownHere).orElse(false);
    String account = what + " of " + email;
    if (knownHere) {
      // Whoever is slowed down from elsewhere is not in a browser that they came in by.
      String athome = account + " at " + visitor.browser().text();
      attempts.admit(rate, athome);
      return new Ticket(List.of(athome), Optional.empty(), true);
    }
    String place = place(what, visitor);
    Optional<String> network = network(what, visitor);
    attempts.require(AttemptRate.PLACE, place);
    network.ifPresent(around -> attempts.require(AttemptRate.WIDE, around));
    admitForAccount(rate, account, "refused " + place);
    attempts.admit(AttemptRate.PLACE, place);
    network.ifPresent(around -> attempts.admit(AttemptRate.WIDE, around));
    return new Ticket(List.of(account, place), network, false);
  }

  private void admitForAccount(AttemptRate rate, String account, String refused) {
    attempts.require(AttemptRate.WIDE, refused);
    try {
      attempts.admit(rate, account);
    } catch (Rejection.TooMany tooEarly) {
      attempts.admit(AttemptRate.WIDE, refused);
      throw tooEarly;
    }
  }

  /** The same for what has no account yet. */
  void admit(String what, Visitor visitor) {
    network(what, visitor).ifPresent(around -> attempts.require(AttemptRate.WIDE, around));
    attempts.admit(AttemptRate.PLACE, place(what, visitor));
    network(what, visitor).ifPresent(around -> attempts.admit(AttemptRate.WIDE, around));
  }

  /**
   * They came in: what failed before no longer counts, at their account and at the place where they
   * stand, for people do work there. Each other account keeps its own count.
   */
  void forgive(Ticket ticket) {
    ticket.own().forEach(attempts::forgive);
    ticket.network().ifPresent(attempts::takeBack);
  }

  /** Nothing was tried: there was no room for it. */
  void takeBack(Ticket ticket) {
    ticket.own().forEach(attempts::takeBack);
    ticket.network().ifPresent(attempts::takeBack);
  }

  /** They came in, by what was counted for the place only. */
  void forgive(String what, Visitor visitor) {
    attempts.forgive(place(what, visitor));
    network(what, visitor).ifPresent(attempts::takeBack);
  }

  /** True at most once an hour for a place, and now and then for all: it fills no trail. */
  boolean isWorthNoting(String what, Visitor visitor) {
    return attempts.admits(AttemptRate.NOTE, place("note of " + what, visitor))
        && attempts.admits(AttemptRate.ALL_NOTES, "notes");
  }

  private static String place(String what, Visitor visitor) {
    return what + " from " + ClientNetwork.of(visitor.from().address());
  }

  private static Optional<String> network(String what, Visitor visitor) {
    return ClientNetwork.around(visitor.from().address())
        .map(network -> what + " from around " + network);
  }
}
