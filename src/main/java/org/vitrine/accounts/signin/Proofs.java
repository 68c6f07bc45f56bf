package org.vitrine.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * Whether whoever sits here is still who signed in: wanted before anything is changed that somebody
 * signs in with, since a screen that was left open is nobody in particular.
 */
final class Proofs {
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final Database database;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Slowdown slowdown;
  private final Clock clock;
  private final ProofRepository repository = new ProofRepository();

  Proofs(
      Database database,
      Passwords passwords,
      SecondFactors factors,
      Slowdown slowdown,
      Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.factors = factors;
    this.slowdown = slowdown;
    this.clock = clock;
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
  void require(Account account, Token session, Typed typed) {
    if (isRecentOrTyped(account, session, typed)) {
      return; // What was proved a while ago is not proved anew by being made use of.
    }
    if (account.hasSecondFactor()) {
      requireCode(account, typed.code().orElseThrow(Proofs::unproved));
    }
    repository.renew(database, session, clock.instant());
  }

  /** The same, and a code however recently they signed in. */
  void requireWithCode(Account account, Token session, Typed typed) {
    boolean recent = isRecentOrTyped(account, session, typed);
    requireCode(account, typed.code().orElse(""));
    if (!recent) {
      repository.renew(database, session, clock.instant());
    }
  }

  /** True if it was proved recently; false if the password that was typed is right. */
  private boolean isRecentOrTyped(Account account, Token session, Typed typed) {
    typed.password().ifPresent(password -> requirePassword(account, password));
    boolean recent = repository.isProvedSince(database, session, clock.instant().minus(RECENT));
    if (!recent && typed.password().isEmpty()) {
      throw unproved();
    }
    return recent;
  }

  private void requirePassword(Account account, String password) {
    String key = "current password of " + account.id();
    slowdown.admit(Pace.PASSWORD, key);
    if (!passwords.matches(password, account.passwordHash())) {
      throw new Rejection.Invalid("current", "This is not your current password");
    }
    slowdown.forgive(key);
  }

  private void requireCode(Account account, String code) {
    if (!factors.proves(account, code)) {
      throw new Rejection.Invalid("code", "This code is wrong or was used before");
    }
  }

  private static Rejection unproved() {
    return new Rejection.Unproved(
        "Confirm that it is you: with your password, and a code if you have a second factor,"
            + " or by signing in again");
  }
}
