package org.vitrine.accounts;

import java.util.Map;
import java.util.Optional;
import org.vitrine.accounts.Access.From;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** What people do about the sessions that are their own. */
public final class OwnSessions {
  private final Database database;
  private final Access access;
  private final Audit audit;
  private final SessionRepository repository = new SessionRepository();

  public OwnSessions(Database database, Access access, Audit audit) {
    this.database = database;
    this.access = access;
    this.audit = audit;
  }

  /** Signs somebody out in another place. */
  void end(Caller.Person person, From from, long session) {
    database.inTransaction(
        transaction -> {
          if (!repository.end(transaction, session, person.id())) {
            throw new Rejection.NotFound("You have no such session");
          }
          repository.changed(transaction);
          audit.record(
              transaction,
              Actor.of(person, from),
              AuditAction.SESSION_ENDED,
              person.name(),
              person.company(),
              Map.of());
          return null;
        });
    access.forgetCallers();
  }

  /** Signs somebody out everywhere but here. */
  void endOthers(Caller.Person person, From from, Token here) {
    database.inTransaction(
        transaction -> {
          access.endOthers(transaction, person, from, here);
          return null;
        });
    access.forgetCallers();
  }

  /**
   * From now on the session works for another company that the person belongs to. One they do not
   * belong to and one that does not exist take the same way.
   */
  CompanyId switchCompany(Caller.Person person, From from, Token session, String code) {
    CompanyId now =
        database.inTransaction(
            transaction -> {
              CompanyId company =
                  repository
                      .switchCompany(transaction, session, code)
                      .filter(found -> !person.role().isStaff())
                      .orElseThrow(
                          () -> new Rejection.NotFound("You do not belong to such a company"));
              repository.changed(transaction);
              audit.record(
                  transaction,
                  Actor.of(person, from),
                  AuditAction.COMPANY_SWITCHED,
                  person.name(),
                  Optional.of(company),
                  Map.of());
              return company;
            });
    access.forgetCallers();
    return now;
  }
}
