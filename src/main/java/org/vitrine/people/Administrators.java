package org.vitrine.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Role;
import org.vitrine.access.SignInLinks;
import org.vitrine.access.Token;
import org.vitrine.mail.MailAddress;
import org.vitrine.people.People.Person;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Those of whom there is always one: made at the first start, and never the last to go. */
public final class Administrators {
  private final People people;
  private final Database database;
  private final SignInLinks links;
  private final Audit audit;
  private final PersonRepository repository;

  Administrators(
      People people,
      Database database,
      SignInLinks links,
      Audit audit,
      PersonRepository repository) {
    this.people = people;
    this.database = database;
    this.links = links;
    this.audit = audit;
    this.repository = repository;
  }

  /** The first there is, if any. */
  public Optional<Long> any() {
    return repository.anyAdministrator(database);
  }

  /** The first; made where there is none. */
  public long first() {
    return any()
        .orElseGet(
            () ->
                people.save(
                    List.of(), "Administrator", "administrator@localhost", Role.ADMINISTRATOR));
  }

  /** A link that signs the first one in, for whoever may use the command line. */
  public Token link() {
    Person first = people.find(first()).orElseThrow();
    return database.inTransaction(
        transaction -> {
          audit.record(
              transaction,
              People.COMMAND_LINE,
              AuditAction.LINK_ASKED,
              first.email(),
              Optional.empty(),
              Map.of());
          return links.make(transaction, first.id(), SignInLinks.LAST);
        });
  }

  /** One whom mails reach: the administrator of the first hour may have nobody behind it. */
  void requireAnother(Queries transaction, long but) {
    if (repository.administratorsBut(transaction, but).stream()
        .noneMatch(MailAddress::isDeliverable)) {
      throw new Rejection.Conflict(
          "This is the last administrator who can receive email; make someone else an administrator first");
    }
  }
}
