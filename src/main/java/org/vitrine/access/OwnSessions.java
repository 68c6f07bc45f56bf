package org.vitrine.access;

import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Sessions.From;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** What people may do to their own sessions: end them, or switch them to another company. */
public final class OwnSessions {
  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final SessionRepository repository = new SessionRepository();

  public OwnSessions(Database database, Sessions sessions, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Ends one of the person's sessions. */
  public void end(Caller.SignedIn person, From from, long session) {
    database.inTransaction(
        transaction -> {
          if (!repository.end(transaction, session, person.id())) {
            throw new Rejection.NotFound("There is no such session");
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
    sessions.forgetCallers();
  }

  /** Signs somebody out everywhere but here. */
  public void endOthers(Caller.SignedIn person, From from, Token here) {
    database.inTransaction(
        transaction -> {
          sessions.endOthers(transaction, person, from, here);
          return null;
        });
    sessions.forgetCallers();
  }

  /**
   * From now on the session works for another company that the person belongs to. One they do not
   * belong to and one that does not exist take the same way.
   */
  public CompanyId switchCompany(Caller.SignedIn person, From from, Token session, String code) {
    SessionRepository.Switched switched =
        database.inTransaction(
            transaction -> {
              SessionRepository.Switched now =
                  repository
                      .switchCompany(transaction, session, code)
                      .filter(found -> !person.role().isStaff())
                      .orElseThrow(
                          () ->
                              new Rejection.NotFound(
                                  "You do not belong to a company with this code"));
              if (now.isAnother()) {
                repository.changed(transaction);
                audit.record(
                    transaction,
                    Actor.of(person, from),
                    AuditAction.COMPANY_SWITCHED,
                    person.name(),
                    Optional.of(now.company()),
                    Map.of());
              }
              return now;
            });
    if (switched.isAnother()) {
      sessions.forgetCallers();
    }
    return switched.company();
  }
}
