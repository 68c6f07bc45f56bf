package org.vitrine.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.platform.CodePicture;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to second factors: an app that shows codes, and recovery codes on paper. */
final class SecondFactors {
  private final Database database;
  private final Sessions sessions;
  private final SecuritySettings settings;
  private final AttemptThrottle attempts;
  private final Audit audit;
  private final String issuer;
  private final Clock clock;
  private final AccountRepository repository = new AccountRepository();
  private final OneTimeCodes codes = new OneTimeCodes();

  /**
   * @param issuer whose codes these are, as an app shows it
   */
  SecondFactors(
      Database database,
      Sessions sessions,
      SecuritySettings settings,
      AttemptThrottle attempts,
      Audit audit,
      String issuer,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.settings = settings;
    this.attempts = attempts;
    this.audit = audit;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** A second factor that is being set up: the secret, and a picture of it for an app. */
  record Offer(String secret, String uri, String qr) {
    @Override
    public String toString() {
      return "Offer";
    }
  }

  boolean demandedOf(Queries queries, Role role) {
    return role.isStaff() && settings.secondFactorForStaff(queries);
  }

  /** Begins to set one up; it counts once it is confirmed. */
  Offer begin(Account account) {
    String secret = OneTimeCodes.secret();
    if (!repository.beginSecondFactor(database, account.id(), secret)) {
      throw new Rejection.Conflict("Two-step verification is already on; turn it off first");
    }
    String uri = OneTimeCodes.uri(secret, issuer, account.email());
    return new Offer(secret, uri, CodePicture.qr(uri));
  }

  /** Where somebody sits who changes theirs: they stay signed in here, and nowhere else. */
  record Seat(Caller.SignedIn person, Sessions.From from, Token session) {}

  /** The recovery codes, which are shown once, and what was done in the same stroke. */
  record ConfirmedFactor<T>(List<String> recoveryCodes, T then) {
    @Override
    public String toString() {
      return "Confirmed";
    }
  }

  /** From now on the app's codes are wanted. Returns the recovery codes, which are shown once. */
  List<String> confirm(Account account, String code, Seat here) {
    List<String> shown =
        confirm(
                account,
                code,
                here.from(),
                transaction -> {
                  endOthers(transaction, here);
                  sessions.proofs().lastInFull(transaction, here.session());
                  return null;
                })
            .recoveryCodes();
    sessions.forgetCallers();
    return shown;
  }

  /**
   * The same where a sign-in waits for it.
   *
   * @param then what belongs to it: if that fails, nothing was set up, and no codes are lost
   */
  <T> ConfirmedFactor<T> confirm(
      Account account, String code, Sessions.From from, Function<Queries, T> then) {
    String secret =
        account
            .totpSecret()
            .filter(begun -> !account.hasSecondFactor())
            .orElseThrow(
                () ->
                    new Rejection.Conflict(
                        "Two-step verification is not being set up; start again"));
    attempts.admit(AttemptRate.CODE, key(account));
    OptionalLong step = codes.step(secret, digits(code), clock.instant(), 0);
    if (step.isEmpty()) {
      throw wrong();
    }
    attempts.forgive(key(account));
    List<RecoveryCode> recovery = RecoveryCode.set();
    T done =
        database.inTransaction(
            transaction -> {
              if (!repository.confirmSecondFactor(
                  transaction, account.id(), secret, step.getAsLong(), recovery, clock.instant())) {
                throw new Rejection.Conflict(
                    "Two-step verification has been set up on another device in the meantime");
              }
              record(transaction, AuditAction.SECOND_FACTOR_SET, account, from);
              return then.apply(transaction);
            });
    return new ConfirmedFactor<>(recovery.stream().map(RecoveryCode::shown).toList(), done);
  }

  private void endOthers(Queries transaction, Seat here) {
    sessions.endOthers(transaction, here.person(), here.from(), here.session());
  }

  void requireMayBeRemoved(Account account) {
    requireMayBeRemoved(database, account);
  }

  private void requireMayBeRemoved(Queries queries, Account account) {
    if (demandedOf(queries, account.role())) {
      throw new Rejection.Conflict(
          "Your administrator requires two-step verification; it cannot be turned off");
    }
  }

  /** Removes it, for whoever has just proved by a code that it is theirs. */
  void remove(Account account, Seat here) {
    database.inTransaction(
        transaction -> {
          requireMayBeRemoved(transaction, account);
          repository.removeSecondFactor(transaction, account.id());
          record(transaction, AuditAction.SECOND_FACTOR_REMOVED, account, here.from());
          endOthers(transaction, here);
          return null;
        });
    sessions.forgetCallers();
  }

  /**
   * True if the code is the app's and was not used before, or a recovery code, which it uses up.
   */
  boolean proves(Account account, String code, Sessions.From from) {
    if (!account.hasSecondFactor()) {
      return false;
    }
    attempts.admit(AttemptRate.CODE, key(account));
    boolean right = byApp(account, digits(code)) || byRecoveryCode(account, code, from);
    if (right) {
      attempts.forgive(key(account));
    }
    return right;
  }

  private boolean byApp(Account account, String code) {
    OptionalLong step =
        codes.step(account.totpSecret().orElseThrow(), code, clock.instant(), account.lastStep());
    return step.isPresent() && repository.useStep(database, account.id(), step.getAsLong());
  }

  /** There are ten of them and no more: each that is used is on the trail. */
  private boolean byRecoveryCode(Account account, String code, Sessions.From from) {
    Optional<RecoveryCode> typed = RecoveryCode.typed(code);
    return typed.isPresent()
        && database.inTransaction(
            transaction -> {
              boolean used = repository.useRecoveryCode(transaction, account.id(), typed.get());
              if (used) {
                record(transaction, AuditAction.RECOVERY_CODE_USED, account, from);
              }
              return used;
            });
  }

  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  /** In a browser that is known, guesses from elsewhere do not count. */
  private static String key(Account account) {
    return "codes of " + account.id() + (account.knownHere() ? " at home" : "");
  }

  private static Rejection wrong() {
    return new Rejection.Invalid("code", "This code is not correct or was already used");
  }

  private void record(
      Queries transaction, AuditAction action, Account account, Sessions.From from) {
    audit.record(
        transaction,
        Actor.person(account.id(), account.name(), from),
        action,
        account.email(),
        Optional.empty(),
        Map.of());
  }
}
