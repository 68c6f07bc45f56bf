package org.vitrine.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.SignInLinks;
import org.vitrine.access.Token;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * The mails by which people come in for the first time: in the language of their company where they
 * have said none themselves.
 */
final class PersonInvitations {
  private static final Duration LASTS = Duration.ofDays(7);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int A_DAY_AT_MOST = 20;

  private final SignInLinks links;
  private final Mailer mailer;
  private final Audit audit;
  private final Clock clock;
  private final Contacts contacts = new Contacts();

  PersonInvitations(SignInLinks links, Mailer mailer, Audit audit, Clock clock) {
    this.links = links;
    this.mailer = mailer;
    this.audit = audit;
    this.clock = clock;
  }

  void sendAgain(Queries transaction, Actor by, People.Person person) {
    if (audit.times(transaction, AuditAction.PERSON_INVITED, person.email(), A_DAY)
        >= A_DAY_AT_MOST) {
      throw new Rejection.TooMany(
          "This person was invited %d times within a day; try again later".formatted(A_DAY_AT_MOST),
          Duration.ofHours(1));
    }
    send(transaction, by, person.id(), Map.of("again", true));
  }

  void send(Queries transaction, Actor by, long person, Map<String, ?> detail) {
    Recipient to = contacts.recipient(transaction, person).orElseThrow();
    links.end(transaction, person);
    Token link = links.make(transaction, person, LASTS);
    mailer.owe(
        transaction,
        to,
        MailContent.of("mail.invitation")
            .with("until", clock.instant().plus(LASTS))
            .leadingTo(SignInLinks.pathOf(link)));
    audit.record(transaction, by, AuditAction.PERSON_INVITED, to.email(), Optional.empty(), detail);
  }
}
