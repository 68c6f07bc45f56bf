package org.vitrine.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * The door for whoever has something to say by mail. What they say is written in their transaction
 * and goes out once that is committed. Throws {@link Rejection.Unavailable} where too much waits.
 */
public final class Mailer {
  private final MailTemplates templates;
  private final MailQueue queue;
  private final BounceRepository bounces = new BounceRepository();

  public Mailer(MailTemplates templates, MailQueue queue) {
    this.templates = templates;
    this.queue = queue;
  }

  /** Somebody waits for it: a link to sign in, an invitation, word that a right was taken away. */
  public void owe(Queries transaction, Recipient to, MailContent content) {
    send(transaction, MailLane.OWED, to, content);
  }

  /** The same; returns the key by which it is asked later whether it left. */
  public long oweTraced(Queries transaction, Recipient to, MailContent content) {
    return send(transaction, MailLane.OWED, to, content);
  }

  /** When the first of these mails left to an address that does not bounce; absent where none. */
  public Optional<Instant> firstLeft(Queries queries, Collection<Long> mails) {
    return mails.isEmpty() ? Optional.empty() : queue.firstLeft(queries, mails);
  }

  /** Whether a mail to any of these arrives, as far as is known; none does without a server. */
  public boolean reachesAny(Queries queries, Collection<String> emails) {
    List<String> written =
        emails.stream()
            .filter(MailAddress::isDeliverable)
            .map(email -> new MailAddress(email).text())
            .distinct()
            .toList();
    return queue.isMailed()
        && !written.isEmpty()
        && bounces.among(queries, written).size() < written.size();
  }

  /**
   * Somebody is told what happened; it never holds up what is owed. Nothing is written to an
   * address that bounces.
   */
  public void tell(Queries transaction, Recipient to, MailContent content) {
    tell(transaction, MailLane.TOLD, to, content);
  }

  /** The same for what has gathered, which never holds up what is told at once. */
  public void tellGathered(Queries transaction, Recipient to, MailContent content) {
    tell(transaction, MailLane.DIGEST, to, content);
  }

  private void tell(Queries transaction, MailLane lane, Recipient to, MailContent content) {
    if (bounces.among(transaction, List.of(new MailAddress(to.email()).text())).isEmpty()) {
      send(transaction, lane, to, content);
    }
  }

  private long send(Queries transaction, MailLane lane, Recipient to, MailContent content) {
    return queue.add(
        transaction, lane, new MailAddress(to.email()), templates.laidOut(content, to));
  }
}
