package org.vitrine.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.Letters;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.mail.MailAddress;

/** The letters that wait to be sent, and those that were. */
public final class Outbox implements Letters {
  private static final int WAITING_AT_MOST = 10_000;
  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final Database database;
  private final Wordings wordings;
  private final boolean mailed;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();

  /**
   * @param mailed true if a server takes our mail; otherwise staff pass on what a letter says
   */
  public Outbox(Database database, Wordings wordings, boolean mailed, Clock clock) {
    this.database = database;
    this.wordings = wordings;
    this.mailed = mailed;
    this.clock = clock;
  }

  /** True if a server takes our mail. */
  public boolean isMailed() {
    return mailed;
  }

  @Override
  public void invite(Queries transaction, String email, String name, Token link) {
    append(transaction, email, wordings.invitation(name, link));
  }

  @Override
  public void signIn(Queries transaction, String email, String name, Token link) {
    append(transaction, email, wordings.signIn(name, link));
  }

  @Override
  public void secondFactorReset(Queries transaction, String email, String name) {
    append(transaction, email, wordings.secondFactorReset(name));
  }

  @Override
  public void glassLinkAskedAgain(Queries transaction, String email, String name, String order) {
    append(transaction, email, wordings.glassLinkAskedAgain(name, order));
  }

  private void append(Queries transaction, String email, Wordings.Worded letter) {
    MailAddress to = new MailAddress(email);
    if (!repository.add(transaction, to, letter, clock.instant(), WAITING_AT_MOST)) {
      throw new Rejection.Unavailable("Too many letters wait to be sent", COME_BACK);
    }
  }

  /** A page of letters, newest first. */
  record Page(boolean configured, List<Mail> mails, Optional<String> next) {}

  /**
   * @param contactsOf only letters to the contacts of this account manager's companies
   */
  Page page(Optional<Long> contactsOf, Optional<Long> before, int limit) {
    List<Mail> found = repository.list(database, contactsOf, before, limit + 1);
    List<Mail> shown =
        found.stream().limit(limit).map(mail -> mailed ? mail.withoutLink() : mail).toList();
    return new Page(
        mailed,
        shown,
        found.size() > limit
            ? Optional.of(String.valueOf(shown.getLast().id()))
            : Optional.empty());
  }
}
