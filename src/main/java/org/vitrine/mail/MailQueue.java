package org.vitrine.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The mails that wait to be sent, and those that were. */
public final class MailQueue implements Mailer {
  private static final int WAITING_AT_MOST = 10_000;
  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final Database database;
  private final MailTemplates templates;
  private final boolean mailed;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();

  /**
   * @param mailed true if a server takes our mail; otherwise staff pass on what a mail says
   */
  public MailQueue(Database database, MailTemplates templates, boolean mailed, Clock clock) {
    this.database = database;
    this.templates = templates;
    this.mailed = mailed;
    this.clock = clock;
  }

  /** True if a server takes our mail. */
  public boolean isMailed() {
    return mailed;
  }

  @Override
  public void invite(Queries transaction, String email, String name, String token) {
    append(transaction, email, templates.invitation(name, token));
  }

  @Override
  public void signIn(Queries transaction, String email, String name, String token) {
    append(transaction, email, templates.signIn(name, token));
  }

  @Override
  public void secondFactorReset(Queries transaction, String email, String name) {
    append(transaction, email, templates.secondFactorReset(name));
  }

  @Override
  public void glassLinkAskedAgain(Queries transaction, String email, String name, String order) {
    append(transaction, email, templates.glassLinkAskedAgain(name, order));
  }

  private void append(Queries transaction, String email, MailTemplates.MailText mail) {
    MailAddress to = new MailAddress(email);
    if (!repository.add(transaction, to, mail, clock.instant(), WAITING_AT_MOST)) {
      throw new Rejection.Unavailable("Too many mails wait to be sent", COME_BACK);
    }
  }

  /** A page of mails, newest first. */
  record MailPage(boolean configured, List<Mail> mails, Optional<String> next) {}

  /**
   * @param contactsOf only mails to the contacts of this account manager's companies
   */
  public MailPage page(Optional<Long> contactsOf, Optional<Long> before, int limit) {
    List<Mail> found = repository.list(database, contactsOf, before, limit + 1);
    List<Mail> shown =
        found.stream().limit(limit).map(mail -> mailed ? mail.withoutLink() : mail).toList();
    return new MailPage(
        mailed,
        shown,
        found.size() > limit
            ? Optional.of(String.valueOf(shown.getLast().id()))
            : Optional.empty());
  }
}
