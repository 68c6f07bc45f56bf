package org.vitrine.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door for those who lost their phone and their recovery codes: an administrator helps. */
final class FactorReset {
  private final Database database;
  private final Sessions sessions;
  private final Mailer mailer;
  private final Audit audit;
  private final Clock clock;
  private final AccountRepository repository = new AccountRepository();

  FactorReset(Database database, Sessions sessions, Mailer mailer, Audit audit, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.mailer = mailer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes another person's second factor away, and their login at the company's own provider: the
   * next by which they come in there becomes theirs. It ends their sessions and tells them by mail:
   * if it was not they who asked, they are the first to know.
   */
  void reset(Caller.SignedIn by, Sessions.From from, long person) {
    if (by.id() == person) {
      throw new Rejection.Conflict("You cannot reset your own sign-in here; use your account page");
    }
    database.inTransaction(
        transaction -> {
          Account account =
              repository
                  .byId(transaction, person, Token.random())
                  .orElseThrow(() -> new Rejection.NotFound("There is no such person"));
          boolean login = repository.disclaim(transaction, person);
          boolean factor = repository.removeSecondFactor(transaction, person);
          if (!factor && !login) {
            throw new Rejection.Conflict(
                "This person uses neither two-step verification nor a company account");
          }
          sessions.endAll(transaction, person);
          if (factor) {
            mailer.owe(
                transaction,
                account.recipient(),
                MailContent.of("mail.second-factor-reset")
                    .with("at", clock.instant())
                    .leadingTo("/account"));
          }
          audit.record(
              transaction,
              Actor.of(by, from),
              factor ? AuditAction.SECOND_FACTOR_REMOVED : AuditAction.PERSON_CHANGED,
              account.email(),
              Optional.empty(),
              login ? Map.of("reset", true, "login", true) : Map.of("reset", true));
          return null;
        });
    sessions.forgetCallers();
  }
}
