package org.vitrine.warranty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyAct;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.KnownContact;
import org.vitrine.people.Newcomer;
import org.vitrine.people.People;
import org.vitrine.people.Preferences;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.Transfer.TransferParty;

/**
 * Whoever takes a piece over by a mailed link: the company of a contact who has that address, or a
 * company of their own with them as its one contact, so that an owner is a company everywhere and
 * is told, contained and answered as every other.
 */
final class NewOwners {
  private static final int LONGEST_NAME = 100;

  private final Companies companies;
  private final People people;
  private final Contacts contacts = new Contacts();
  private final TransferMailRepository mails = new TransferMailRepository();

  NewOwners(Companies companies, People people) {
    this.companies = companies;
    this.people = people;
  }

  /**
   * Two links that were mailed to one address, confirmed at once, begin one company.
   *
   * @param name what they say they are called; used where nobody has the address yet
   */
  TransferParty at(
      Queries transaction, String address, Optional<String> name, Optional<String> language) {
    mails.holdAddress(transaction, address);
    Optional<KnownContact> known = contacts.at(transaction, address);
    return known.isPresent()
        ? party(transaction, ofContact(known.get()))
        : begun(transaction, address, name, language);
  }

  private TransferParty party(Queries queries, CompanyId company) {
    return new TransferParty(company, companies.require(queries, company).name());
  }

  private static CompanyId ofContact(KnownContact contact) {
    if (!contact.mayComeIn() || contact.companies().isEmpty()) {
      throw new Rejection.Conflict("Nothing can be handed over to this address");
    }
    if (contact.companies().size() > 1) {
      throw new Rejection.Conflict(
          "This address works for several companies: sign in for the one that takes it over");
    }
    return contact.companies().getFirst();
  }

  private TransferParty begun(
      Queries transaction, String address, Optional<String> name, Optional<String> language) {
    String called =
        name.map(Blanks::stripped)
            .filter(text -> !text.isEmpty())
            .orElse(address.substring(0, Math.min(address.length(), LONGEST_NAME)));
    Company own =
        companies
            .save(
                transaction,
                "owner-" + TransferSecret.newCode().text().toLowerCase(Locale.ROOT),
                Optional.empty(),
                new SaveCompany(
                    called, CompanyKind.CUSTOMER, Tier.STANDARD, language, Optional.empty()),
                CompanyAct.OF_THE_HOUSE)
            .company();
    people.welcome(
        transaction,
        new Newcomer(
            called,
            address,
            Role.CUSTOMER,
            List.of(own.id()),
            new Preferences(language.flatMap(Language::of), Optional.empty())));
    return new TransferParty(own.id(), own.name());
  }
}
