package org.vitrine.surveys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SurveyThanks.KeptDeed;
import org.vitrine.surveys.SurveyThanks.ThanksMark;
import org.vitrine.surveys.ThanksDraft.ThanksDeed;

/**
 * Brings the results back to everybody who answered, with what is done because of them: written
 * first, told once.
 */
final class ThanksDesk {
  /** What actions of surveys name as their source. */
  static final String SOURCE = "survey";

  private static final int LONGEST_ACTION = 500;
  private static final int LONGEST_LABEL = 200;
  private static final int MOST_COMPANIES = 500;

  private final Database database;
  private final Changes changes;
  private final ResultReader reader;
  private final Surveys door;
  private final Actions actions;
  private final Optional<ThanksMails> mails;
  private final Clock clock;
  private final SurveyRepository surveys = new SurveyRepository();
  private final ThanksRepository repository = new ThanksRepository();
  private final Colleagues colleagues = new Colleagues();

  ThanksDesk(
      Database database,
      Changes changes,
      ResultReader reader,
      Surveys door,
      ResultGround ground,
      Clock clock) {
    this(
        database,
        changes,
        reader,
        door,
        ground.actions(),
        Optional.of(new ThanksMails(door, ground.mailer(), ground.unsubscribing())),
        clock);
  }

  private ThanksDesk(
      Database database,
      Changes changes,
      ResultReader reader,
      Surveys door,
      Actions actions,
      Optional<ThanksMails> mails,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.reader = reader;
    this.door = door;
    this.actions = actions;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * For results that were brought back long ago: they are read on the page, and nobody is written
   * to.
   */
  ThanksDesk quiet() {
    return new ThanksDesk(database, changes, reader, door, actions, Optional.empty(), clock);
  }

  /** As it stands; nothing where nobody has begun. */
  Optional<SurveyThanks> find(SurveyCode code) {
    reader.require(database, code);
    return repository.find(database, code);
  }

  /**
   * @param startedFrom the version that whoever edits has read
   */
  SurveyThanks save(SurveyCode code, ThanksDraft thanks, Optional<Long> startedFrom, String by) {
    return database.inTransaction(
        transaction -> {
          Survey survey = lock(transaction, code);
          Optional<SurveyThanks> before = repository.find(transaction, code);
          before.ifPresent(
              kept -> {
                requireNotTold(kept);
                if (startedFrom.isPresent() && startedFrom.get() != kept.version()) {
                  throw new Rejection.ChangedMeanwhile(kept, kept.saved().by(), kept.saved().at());
                }
              });
          owners(transaction, thanks.deeds());
          repository.save(transaction, code, thanks, Json.asRead(clock.instant()), by);
          changes.record(transaction, List.of(SurveyChange.of(code, survey.version())));
          return repository.find(transaction, code).orElseThrow();
        });
  }

  private static void requireNotTold(SurveyThanks kept) {
    if (kept.told().isPresent()) {
      throw new Rejection.Conflict("Everybody was told already");
    }
  }

  /** The key of each owner, in the order of the deeds. */
  private List<Optional<Long>> owners(Queries queries, List<ThanksDeed> deeds) {
    List<Optional<Long>> owners = new ArrayList<>();
    for (int at = 0; at < deeds.size(); at++) {
      String field = "deeds[%d].owner".formatted(at);
      owners.add(
          Optional.ofNullable(deeds.get(at).owner())
              .map(email -> colleagues.require(queries, field, List.of(email)).getFirst())
              .map(Colleague::id));
    }
    return owners;
  }

  /**
   * Tells everybody who answered, once: results as they are now, the thank-you, and what is done,
   * of which each that has an owner becomes an action. Throws {@link Rejection.Conflict} while it
   * can still be answered, and where they were told.
   *
   * @return how many mails were written
   */
  int tell(SurveyCode code, Actor by) {
    return database.inTransaction(
        transaction -> {
          Survey survey = lock(transaction, code);
          SurveyThanks thanks =
              repository
                  .find(transaction, code)
                  .orElseThrow(
                      () -> new Rejection.Conflict("Write a word of thanks before you tell them"));
          requireNotTold(thanks);
          if (survey.state() != SurveyState.CLOSED) {
            throw new Rejection.Conflict(
                "It can still be answered: close it, so that the results stay as you tell them");
          }
          repository.tell(
              transaction,
              code,
              raised(transaction, survey, thanks, by),
              Json.text(reader.forAll(transaction, survey)),
              new ThanksMark(by.name(), Json.asRead(clock.instant())));
          changes.record(transaction, List.of(SurveyChange.of(code, survey.version())));
          return mails.map(some -> some.tell(transaction, survey)).orElse(0);
        });
  }

  private Survey lock(Queries transaction, SurveyCode code) {
    return surveys.lock(transaction, code).orElseThrow(SurveyDesk::notHere);
  }

  private List<KeptDeed> raised(Queries transaction, Survey survey, SurveyThanks thanks, Actor by) {
    List<ThanksDeed> deeds = thanks.deeds().stream().map(KeptDeed::deed).toList();
    List<Optional<Long>> owners = owners(transaction, deeds);
    ActionSource source =
        new ActionSource(SOURCE, thanks.number(), atMost(survey.plan().title(), LONGEST_LABEL));
    Set<CompanyId> companies = companies(transaction, survey);
    List<KeptDeed> raised = new ArrayList<>();
    for (int at = 0; at < deeds.size(); at++) {
      ThanksDeed deed = deeds.get(at);
      raised.add(
          new KeptDeed(
              deed,
              owners
                  .get(at)
                  .map(
                      owner ->
                          new NewAction(
                              atMost(deed.text(), LONGEST_ACTION),
                              owner,
                              deed.due(),
                              Optional.of(source),
                              companies))
                  .map(action -> actions.raise(transaction, action, by).value())));
    }
    return raised;
  }

  /** Who said what is told of actions only where everybody knew that their names are. */
  private Set<CompanyId> companies(Queries queries, Survey survey) {
    return survey.plan().privacy() != SurveyPrivacy.NAMED
        ? Set.of()
        : door.sheets().of(queries, survey).stream()
            .flatMap(sheet -> sheet.company().stream())
            .distinct()
            .limit(MOST_COMPANIES)
            .collect(Collectors.toSet());
  }

  /** In all its languages, as far as there is room. */
  private static String atMost(LocalizedText text, int most) {
    return Excerpt.within(text.toString(), most);
  }
}
