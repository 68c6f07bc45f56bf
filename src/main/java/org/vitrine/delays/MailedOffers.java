package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.delays.OfferAudience.ForBuyer;
import org.vitrine.delays.OfferDesk.OfferAnswerer;
import org.vitrine.delays.OfferSecretRepository.SecretOf;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;

/**
 * Offers that are answered by a link from a mail, without signing in. The link is bound to one
 * offer and one person, and ends where they leave the company; looking changes nothing but that it
 * was read.
 */
final class MailedOffers {
  private final Database database;
  private final OfferDesk desk;
  private final OfferReader reader;
  private final Clock clock;
  private final OfferRepository offers = new OfferRepository();
  private final OfferSecretRepository secrets = new OfferSecretRepository();
  private final Contacts contacts = new Contacts();

  MailedOffers(Database database, OfferDesk desk, OfferReader reader, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.reader = reader;
    this.clock = clock;
  }

  /** Whose link it is. */
  private record LinkOwner(OfferId offer, ForBuyer audience, ActingOne by) {}

  private LinkOwner owner(Token token) {
    SecretOf secret =
        secrets.find(database, token, clock.instant()).orElseThrow(MailedOffers::over);
    DelayOffer offer =
        offers.find(database, secret.offer(), Optional.empty()).orElseThrow(MailedOffers::over);
    Recipient contact =
        contacts
            .recipient(database, secret.person(), offer.order().company())
            .orElseThrow(MailedOffers::over);
    return new LinkOwner(
        secret.offer(),
        new ForBuyer(offer.order().company(), true),
        new ActingOne("manual", contact.name()));
  }

  /** What a link offers, for whoever holds it. */
  ObjectNode shown(Token token) {
    LinkOwner owner = owner(token);
    return reader.one(owner.audience(), owner.offer()).orElseThrow(MailedOffers::over);
  }

  void read(Token token) {
    LinkOwner owner = owner(token);
    desk.read(owner.audience(), owner.offer(), owner.by());
  }

  ObjectNode answer(Token token, AnswerOffer said) {
    LinkOwner owner = owner(token);
    desk.answer(owner.offer(), said, new OfferAnswerer(owner.audience(), owner.by(), "mail"));
    return shown(token);
  }

  ObjectNode takeBack(Token token) {
    LinkOwner owner = owner(token);
    desk.takeBack(owner.offer(), new OfferAnswerer(owner.audience(), owner.by(), "mail"));
    return shown(token);
  }

  private static Rejection over() {
    return new Rejection.Gone("This link has expired, or no longer belongs to you");
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("links to offers", () -> secrets.sweep(database, clock.instant()));
  }
}
