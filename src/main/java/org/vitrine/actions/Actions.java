package org.vitrine.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what the house does until a day, asked after until it worked. What raises actions
 * (meetings, visits and the like) does so in its own transaction, finds them again under its kind
 * and number, and hears of them by changes of the kind {@link ActionChange#KIND}.
 */
public final class Actions {
  private static final int MOST_OPEN = 1_000;
  private static final Duration QUESTIONS_KEPT = Duration.ofDays(30);

  private final Database database;
  private final Companies companies;
  private final Clock clock;
  private final ActionTimes times;
  private final ActionDesk desk;
  private final ActionMails mails;
  private final ActionSettings settings;
  private final ActionMailChoices choices = new ActionMailChoices();
  private final ActionRepository repository = new ActionRepository();
  private final ActionCompanyRepository shown = new ActionCompanyRepository();
  private final ActionSettingsRepository settingsRepository = new ActionSettingsRepository();
  private final Colleagues colleagues = new Colleagues();

  /**
   * @param zone where the plant is: there days begin
   */
  public Actions(
      Database database, Changes changes, ActionGround ground, ZoneId zone, Clock clock) {
    this.database = database;
    this.companies = ground.companies();
    this.clock = clock;
    this.times = new ActionTimes(zone);
    this.desk = new ActionDesk(changes, times, clock);
    this.mails = new ActionMails(ground.mailer(), ground.unsubscribing(), choices);
    this.settings = new ActionSettings(database, times, ground.audit(), clock);
  }

  /** The rooms below. */
  public record ActionGround(
      Companies companies, Mailer mailer, Unsubscribing unsubscribing, Audit audit) {}

  /**
   * Makes one; its owner is told. Throws {@link Rejection.Invalid} on {@code owner} and {@code due}
   * where nobody can do it, or not by then.
   */
  public ActionNumber raise(Queries transaction, NewAction wanted, Actor by) {
    Action made = desk.make(transaction, wanted, owner(transaction, wanted.owner()), by);
    mails.yours(transaction, made, by.id());
    return made.number();
  }

  private Colleague owner(Queries queries, long person) {
    return Optional.ofNullable(colleagues.byId(queries, List.of(person)).get(person))
        .filter(found -> !found.disabled())
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "owner", "“%d” is nobody who works here now".formatted(person)));
  }

  /** Its owner did it; throws {@link Rejection.Conflict} where it is not open. */
  public Action done(Queries transaction, ActionNumber number, String word, Actor by) {
    String said = ActionText.word(word, "Say in a few words what was done");
    settingsRepository.hold(transaction);
    int weeks = settings.askAfter(transaction);
    return desk.act(transaction, number, by, acts -> acts.done(said, weeks));
  }

  /**
   * It is not to be done any more: who raised the matter and the owner are told why. Throws {@link
   * Rejection.Conflict} where it is not open.
   */
  public Action withdraw(Queries transaction, ActionNumber number, String reason, Actor by) {
    String said = ActionText.word(reason, "Give the reason, which customers read");
    Action action = desk.act(transaction, number, by, acts -> acts.withdraw(said));
    mails.withdrawn(transaction, action, by.id());
    return action;
  }

  /**
   * Another text, owner or due date. Throws {@link Rejection.Conflict} where it is not open, or was
   * changed since the version that is named.
   */
  public Action edit(Queries transaction, ActionNumber number, ActionEdit edit, Actor by) {
    Optional<ActionOwner> owner =
        edit.owner()
            .map(person -> owner(transaction, person))
            .map(found -> new ActionOwner(found.id(), found.name()));
    Action before = desk.lock(transaction, number);
    Action after = desk.act(transaction, number, by, acts -> acts.edit(edit, owner));
    if (after.owner().id() != before.owner().id()) {
      mails.yours(transaction, after, by.id());
    }
    return after;
  }

  /** Somebody of the house saw that it worked; more often than once says nothing new. */
  public Action worked(Queries transaction, ActionNumber number, Optional<String> word, Actor by) {
    return worked(transaction, number, word, Optional.empty(), by);
  }

  /** Somebody of the house saw that it did not: it is open again. */
  public Action reopen(Queries transaction, ActionNumber number, String word, Actor by) {
    return reopen(transaction, number, word, Optional.empty(), by);
  }

  /**
   * A company that raised the matter says whether it worked. “No” opens it again for all; throws
   * {@link Rejection.Conflict} where it is open by now, or withdrawn.
   *
   * @param word what did not work; what else there is to say
   */
  public Action answer(
      Queries transaction,
      ActionNumber number,
      CompanyId company,
      boolean worked,
      Optional<String> word,
      Actor by) {
    Action action = desk.lock(transaction, number);
    if (!action.raisedBy().contains(company)) {
      throw ActionDesk.nothing();
    }
    Optional<String> name = Optional.of(companies.require(transaction, company).name());
    if (!worked) {
      return reopen(transaction, number, word.orElseThrow(Actions::whatDidNotWork), name, by);
    }
    Action after =
        shown.hasSaidItWorked(transaction, number, company) && action.state().isJudged()
            ? action
            : worked(transaction, number, word, name, by);
    shown.worked(transaction, number, company, desk.now(), word);
    return after;
  }

  static Rejection whatDidNotWork() {
    return new Rejection.Invalid("text", "Say what did not work");
  }

  private Action worked(
      Queries transaction,
      ActionNumber number,
      Optional<String> word,
      Optional<String> company,
      Actor by) {
    Action action = desk.act(transaction, number, by, acts -> acts.worked(word, company));
    mails.worked(transaction, action, company.orElse(by.name()), by.id());
    return action;
  }

  private Action reopen(
      Queries transaction, ActionNumber number, String word, Optional<String> company, Actor by) {
    Action action = desk.act(transaction, number, by, acts -> acts.reopen(word, company));
    mails.reopened(transaction, action, company.orElse(by.name()), word, by.id());
    return action;
  }

  /** What this raised, in the order in which it did. */
  public List<Action> of(Queries queries, String sourceKind, long sourceNumber) {
    return repository.ofSource(queries, sourceKind, sourceNumber);
  }

  /** The open ones among them. */
  public List<Action> openOf(Queries queries, String sourceKind, long sourceNumber) {
    return of(queries, sourceKind, sourceNumber).stream()
        .filter(action -> action.state().isOpen())
        .toList();
  }

  /** All that are open, whatever raised them, by their due dates; a thousand at most. */
  public List<Action> open(Queries queries) {
    return repository.open(queries, Optional.empty(), MOST_OPEN);
  }

  /** The same of all that one kind of thing raised, such as all meetings. */
  public List<Action> open(Queries queries, String sourceKind) {
    return repository.open(queries, Optional.of(sourceKind), MOST_OPEN);
  }

  /** Those of these that there are, in no order. */
  public List<Action> find(Queries queries, Collection<ActionNumber> numbers) {
    return numbers.isEmpty() ? List.of() : repository.find(queries, numbers);
  }

  /** Those of these that this company raised, as it reads them: also behind its wall. */
  public List<RaisedAction> shownTo(
      Queries queries, CompanyId company, Collection<ActionNumber> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : shown.find(queries, company, numbers).stream().map(RaisedAction::of).toList();
  }

  /** What a company raised, as it reads it: the newest first. */
  public List<RaisedAction> raisedBy(Queries queries, CompanyId company, int most) {
    return shown.list(queries, company, Optional.empty(), Optional.empty(), most).stream()
        .map(RaisedAction::of)
        .toList();
  }

  /** Whether an action is overdue now. */
  public boolean isOverdue(Action action) {
    return action.state().isOpen() && !times.end(action.due()).isAfter(clock.instant());
  }

  /** What is still to be done. */
  public DueActions due() {
    return new DueActions(times);
  }

  /** What the clock does about actions. */
  public ActionClockWork clockWork() {
    return new ActionClockWork(database, desk, times, mails, clock);
  }

  public ActionSettings settings() {
    return settings;
  }

  public ActionMailChoices mailChoices() {
    return choices;
  }

  /** Whoever answers by a link in a mail. */
  ActionAnswers answers() {
    return new ActionAnswers(database, this, desk, clock);
  }

  /** Whoever works with them on pages. */
  ActionOffice office() {
    return new ActionOffice(database, this, reader(), companies, times, clock);
  }

  ActionReader reader() {
    return new ActionReader(database, companies, times);
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "questions about actions",
        () ->
            new ActionQuestionRepository().sweep(database, clock.instant().minus(QUESTIONS_KEPT)));
  }
}
