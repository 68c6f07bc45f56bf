package org.vitrine.actions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionListRepository.ActionSearch;
import org.vitrine.actions.ActionReader.ActionList;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.tracking.TrackingRoutes;

/**
 * What people do with actions over HTTP, by who they are: staff with all of them, where they are
 * their own or theirs to keep; contacts with what their company raised.
 */
final class ActionOffice {
  private static final int MOST_OFFERED = 500;

  private final Database database;
  private final Actions actions;
  private final ActionReader reader;
  private final Companies companies;
  private final ActionTimes times;
  private final Clock clock;
  private final Colleagues colleagues = new Colleagues();
  private final ActionRepository repository = new ActionRepository();

  ActionOffice(
      Database database,
      Actions actions,
      ActionReader reader,
      Companies companies,
      ActionTimes times,
      Clock clock) {
    this.database = database;
    this.actions = actions;
    this.reader = reader;
    this.companies = companies;
    this.times = times;
    this.clock = clock;
  }

  /**
   * What is looked for; absent means any. Customers look by state alone.
   *
   * @param owner by e-mail address, or “me”
   */
  record ActionFilter(
      Optional<ActionState> state,
      Optional<String> owner,
      boolean overdue,
      Optional<String> sourceKind,
      Optional<Long> sourceNumber) {}

  /** Whom an action can be given to, and who may have raised it. */
  record ActionChoices(List<Colleague> staff, List<CompanyName> companies) {}

  /** A company as a form offers it. */
  record CompanyName(String code, String name) {}

  ActionChoices choices() {
    return new ActionChoices(
        colleagues.active(database, MOST_OFFERED),
        companies.all().stream()
            .map(company -> new CompanyName(company.code(), company.name()))
            .limit(MOST_OFFERED)
            .toList());
  }

  ActionList list(Caller.SignedIn caller, ActionFilter filter, Paging paging) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    if (company.isPresent()) {
      return reader.search(company.get(), filter.state(), paging);
    }
    Optional<LocalDate> overdue =
        Optional.of(times.today(clock.instant())).filter(today -> filter.overdue());
    Optional<Long> owner =
        filter.owner().map(who -> who.equals("me") ? caller.id() : person(database, who));
    return reader.search(
        new ActionSearch(
            filter.state(), owner, overdue, filter.sourceKind(), filter.sourceNumber()),
        paging);
  }

  private long person(Queries queries, String email) {
    return colleagues.require(queries, "owner", List.of(email)).getFirst().id();
  }

  ObjectNode one(Caller.SignedIn caller, ActionNumber number) {
    return TrackingRoutes.companyOf(caller)
        .map(company -> reader.one(number, company))
        .orElseGet(() -> reader.one(number))
        .orElseThrow(ActionDesk::nothing);
  }

  /** What is sent to make one; the companies by their codes, the owner by e-mail address. */
  record MakeAction(
      String text, String owner, LocalDate due, ActionSource source, List<String> companies) {
    MakeAction {
      if (owner == null || owner.isBlank()) {
        throw new Rejection.Invalid("owner", "Say who does it, by e-mail address");
      }
      companies = companies == null ? List.of() : companies;
    }
  }

  ActionNumber make(MakeAction wanted, Actor by) {
    List<Company> raisedBy = companies.requireAll(wanted.companies());
    return database.inTransaction(
        transaction ->
            actions.raise(
                transaction,
                new NewAction(
                    wanted.text(),
                    person(transaction, wanted.owner()),
                    wanted.due(),
                    Optional.ofNullable(wanted.source()),
                    raisedBy.stream().map(Company::id).collect(Collectors.toSet())),
                by));
  }

  /** What is sent to change one; what is absent stays. */
  record ChangeAction(String text, String owner, LocalDate due, String reason, Integer version) {}

  void change(Caller.SignedIn caller, ActionNumber number, ChangeAction wanted, Actor by) {
    asOwnerOrKeeper(
        caller,
        number,
        (transaction, action) ->
            actions.edit(
                transaction,
                number,
                new ActionEdit(
                    Optional.ofNullable(wanted.text()),
                    Optional.ofNullable(wanted.owner()).map(email -> person(transaction, email)),
                    Optional.ofNullable(wanted.due()),
                    Optional.ofNullable(wanted.reason()),
                    Optional.ofNullable(wanted.version())),
                by));
  }

  /** What became of one, as somebody says. */
  record ActionOutcome(Became outcome, String text) {
    ActionOutcome {
      if (outcome == null) {
        throw new Rejection.Invalid(
            "outcome", "Say what became of it: done, withdrawn, worked or reopened");
      }
    }
  }

  /** Contacts say whether it worked, for their company; the rest is for staff to say. */
  void outcome(Caller.SignedIn caller, ActionNumber number, ActionOutcome said, Actor by) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    if (company.isPresent()) {
      answer(company.get(), number, said, by);
      return;
    }
    asOwnerOrKeeper(
        caller,
        number,
        (transaction, action) ->
            switch (said.outcome()) {
              case DONE -> actions.done(transaction, number, said.text(), by);
              case WITHDRAWN -> actions.withdraw(transaction, number, said.text(), by);
              case WORKED -> actions.worked(transaction, number, ActionText.word(said.text()), by);
              case REOPENED ->
                  actions.reopen(
                      transaction,
                      number,
                      ActionText.word(said.text()).orElseThrow(Actions::whatDidNotWork),
                      by);
            });
  }

  private void answer(CompanyId company, ActionNumber number, ActionOutcome said, Actor by) {
    boolean worked = said.outcome() == Became.WORKED;
    if (reader.one(number, company).isEmpty()) {
      throw ActionDesk.nothing();
    }
    if (!worked && said.outcome() != Became.REOPENED) {
      throw new Rejection.Forbidden("You can say whether it worked, or that it did not");
    }
    Optional<String> word = ActionText.word(said.text());
    database.inTransaction(
        transaction -> actions.answer(transaction, number, company, worked, word, by));
  }

  private void asOwnerOrKeeper(
      Caller.SignedIn caller, ActionNumber number, BiFunction<Queries, Action, Action> work) {
    database.inTransaction(
        transaction -> {
          Action action = repository.lock(transaction, number).orElseThrow(ActionDesk::nothing);
          if (!caller.may(Permission.KEEP_ACTIONS) && action.owner().id() != caller.id()) {
            throw new Rejection.Forbidden("Only %s can do this".formatted(action.owner().name()));
          }
          return work.apply(transaction, action);
        });
  }
}
