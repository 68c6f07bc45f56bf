package org.vitrine.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Sessions;
import org.vitrine.access.SignInLinks;
import org.vitrine.access.Token;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.openid.Identity;
import org.vitrine.platform.openid.OpenIdChallenge;

/**
 * The door to signing in. Whether somebody is known is never told: each refusal says the same and
 * takes the same steps.
 */
final class SignIns {
  private static final Duration STEP_LASTS = Duration.ofMinutes(10);
  private static final String REFUSED = "Sign-in failed; check what you entered";
  private static final String OPEN_ID = "open-id";
  private static final Duration BROWSER_KNOWN = Duration.ofDays(180);

  private final Database database;
  private final Sessions sessions;
  private final Mailer mailer;
  private final Audit audit;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final AttemptThrottle attempts;
  private final SignInThrottle throttle;
  private final Clock clock;
  private final AccountRepository accounts = new AccountRepository();
  private final StepRepository steps = new StepRepository();

  SignIns(
      Database database,
      Sessions sessions,
      Mailer mailer,
      Audit audit,
      SecondFactors factors,
      Passwords passwords,
      AttemptThrottle attempts,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.mailer = mailer;
    this.audit = audit;
    this.factors = factors;
    this.passwords = passwords;
    this.attempts = attempts;
    this.throttle = new SignInThrottle(attempts);
    this.clock = clock;
  }

  /** What becomes of a right answer. */
  sealed interface SignInOutcome {
    /** Somebody is in; their browser keeps a new secret. */
    record Entered(Sessions.Opened opened, Token browser) implements SignInOutcome {}

    /** Something else is wanted: a code, or a second factor to be set up first. */
    record Awaiting(String secondFactor, Token challenge) implements SignInOutcome {}
  }

  /** Writes a mail with a link if there is such an account. Call it after the answer is out. */
  void askForLink(String email, Visitor visitor) {
    Optional<Account> known = accounts.byEmail(database, email, visitor.browser());
    throttle.admit(AttemptRate.MAILED_LINK, "mails", email, known, visitor);
    known
        .filter(account -> MailAddress.isDeliverable(account.email()))
        .ifPresent(account -> sendLink(account, visitor));
  }

  private void sendLink(Account account, Visitor visitor) {
    database.inTransaction(
        transaction -> {
          Token link = sessions.links().make(transaction, account.id(), visitor.browser());
          mailer.owe(
              transaction,
              account.recipient(),
              MailContent.of("mail.sign-in")
                  .with("count", SignInLinks.LAST.toMinutes())
                  .leadingTo(SignInLinks.pathOf(link)));
          audit.record(
              transaction,
              Actor.somebody(visitor.from()), // Who that was is known once the link is used.
              AuditAction.LINK_ASKED,
              account.email(),
              Optional.empty(),
              Map.of());
          return null;
        });
  }

  /** For whom a link is that still works, and whether this browser asked for it. */
  Optional<SignInLinks.WaitingLink> waiting(Token link, Visitor visitor) {
    return sessions.links().waiting(link, visitor.browser());
  }

  /** Throws {@link Rejection.Gone} for a link that is unknown, used or expired. */
  SignInOutcome byLink(Token link, Visitor visitor) {
    return database.inTransaction(
        transaction -> next(transaction, sessions.links().use(transaction, link), "link", visitor));
  }

  /** For staff. Throws {@link Rejection.Unauthenticated}, with one text whatever is wrong. */
  SignInOutcome byPassword(String email, String password, Visitor visitor) {
    Optional<Account> known = accounts.byEmail(database, email, visitor.browser());
    SignInThrottle.Ticket ticket =
        throttle.admit(AttemptRate.PASSWORD, "passwords", email, known, visitor);
    Optional<Account> staff = known.filter(account -> account.role().isStaff());
    if (!matches(password, staff, ticket)) {
      noteRefusal(known, "password", visitor);
      throw new Rejection.Unauthenticated(REFUSED);
    }
    throttle.forgive(ticket);
    return database.inTransaction(
        transaction -> {
          requireUnchanged(transaction, staff.orElseThrow());
          return next(transaction, staff.get().id(), "password", visitor);
        });
  }

  private boolean matches(String password, Optional<Account> staff, SignInThrottle.Ticket ticket) {
    try {
      return passwords.matches(
          password, staff.flatMap(Account::passwordHash), Passwords.Who.of(ticket.knownHere()));
    } catch (Rejection.TooMany full) {
      throttle.takeBack(ticket);
      throw full;
    }
  }

  /** A password that was changed after it was compared lets nobody in any more. */
  private void requireUnchanged(Queries transaction, Account account) {
    if (!accounts.holdPassword(transaction, account.id()).equals(account.passwordHash())) {
      throw new Rejection.Unauthenticated(REFUSED);
    }
  }

  /** Throws {@link Rejection.Unauthenticated}, with one text whatever is wrong. */
  SignInOutcome bySecondFactor(Token challenge, String code, Visitor visitor) {
    StepRepository.Half half =
        steps
            .tryOnce(database, challenge, visitor.browser(), clock.instant())
            .orElseThrow(() -> new Rejection.Unauthenticated(REFUSED));
    Account account = account(database, half.person(), visitor);
    if (!factors.proves(account, code, visitor.from())) {
      noteRefusal(Optional.of(account), "second factor", visitor);
      throw new Rejection.Unauthenticated(REFUSED);
    }
    return database.inTransaction(transaction -> finish(transaction, challenge, half, visitor));
  }

