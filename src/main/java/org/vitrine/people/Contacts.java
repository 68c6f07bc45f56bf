package org.vitrine.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.database.Queries;

/** The door to who is written to: contacts of a company, and where somebody gets their mail. */
public final class Contacts {
  private final ContactRepository repository = new ContactRepository();

  /** The keys of a company’s contacts who can come in; so many at most. */
  public List<Long> of(Queries queries, CompanyId company, int most) {
    return repository.of(queries, company, most);
  }

  /** A contact by name. */
  public record NamedContact(long id, String name, String email) {}

  /** A company’s contacts who can come in, by name; so many at most. */
  public List<NamedContact> named(Queries queries, CompanyId company, int most) {
    return repository.named(queries, company, most);
  }

  /** A contact, and one of the companies that they work for. */
  public record ContactOf(CompanyId company, NamedContact contact) {}

  /** The contacts of several companies who can come in, each once; so many at most. */
  public List<ContactOf> of(Queries queries, Collection<CompanyId> companies, int most) {
    return repository.of(queries, companies, most);
  }

  /**
   * Who has an address.
   *
   * @param mayComeIn false for staff, who own nothing, and for whoever is disabled
   * @param companies whom they work for
   */
  public record KnownContact(long id, boolean mayComeIn, List<CompanyId> companies) {
    public KnownContact {
      companies = List.copyOf(companies);
    }
  }

  /** Whoever has this address; nothing where nobody has. */
  public Optional<KnownContact> at(Queries queries, String email) {
    return repository.at(queries, email);
  }

  /** Where somebody is written to; nothing where they cannot come in any more. */
  public Optional<Recipient> recipient(Queries queries, long person) {
    return repository.recipient(queries, person, Optional.empty());
  }

  /** The same of somebody who belongs to this company; nothing where they have left it. */
  public Optional<Recipient> recipient(Queries queries, long person, CompanyId company) {
    return repository.recipient(queries, person, Optional.of(company));
  }
}
