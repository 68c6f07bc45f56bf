package org.vitrine.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The mails that wait to be sent, and those that were. */
public final class MailQueue {
  /** In each lane. */
  static final int WAITING_AT_MOST = 10_000;

  private static final Duration COME_BACK = Duration.ofMinutes(1);
  private static final Duration LINKS_KEPT = Duration.ofDays(7);
  private static final Duration MAIL_KEPT = Duration.ofDays(90);

  private final Database database;
  private final boolean mailed;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();

  /**
   * @param mailed true if a server takes our mail; otherwise staff pass on what a mail says
   */
  public MailQueue(Database database, boolean mailed, Clock clock) {
    this.database = database;
    this.mailed = mailed;
    this.clock = clock;
  }

  /** True if a server takes our mail. */
  public boolean isMailed() {
    return mailed;
  }

  /** Returns its key. */
  long add(Queries transaction, MailLane lane, MailAddress to, MailText mail) {
    return repository
        .add(transaction, lane, to, mail, clock.instant(), WAITING_AT_MOST)
        .orElseThrow(
            () ->
                new Rejection.Unavailable(
                    "Too many emails are waiting to be sent; try again later", COME_BACK));
  }

  /** When the first of these mails left to an address that does not bounce. */
  Optional<Instant> firstLeft(Queries queries, Collection<Long> mails) {
    return repository.firstLeft(queries, mails);
  }

  /**
   * How the queue stands.
   *
   * @param since when the oldest that waits was written
   */
  public record MailStanding(long waiting, Optional<Instant> since, long setAside) {}

  public MailStanding standing(Queries queries) {
    return repository.standing(queries);
  }

  /** A page of mails, newest first. */
  public record MailPage(boolean configured, List<Mail> mails, Optional<String> next) {}

  /**
   * @param recipients only mails to these addresses; absent for all
   */
  public MailPage page(Optional<List<String>> recipients, Paging paging) {
    Paging.ListPart<Mail> part =
        paging.part(
            repository.list(database, recipients, paging.afterNumber(), paging.looked()), Mail::id);
    return new MailPage(
        mailed,
        part.shown().stream().map(mail -> mailed ? mail.withoutLink() : mail).toList(),
        part.next());
  }

  /**
   * Sends a mail that was set aside once more, for three more days. Throws {@link
   * Rejection.Conflict} where it is not set aside, or so old that its links open nothing.
   *
   * @param recipients only a mail to these addresses; absent for all
   */
  public Mail tryAgain(Optional<List<String>> recipients, long id) {
    Mail before = find(recipients, id);
    Instant now = clock.instant();
    if (!repository.tryAgain(database, id, now, now.minus(LINKS_KEPT))) {
      throw new Rejection.Conflict(
          before.state() == MailState.SET_ASIDE
              ? "This email is more than %d days old, and its links have expired"
                  .formatted(LINKS_KEPT.toDays())
              : "This email is not set aside");
    }
    return find(recipients, id);
  }

  private Mail find(Optional<List<String>> recipients, long id) {
    Mail found =
        repository
            .find(database, recipients, id)
            .orElseThrow(() -> new Rejection.NotFound("There is no such email"));
    return mailed ? found.withoutLink() : found;
  }

  /** Links die; so does what is written about them. */
  public void sweep() {
    repository.sweep(database, clock.instant(), LINKS_KEPT, MAIL_KEPT);
  }
}
