package org.vitrine.signin;

import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door to one's own password. */
final class Credentials {
  private final Database database;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Audit audit;
  private final AccountRepository repository = new AccountRepository();

  Credentials(Database database, Sessions sessions, Passwords passwords, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
  }

  Account of(Caller.SignedIn person, Token browser) {
    return repository
        .byId(database, person.id(), browser)
        .orElseThrow(() -> new Rejection.Unauthenticated("Please sign in"));
  }

  /** Passwords are for those who work here. */
  void requireMayHavePassword(Account account) {
    if (!account.role().isStaff()) {
      throw new Rejection.Forbidden("You sign in with an email link; your account has no password");
    }
  }

  NewPassword chosen(Account account, String wanted) {
    return new NewPassword(wanted).forOwner(account.name(), account.email());
  }

  /**
   * Sets a password, or another one. Whoever was signed in elsewhere is signed out there, by the
   * same stroke: the old password may be why it is changed.
   */
  void changePassword(
      Caller.SignedIn person, Sessions.From from, Account account, NewPassword chosen, Token here) {
    String hash = passwords.hash(chosen.text());
    database.inTransaction(
        transaction -> {
          repository.setPassword(transaction, account.id(), hash);
          audit.record(
              transaction,
              Actor.of(person, from),
              AuditAction.PASSWORD_CHANGED,
              account.email(),
              Optional.empty(),
              Map.of());
          sessions.endOthers(transaction, person, from, here);
          return null;
        });
    sessions.forgetCallers();
  }
}
