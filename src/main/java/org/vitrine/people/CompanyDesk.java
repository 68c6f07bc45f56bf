package org.vitrine.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Companies.SavedCompany;
import org.vitrine.companies.CompanyAct;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.KeptCompany;
import org.vitrine.companies.LastChange;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Companies as somebody keeps them: what they are, how they read, and who looks after them. */
final class CompanyDesk {
  private final Database database;
  private final Companies companies;
  private final CompanyManagers managers;
  private final Sessions sessions;
  private final Audit audit;

  CompanyDesk(
      Database database,
      Companies companies,
      CompanyManagers managers,
      Sessions sessions,
      Audit audit) {
    this.database = database;
    this.companies = companies;
    this.managers = managers;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Who keeps a company, and the version that their edit began with, where they say it. */
  record CompanyKeeper(Caller caller, Actor actor, Optional<Long> startedFrom) {}

  /**
   * Creates the company or changes it; the same again changes nothing.
   *
   * @param looking who is to look after it, by their keys; absent where that stays as it is
   */
  SavedCompany save(
      CompanyKeeper keeper, String code, SaveCompany wanted, Optional<List<Long>> looking) {
    SavedCompany saved =
        database.inTransaction(transaction -> save(transaction, keeper, code, wanted, looking));
    if (saved.changed().containsKey(CompanyManagers.CHANGED)) {
      sessions.forgetCallers();
    }
    return saved;
  }

  private SavedCompany save(
      Queries transaction,
      CompanyKeeper keeper,
      String code,
      SaveCompany wanted,
      Optional<List<Long>> looking) {
    List<CompanyManager> after = managers.require(transaction, looking.orElse(List.of()));
    Optional<KeptCompany> before = companies.lock(transaction, code);
    List<CompanyManager> looked =
        before.map(kept -> managers.of(transaction, kept.company().id())).orElse(List.of());
    Map<String, Object> moved =
        looking.isPresent() ? CompanyManagers.changed(looked, after) : Map.of();
    if (moved.isEmpty()
        && before.filter(kept -> saysNothingNew(transaction, code, kept, wanted)).isPresent()) {
      return SavedCompany.unchanged(before.get());
    }
    requireUnchanged(transaction, keeper.startedFrom(), code, before, looked);
    if (!moved.isEmpty()) {
      CompanyManagers.requireMaySay(keeper.caller(), looked);
    }
    SavedCompany saved =
        companies.save(
            transaction, code, before, wanted, new CompanyAct(keeper.caller().actor(), moved));
    CompanyId company = saved.company().id();
    if (!moved.isEmpty()) {
      managers.change(transaction, company, looked, after, keeper.actor());
    }
    audit.record(
        transaction,
        keeper.actor(),
        saved.outcome() == SaveOutcome.CREATED
            ? AuditAction.COMPANY_CREATED
            : AuditAction.COMPANY_CHANGED,
        saved.company().code(),
        Optional.of(company),
        saved.changed());
    return saved;
  }

  private boolean saysNothingNew(
      Queries transaction, String code, KeptCompany kept, SaveCompany wanted) {
    return companies.heardBefore(transaction, code, kept, wanted) || kept.is(wanted);
  }

  private void requireUnchanged(
      Queries transaction,
      Optional<Long> startedFrom,
      String code,
      Optional<KeptCompany> before,
      List<CompanyManager> looked) {
    if (startedFrom.isEmpty()) {
      return;
    }
    KeptCompany now = before.orElseThrow(() -> notFound(code));
    if (startedFrom.get() != now.version()) {
      Optional<LastChange> last = companies.lastChange(transaction, now.company().id());
      throw new Rejection.ChangedMeanwhile(
          ShownCompany.of(now, looked),
          last.map(LastChange::by).orElse(null),
          last.map(LastChange::at).orElse(null));
    }
  }

  static Rejection notFound(String code) {
    return new Rejection.NotFound("There is no company “" + code + "”");
  }
}
