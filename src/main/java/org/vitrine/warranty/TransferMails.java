package org.vitrine.warranty;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.Transfer.TransferParty;

/** What is said by mail about transfers: owed to both sides, each in its own language. */
final class TransferMails {
  private static final String PAGE = "/warranty";
  private static final int CONTACTS_TOLD = 20;

  private final Mailer mailer;
  private final Contacts contacts = new Contacts();

  TransferMails(Mailer mailer) {
    this.mailer = mailer;
  }

  /** Asks whoever has this address to take the piece over, by a link of theirs. */
  void ask(
      Queries transaction,
      Transfer transfer,
      TransferSecret link,
      String address,
      Optional<String> language,
      Instant until) {
    Recipient to =
        new Recipient(address, address, language.flatMap(Language::of), Optional.empty());
    mailer.owe(
        transaction,
        to,
        about("mail.piece-offered", transfer)
            .with("until", until)
            .leadingTo("/warranty/take-over#" + link.text()));
  }

  /** It is the receiver's now: both are told, and how either undoes it. */
  void taken(Queries transaction, Transfer transfer, TransferParty receiver, Instant undoable) {
    MailContent given =
        about("mail.piece-given", transfer)
            .with("receiver", receiver.name())
            .with("until", undoable)
            .leadingTo(PAGE);
    tell(transaction, transfer.giver().company(), given);
    MailContent received =
        about("mail.piece-received", transfer).with("until", undoable).leadingTo(PAGE);
    tell(transaction, receiver.company(), received);
  }

  /** It is the giver's again. */
  void undone(Queries transaction, Transfer transfer, TransferParty receiver, TransferSide by) {
    String name = by == TransferSide.GIVER ? transfer.giver().name() : receiver.name();
    MailContent content =
        about("mail.piece-returned", transfer)
            .with("receiver", receiver.name())
            .with("by", name)
            .leadingTo(PAGE);
    tell(transaction, transfer.giver().company(), content);
    tell(transaction, receiver.company(), content);
  }

  private static MailContent about(String words, Transfer transfer) {
    return MailContent.of(words)
        .with("serial", transfer.serial().value())
        .with("product", transfer.product())
        .with("giver", transfer.giver().name());
  }

  private void tell(Queries transaction, CompanyId company, MailContent content) {
    for (long person : contacts.of(transaction, company, CONTACTS_TOLD)) {
      contacts
          .recipient(transaction, person, company)
          .ifPresent(to -> mailer.owe(transaction, to, content));
    }
  }
}
