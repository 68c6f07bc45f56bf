package org.vitrine.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.SignInLinks;
import org.vitrine.access.Token;
import org.vitrine.mail.MailAddress;
import org.vitrine.people.People.Person;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;

/** Those of whom there is always one: made at the first start, and never the last to go. */
public final class Administrators {
  private final People people;
  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final PersonRepository repository;

  Administrators(
      People people,
      Database database,
      Sessions sessions,
      Audit audit,
      PersonRepository repository) {
    this.people = people;
    this.database = database;
    this.sessions = sessions;
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
          return sessions.links().make(transaction, first.id(), SignInLinks.LAST);
        });
  }

  /**
   * Whoever was made at the first start says who they are, and can come in by themselves from then
   * on. An address that mails reach stays: whoever stole a session must not lead them elsewhere.
   * Throws {@link Rejection.Conflict} for that, and for an address that somebody else has.
   */
  void introduce(Caller.SignedIn by, Sessions.From from, String name, String email) {
    PersonRules.requireName(name);
    String address = MailAddress.typed(email).text();
    try {
      database.inTransaction(transaction -> introduced(transaction, by, from, name, address));
    } catch (QueryFailed failed) {
      throw failed.violatesUnique() ? PersonRules.addressTaken() : failed;
    }
    sessions.forgetCallers();
  }

  private Person introduced(
      Queries transaction, Caller.SignedIn by, Sessions.From from, String name, String address) {
    Person before = repository.lock(transaction, by.id()).orElseThrow();
    if (MailAddress.isDeliverable(before.email())) {
      throw new Rejection.Conflict("You have an address already, which stays");
    }
    repository.introduce(transaction, before.id(), name, address);
    sessions.changed(transaction);
    audit.record(
        transaction,
        Actor.of(by, from),
        AuditAction.PERSON_CHANGED,
        address,
        Optional.empty(),
        Map.of(
            "name", PersonChange.became(before.name(), name),
            "email", PersonChange.became(before.email(), address)));
    return before;
  }

  /** One whom mails reach: the administrator of the first hour may have nobody behind it. */
  void requireAnother(Queries transaction, long but) {
    if (repository.administratorsBut(transaction, but).stream()
        .noneMatch(MailAddress::isDeliverable)) {
      throw new Rejection.Conflict(
          "This is the last administrator who can receive email; make someone else an administrator"
              + " first");
    }
  }
}
