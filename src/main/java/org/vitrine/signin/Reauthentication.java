package org.vitrine.signin;

import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Sessions;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * Asks people to prove again who they are before anything is changed that they sign in with: the
 * screen may have been left open.
 */
final class Reauthentication {
  private final Database database;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final AttemptThrottle attempts;
  private final Audit audit;

  Reauthentication(
      Database database,
      Sessions sessions,
      Passwords passwords,
      SecondFactors factors,
      AttemptThrottle attempts,
      Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.passwords = passwords;
    this.factors = factors;
    this.attempts = attempts;
    this.audit = audit;
  }

  /** What somebody types to prove it: their password, and a code where they have an app for it. */
  record Typed(Optional<String> password, Optional<String> code) {
    static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty());

    Typed {
      password = password == null ? Optional.empty() : password;
      code = code == null ? Optional.empty() : code.filter(text -> text.length() <= 64);
    }

    /** Never what it holds: a log must not have it. */
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /**
   * Having signed in, or proved it, less than ten minutes ago is enough; otherwise the password is
   * wanted, and a code of whoever has a second factor. Throws {@link Rejection.Unproved} where
   * something is missing, {@link Rejection.Invalid} where it is wrong.
   */
  void require(Account account, SecondFactors.Seat here, Typed typed) {
    if (isRecentOrTyped(account, here, typed)) {
      return; // What was proved a while ago is not proved anew by being made use of.
    }
    if (account.hasSecondFactor()) {
      requireCode(account, here, typed.code().orElseThrow(Rejection.Unproved::new));
    }
    sessions.proofs().renew(database, here.session());
  }

  /** The same, and a code however recently they signed in. */
  void requireWithCode(Account account, SecondFactors.Seat here, Typed typed) {
    boolean recent = isRecentOrTyped(account, here, typed);
    requireCode(account, here, typed.code().orElse(""));
    if (!recent) {
      sessions.proofs().renew(database, here.session());
    }
  }

  /** True if it was proved recently; false if the password that was typed is right. */
  private boolean isRecentOrTyped(Account account, SecondFactors.Seat here, Typed typed) {
    typed.password().ifPresent(password -> requirePassword(account, here, password));
    boolean recent = sessions.isProvedRecently(here.session());
    if (!recent && typed.password().isEmpty()) {
      throw new Rejection.Unproved();
    }
    return recent;
  }

  private void requirePassword(Account account, SecondFactors.Seat here, String password) {
    String key = "current password of " + account.id();
    attempts.admit(AttemptRate.PASSWORD, key);
    if (!matches(account, password, key)) {
      note(here, account, "password");
      throw new Rejection.Invalid("current", "Your current password is not correct");
    }
    attempts.forgive(key);
  }

  private boolean matches(Account account, String password, String key) {
    try {
      return passwords.matches(password, account.passwordHash(), Passwords.Who.KNOWN);
    } catch (Rejection.TooMany full) {
      attempts.takeBack(key);
      throw full;
    }
  }

  private void requireCode(Account account, SecondFactors.Seat here, String code) {
    if (!factors.proves(account, code, here.from())) {
      note(here, account, "second factor");
      throw new Rejection.Invalid("code", "This code is not correct or was already used");
    }
  }

  /** Guesses at a screen that was left open; they are slowed down, and so is the trail. */
  private void note(SecondFactors.Seat here, Account account, String by) {
    audit.record(
        Actor.of(here.person(), here.from()),
        AuditAction.PROOF_REFUSED,
        account.email(),
        Optional.empty(),
        Map.of("by", by));
  }
}
