package org.vitrine.accounts.signin;

import java.util.Map;
import java.util.Optional;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Actor;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditAction;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Letters;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door for those who lost their phone and their recovery codes: an administrator helps. */
final class LostFactors {
  private final Database database;
  private final Access access;
  private final Letters letters;
  private final Audit audit;
  private final AccountRepository repository = new AccountRepository();

  LostFactors(Database database, Access access, Letters letters, Audit audit) {
    this.database = database;
    this.access = access;
    this.letters = letters;
    this.audit = audit;
  }

  /**
   * Takes another person's second factor away, and their login at the company's own provider: the
   * next by which they come in there becomes theirs. It ends their sessions and tells them by
   * letter: if it was not they who asked, they are the first to know.
   */
  void reset(Caller.Person by, Access.From from, long person) {
    if (by.id() == person) {
      throw new Rejection.Conflict("Remove your own on the page of your account");
    }
    database.inTransaction(
        transaction -> {
          Account account =
              repository
                  .byId(transaction, person, Token.random())
                  .orElseThrow(() -> new Rejection.NotFound("There is no such person here"));
          boolean login = repository.disclaim(transaction, person);
          boolean factor = repository.removeSecondFactor(transaction, person);
          if (!factor && !login) {
            throw new Rejection.Conflict(
                "This person has no second factor, and no login elsewhere");
          }
          access.endAll(transaction, person);
          if (factor) {
            letters.secondFactorReset(transaction, account.email(), account.name());
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
    access.forgetCallers();
  }
}
