package org.vitrine.delays;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.MailContent.MailChoice;
import org.vitrine.mail.Recipient;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.NamedContact;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/**
 * What is offered, told by mail to everybody of the company who can come in, each with a link of
 * their own. It is owed to them: what silence means could not be said otherwise.
 */
final class OfferMails {
  private static final int CONTACTS_TOLD = 50;
  static final String PAGE = "/delay-offer#";

  private final DelayGround ground;
  private final Words words;
  private final OfferSecretRepository secrets = new OfferSecretRepository();
  private final Contacts contacts = new Contacts();

  OfferMails(DelayGround ground) {
    this.ground = ground;
    this.words = ground.words();
  }

  /** Whether an email reaches anybody of this company. */
  boolean reachAnybody(Queries queries, CompanyId company) {
    return ground
        .mailer()
        .reachesAny(
            queries,
            contacts.named(queries, company, CONTACTS_TOLD).stream()
                .map(NamedContact::email)
                .toList());
  }

  /** When the first of them left to an address at which it arrived, as far as is known. */
  Optional<Instant> left(Queries queries, OfferId offer) {
    return ground.mailer().firstLeft(queries, secrets.mails(queries, offer));
  }

  /**
   * Who was written to.
   *
   * @param reached whether any of it reaches somebody, as far as is known
   */
  record WrittenTo(List<Long> people, boolean reached) {
    static final WrittenTo NOBODY = new WrittenTo(List.of(), false);
  }

  WrittenTo tell(Queries transaction, DelayOffer offer, Instant linksEnd) {
    List<Long> people = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (long person : contacts.of(transaction, offer.order().company(), CONTACTS_TOLD)) {
      Optional<Recipient> to = contacts.recipient(transaction, person, offer.order().company());
      if (to.isPresent()) {
        Token token = Token.random();
        long mail = ground.mailer().oweTraced(transaction, to.get(), content(offer, token));
        secrets.add(transaction, token, offer.id(), person, linksEnd, mail);
        people.add(person);
        addresses.add(to.get().email());
      }
    }
    return new WrittenTo(people, ground.mailer().reachesAny(transaction, addresses));
  }

  private MailContent content(DelayOffer offer, Token token) {
    OfferTerms terms = offer.terms();
    boolean definite = terms.kind() == OfferedKind.DATE;
    MailContent content =
        MailContent.of(definite ? "mail.delay-offer" : "mail.delay-open")
            .with("order", offer.order().number().value())
            .with("because", terms.because())
            .with("until", terms.answerBy())
            .with("date", definite ? terms.date() : terms.nextWordBy());
    return content.listing(lines(terms)).offering(choices(token)).leadingTo(PAGE + token.text());
  }

  /** What else is offered, and in plain sight what silence means. */
  private List<Worded> lines(OfferTerms terms) {
    List<Worded> lines = new ArrayList<>();
    if (!terms.remedies().isEmpty()) {
      lines.add(
          language ->
              words.text(language, "delays.remedies")
                  + terms.remedies().stream()
                      .map(remedy -> words.text(language, "remedy." + remedy.code()))
                      .reduce((one, other) -> one + words.text(language, "comma") + other)
                      .orElseThrow());
    }
    String silence =
        terms.silence() == SilenceMeans.CONSENT
            ? "delays.silence.consent-mail"
            : "delays.silence.none-mail";
    lines.add(language -> words.text(language, silence));
    return lines;
  }

  private List<MailChoice> choices(Token token) {
    return List.of(
        choice(token, DelayAnswer.ACCEPT),
        choice(token, DelayAnswer.OTHER_DAY),
        choice(token, DelayAnswer.DECLINE),
        choice(token, DelayAnswer.CALL_ME));
  }

  /** Looking there changes nothing: the page asks once more. */
  private MailChoice choice(Token token, DelayAnswer answer) {
    return new MailChoice(
        language -> words.text(language, "delays.answer." + answer.code()),
        PAGE + token.text() + "." + answer.code());
  }
}
