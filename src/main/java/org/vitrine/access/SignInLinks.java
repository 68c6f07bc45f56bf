package org.vitrine.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to one-time links: each signs one person in, once, while it lasts. */
public final class SignInLinks {
  public static final Duration LAST = Duration.ofMinutes(15);

  private final Database database;
  private final Clock clock;
  private final SignInLinkRepository repository = new SignInLinkRepository();

  SignInLinks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A link that waits to be used.
   *
   * @param askedHere whether it was asked for in this browser, where nobody need confirm
   */
  public record WaitingLink(String email, boolean askedHere) {}

  /** Where a link leads to; behind the #, it is in no log on the way. */
  public static String pathOf(Token link) {
    return "/enter#" + link.text();
  }

  public Token make(long person) {
    return make(database, person, LAST);
  }

  public Token make(long person, Duration lasts) {
    return make(database, person, lasts);
  }

  public Token make(Queries queries, long person, Duration lasts) {
    return make(queries, person, lasts, Optional.empty());
  }

  /** One that whoever asked for it in this browser need not confirm. */
  public Token make(Queries queries, long person, Token browser) {
    return make(queries, person, LAST, Optional.of(browser));
  }

  private Token make(Queries queries, long person, Duration lasts, Optional<Token> browser) {
    Token link = Token.random();
    repository.add(queries, link, person, clock.instant().plus(lasts), browser);
    return link;
  }

  /** What a link leads to that still works. */
  public Optional<WaitingLink> waiting(Token link, Token browser) {
    return repository.waiting(database, link, browser, clock.instant());
  }

  /** Uses the link up; the id of whom it was for. */
  public long use(Queries transaction, Token link) {
    return repository
        .use(transaction, link, clock.instant())
        .orElseThrow(
            () ->
                new Rejection.Gone("This link has expired or was already used; request a new one"));
  }

  /** Whatever would let this person in without their asking again: links and half-done sign-ins. */
  public void end(Queries transaction, long person) {
    repository.end(transaction, person);
  }

  void forgetBrowsers(Queries transaction, long person, Optional<Token> but) {
    repository.forgetBrowsers(transaction, person, but);
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("sign-in links", () -> repository.sweep(database, clock.instant()));
  }
}