  /** Who is to set up a second factor before they may come in. */
  Account halfway(Token challenge, Visitor visitor) {
    return steps
        .find(database, challenge, visitor.browser(), clock.instant())
        .map(half -> account(database, half.person(), visitor))
        .filter(account -> !account.hasSecondFactor())
        .orElseThrow(() -> new Rejection.Gone("This sign-in took too long; start over"));
  }

  /** Lets in whoever sets up the second factor that was demanded, in one stroke with it. */
  SecondFactors.ConfirmedFactor<SignInOutcome.Entered> setUp(
      Token challenge, Account account, String code, Visitor visitor) {
    StepRepository.Half half =
        steps
            .find(database, challenge, visitor.browser(), clock.instant())
            .orElseThrow(() -> new Rejection.Gone("This sign-in took too long; start over"));
    return factors.confirm(
        account,
        code,
        visitor.from(),
        transaction -> finish(transaction, challenge, half, visitor));
  }

  private SignInOutcome.Entered finish(
      Queries transaction, Token challenge, StepRepository.Half half, Visitor visitor) {
    if (!steps.finish(transaction, challenge)) {
      throw new Rejection.Unauthenticated(REFUSED);
    }
    return enter(transaction, half.person(), half.means() + ", second factor", visitor);
  }

  /** The state that an OpenID provider's answer has to bring back to this browser. */
  Token askProvider(OpenIdChallenge challenge, Visitor visitor) {
    throttle.admit(OPEN_ID, visitor);
    Token state = Token.random();
    steps.addProof(database, state, visitor.browser(), challenge, clock.instant().plus(STEP_LASTS));
    return state;
  }

  /** What belongs to this state, once; nothing where another browser was asked. */
  Optional<OpenIdChallenge> takeProof(Token state, Visitor visitor) {
    return steps.takeProof(database, state, visitor.browser(), clock.instant());
  }

  void refusedByProvider(Visitor visitor) {
    noteRefusal(Optional.empty(), OPEN_ID, visitor);
  }

  /**
   * For staff whose address an OpenID provider vouches for. A second factor is the provider's
   * business there (decision 0021). Throws {@link Rejection.Conflict} for another login there than
   * the one that they came in by first.
   */
  Optional<SignInOutcome> byProvider(Identity identity, Visitor visitor) {
    Optional<Account> staff =
        accounts
            .byEmail(database, identity.email(), visitor.browser())
            .filter(account -> account.role().isStaff());
    if (staff.isEmpty()) {
      refusedByProvider(visitor);
      return Optional.empty();
    }
    Optional<SignInOutcome> entered =
        database.inTransaction(
            transaction ->
                accounts.claim(transaction, staff.get().id(), identity)
                    ? Optional.of(enter(transaction, staff.get().id(), OPEN_ID, visitor))
                    : Optional.empty());
    if (entered.isEmpty()) {
      noteRefusal(staff, OPEN_ID + ", another login", visitor);
      throw new Rejection.Conflict(
          "This address is now linked to a different company account than before");
    }
    throttle.forgive(OPEN_ID, visitor);
    return entered;
  }

  private SignInOutcome next(Queries transaction, long person, String means, Visitor visitor) {
    Account account = account(transaction, person, visitor);
    if (!account.hasSecondFactor() && !factors.demandedOf(transaction, account.role())) {
      return enter(transaction, person, means, visitor);
    }
    Token challenge = Token.random();
    steps.addHalf(
        transaction,
        challenge,
        visitor.browser(),
        new StepRepository.Half(person, means),
        clock.instant().plus(STEP_LASTS));
    return new SignInOutcome.Awaiting(account.hasSecondFactor() ? "code" : "set-up", challenge);
  }

  private SignInOutcome.Entered enter(
      Queries transaction, long person, String means, Visitor visitor) {
    Sessions.Opened opened = sessions.open(transaction, person, means, visitor.from());
    Token browser = Token.random();
    accounts.know(
        transaction, person, visitor.browser(), browser, opened.session(), clock.instant());
    return new SignInOutcome.Entered(opened, browser);
  }

  private Account account(Queries queries, long person, Visitor visitor) {
    return accounts
        .byId(queries, person, visitor.browser())
        .orElseThrow(() -> new Rejection.Gone("This account is disabled"));
  }

  /** Of strangers one refusal a place and hour, and few in all: they cannot fill the trail. */
  private void noteRefusal(Optional<Account> known, String by, Visitor visitor) {
    if (known.isEmpty() && !throttle.isWorthNoting(by, visitor)) {
      return;
    }
    // An address that nobody has may be a password, typed into the wrong field: it is not kept.
    audit.record(
        Actor.somebody(visitor.from()),
        AuditAction.SIGN_IN_REFUSED,
        known.map(Account::email).orElse("unknown"),
        Optional.empty(),
        Map.of("by", by));
  }

  /** Forgets what is over. */
  void addSweeps(Sweeps sweeps) {
    sweeps.add("half-done sign-ins", () -> steps.sweep(database, clock.instant()));
    sweeps.add(
        "known browsers",
        () -> accounts.sweepBrowsers(database, clock.instant().minus(BROWSER_KNOWN)));
    sweeps.add("sign-in attempts", attempts::sweep);
  }
}
