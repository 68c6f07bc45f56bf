package org.vitrine.visits;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visit.VisitPerson;

/** What both sides are told of what was noted; each waits for a word of the other. */
final class VisitMails {
  private static final int CONTACTS_TOLD = 50;

  private final Mailer mailer;
  private final Contacts contacts = new Contacts();
  private final Colleagues colleagues = new Colleagues();

  VisitMails(Mailer mailer) {
    this.mailer = mailer;
  }

  /** Whom it was for may say it otherwise; all contacts where it was for nobody by name. */
  void noted(Queries transaction, Visit visit, VisitRecord record) {
    MailContent content = about("mail.visit-noted", visit).with("until", record.openUntil());
    List<Long> people =
        visit.with().isEmpty()
            ? contacts.of(transaction, visit.company(), CONTACTS_TOLD)
            : visit.with().stream().map(VisitPerson::id).toList();
    people.forEach(
        person ->
            contacts
                .recipient(transaction, person, visit.company())
                .ifPresent(to -> mailer.owe(transaction, to, content)));
  }

  /** Who was there, and who looks after the company, read that it says something otherwise. */
  void corrected(Queries transaction, Visit visit, String by) {
    MailContent content = about("mail.visit-corrected", visit).with("who", by);
    Stream.concat(
            Stream.of(visit.plan().by().id()),
            colleagues.managersOf(transaction, visit.company()).stream().map(HouseMember::id))
        .distinct()
        .forEach(
            person ->
                contacts
                    .recipient(transaction, person)
                    .ifPresent(to -> mailer.owe(transaction, to, content)));
  }

  private static MailContent about(String key, Visit visit) {
    return MailContent.of(key)
        .with("by", visit.plan().by().name())
        .with("at", visit.plan().at())
        .leadingTo("/visits/" + visit.number());
  }
}
