package org.vitrine.invitations;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.mail.MailboxReader;
import org.vitrine.mail.MailboxUrl;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;

/** Who is asked to come where: the page of a mailed link, one’s own invitations, calendars. */
public final class InvitationsFeature {
  private static final Duration MAILBOX_EVERY = Duration.ofSeconds(20);

  private InvitationsFeature() {}

  /**
   * What it stands on.
   *
   * @param pages over which open pages are read, whatever else the database is asked
   * @param mailbox in which replies are read; absent where people read them
   * @param address where people reach us
   */
  public record InvitationGround(
      Database database,
      Database pages,
      Optional<MailboxUrl> mailbox,
      Supplier<URI> address,
      Clock clock) {}

  public static Feature of(Invitations invitations, InvitationGround ground, Guards guards) {
    Database database = ground.database();
    Clock clock = ground.clock();
    OwnInvitations own = new OwnInvitations(database, invitations, clock);
    Replies replies = new Replies(database, invitations, clock);
    return Feature.named("invitations")
        .answering(
            new InvitationRoutes(own, replies, guards),
            new CalendarFeedRoutes(
                new CalendarFeeds(database, invitations, clock), ground.address(), guards))
        .watchedBy(new InvitationTopics(own.over(ground.pages())))
        .showing(PageEntry.forEverybody(InvitationMails.PAGE, "invitations/pages/invitation.js"))
        .extending("/orders", "invitations/pages/on-orders.js")
        .extending("/meetings/:number", "invitations/pages/on-meeting.js")
        .extending("/account", "invitations/pages/on-account.js")
        .doing(new Reminders(database, invitations.book(), invitations.mails(), clock).chore())
        .doing(
            ground
                .mailbox()
                .map(mailbox -> new MailboxReader(database, mailbox, replies::take, clock))
                .map(reader -> new Chore("replies to invitations", MAILBOX_EVERY, reader::read))
                .stream()
                .toArray(Chore[]::new))
        .forgetting(List.of(replies::addSweeps));
  }
}
