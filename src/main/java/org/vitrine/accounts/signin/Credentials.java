package org.vitrine.accounts.signin;

import java.util.Map;
import java.util.Optional;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Actor;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditAction;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door to one's own password. */
final class Credentials {
  private final Database database;
  private final Access access;
  private final Passwords passwords;
  private final Slowdown slowdown;
  private final Audit audit;
  private final AccountRepository repository = new AccountRepository();

  Credentials(
      Database database, Access access, Passwords passwords, Slowdown slowdown, Audit audit) {
    this.database = database;
    this.access = access;
    this.passwords = passwords;
    this.slowdown = slowdown;
    this.audit = audit;
  }

  Account of(Caller.Person person, Token browser) {
    return repository
        .byId(database, person.id(), browser)
        .orElseThrow(() -> new Rejection.Unauthenticated("Please sign in"));
  }

  /**
   * Sets a password, or another one for whoever knows the current one. Whoever was signed in
   * elsewhere is signed out there: the old password may be why it is changed.
   */
  void changePassword(
      Caller.Person person,
      Access.From from,
      Account account,
      Optional<String> current,
      String wanted,
      Token here) {
    if (!account.role().isStaff()) {
      throw new Rejection.Forbidden(
          "You sign in with a link that we mail you; there is no password");
    }
    NewPassword chosen = new NewPassword(wanted).forOwner(account.name(), account.email());
    if (account.passwordHash().isPresent()) {
      requireCurrent(account, current);
    }
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
          return null;
        });
    access.endOthers(person, from, here);
  }

  private void requireCurrent(Account account, Optional<String> current) {
    String key = "current password of " + account.id();
    slowdown.admit(Pace.PASSWORD, key);
    if (current.isEmpty() || !passwords.matches(current.get(), account.passwordHash())) {
      throw new Rejection.Invalid("current", "This is not your current password");
    }
    slowdown.forgive(key);
  }
}
