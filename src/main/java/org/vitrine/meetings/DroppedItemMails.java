package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.AgendaEditRepository.RaisedBy;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;

/**
 * Tells those who raised something why it is not talked about. Whose company is not asked to the
 * meeting learns nothing of it: they are told of what they said themselves, and are led there.
 */
final class DroppedItemMails {
  private final Mailer mailer;
  private final AgendaEditRepository repository = new AgendaEditRepository();
  private final Contacts contacts = new Contacts();

  DroppedItemMails(Mailer mailer) {
    this.mailer = mailer;
  }

  void tell(Queries transaction, Meeting meeting, AgendaItem item, String reason) {
    for (RaisedBy raised : repository.raisedBy(transaction, item.id())) {
      contacts
          .recipient(transaction, raised.person(), raised.company())
          .ifPresent(
              to ->
                  mailer.owe(
                      transaction,
                      to,
                      raised.asked() ? asked(meeting, item, reason) : notAsked(raised, reason)));
    }
  }

  private static MailContent asked(Meeting meeting, AgendaItem item, String reason) {
    return MailContent.of("mail.item-dropped")
        .with("meeting", meeting.title())
        .with("item", item.called())
        .with("reason", reason)
        .leadingTo("/meetings/" + meeting.number());
  }

  private static MailContent notAsked(RaisedBy raised, String reason) {
    MailContent content =
        MailContent.of("mail.raised-dropped").with("raised", raised.title()).with("reason", reason);
    Optional<String> path = raised.message().map(number -> "/messages/" + number);
    return path.map(content::leadingTo).orElse(content);
  }
}
