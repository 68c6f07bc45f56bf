package org.vitrine.notices;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.notices.AgreedRhythm.AgreedBeat;
import org.vitrine.notices.OrderFollowing.FollowMode;
import org.vitrine.notices.OrderFollowing.WishedStage;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.people.MailTopics;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.QuestionChoices;
import org.vitrine.voices.QuestionChoices.ChosenQuestion;

/** The door to how people want to be told, and to what is usual. */
public final class Choices {
  private static final int ORDERS_AT_MOST = 1_000;
  private static final int STAGES_AT_MOST = 200;

  private final Database database;
  private final Companies companies;
  private final Tracking tracking;
  private final OrderSnapshots snapshots;
  private final QuestionChoices questions;
  private final Audit audit;
  private final ZoneId plantZone;
  private final Clock clock;
  private final ChoiceRepository repository = new ChoiceRepository();
  private final FollowingRepository following = new FollowingRepository();
  private final NoticeMailRepository mails = new NoticeMailRepository();
  private volatile AgreedRhythm agreed = AgreedRhythm.NOTHING;

  public Choices(
      Database database,
      Companies companies,
      Tracking tracking,
      OrderSnapshots snapshots,
      QuestionChoices questions,
      Audit audit,
      ZoneId plantZone,
      Clock clock) {
    this.database = database;
    this.companies = companies;
    this.tracking = tracking;
    this.snapshots = snapshots;
    this.questions = questions;
    this.audit = audit;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  /**
   * All that somebody has chosen, and the orders that they follow in a way of their own.
   *
   * @param questions what they are asked by mail; none for staff
   */
  public record ShownChoices(
      List<ShownTopic> topics,
      List<ChosenQuestion> questions,
      Optional<Integer> digestHour,
      int usualHour,
      List<OrderFollowing> orders) {

    /** Whether they have never chosen anything, or let go of all of it. */
    public boolean areUsual() {
      return digestHour.isEmpty()
          && orders.isEmpty()
          && topics.stream().allMatch(topic -> topic.mode().isEmpty())
          && questions.stream().allMatch(ChosenQuestion::asked);
    }
  }

  /** What was agreed with companies counts before what is usual. */
  public void agreedBy(AgreedRhythm rhythm) {
    agreed = rhythm;
  }

  /** How what was chosen is left by a link in a mail. */
  public MailTopics leaving() {
    return new NoticeLeaving(clock);
  }

  static NoticeReaders readers(Caller.SignedIn person) {
    return person.role().isStaff() ? NoticeReaders.STAFF : NoticeReaders.CUSTOMERS;
  }

  /** What somebody sees of orders goes by the company that they work for now. */
  private static Optional<CompanyId> companyOf(Caller.SignedIn person) {
    return person.role().isStaff() ? Optional.empty() : person.company();
  }

  public ShownChoices of(Caller.SignedIn person) {
    NoticeChoices chosen = repository.choices(database, person.id());
    Optional<Company> company = companyOf(person).flatMap(companies::find);
    Rhythm rhythm = rhythm();
    List<AgreedBeat> beats = company.isEmpty() ? List.of() : agreed.at(database, clock.instant());
    List<ShownTopic> topics =
        NoticeTopic.of(readers(person)).stream()
            .map(topic -> ShownTopic.of(topic, chosen.mode(topic), company, rhythm, beats))
            .toList();
    boolean isCustomer = readers(person) == NoticeReaders.CUSTOMERS;
    boolean seesNone = isCustomer && company.isEmpty();
    return new ShownChoices(
        topics,
        isCustomer ? questions.of(database, person.id()) : List.of(),
        chosen.digestHour(),
        NoticeChoices.USUAL_HOUR,
        seesNone
            ? List.of()
            : following.find(database, person.id(), companyOf(person), Optional.empty()));
  }

  /** Takes the place of all that was chosen before; what waits of what is off is not mailed. */
  public ShownChoices choose(Caller.SignedIn person, NoticeChoices wanted) {
    NoticeChoices checked = wanted.checkedFor(readers(person));
    database.inTransaction(
        transaction -> {
          repository.choose(transaction, person.id(), checked);
          questions.choose(transaction, person.id(), checked.questions());
          mails.dropUnasked(transaction, person.id(), checked.off(), clock.instant());
          return null;
        });
    return of(person);
  }

  /** How companies of this tier are told, by topic, where their people have not chosen. */
  public Map<NoticeTopic, NoticeMode> usual(Queries queries, Tier tier) {
    Rhythm set = Rhythm.USUAL.with(repository.rhythm(queries));
    return NoticeTopic.of(NoticeReaders.CUSTOMERS).stream()
        .collect(
            Collectors.toMap(
                Function.identity(), topic -> set.mode(NoticeReaders.CUSTOMERS, tier, topic)));
  }

  Rhythm rhythm() {
    return Rhythm.USUAL.with(repository.rhythm(database));
  }

  /** Sets these; the others stay as they are. */
  Rhythm set(List<Rhythm.Beat> beats, Actor by) {
    database.inTransaction(
        transaction -> {
          repository.lockRhythm(transaction);
          Rhythm before = Rhythm.USUAL.with(repository.rhythm(transaction));
          repository.setRhythm(transaction, beats);
          AuditedDifference difference = before.differenceTo(before.with(beats));
          if (!difference.isNothing()) {
            audit.record(
                transaction,
                by,
                AuditAction.NOTICE_RHYTHM_CHANGED,
                "rhythm",
                Optional.empty(),
                difference.detail());
          }
          return null;
        });
    return rhythm();
  }

  OrderFollowing following(Caller.SignedIn person, OrderId order, OrderNumber number) {
    return following.find(database, person.id(), companyOf(person), Optional.of(order)).stream()
        .findFirst()
        .orElseGet(() -> new OrderFollowing(number.value(), Optional.empty(), List.of()));
  }

  public void follow(Caller.SignedIn person, OrderId order, FollowMode mode) {
    database.inTransaction(
        transaction -> {
          repository.lock(transaction, person.id());
          if (!following.follow(transaction, person.id(), order, mode, ORDERS_AT_MOST)) {
            throw new Rejection.Conflict(
                "You follow or mute %,d orders already; let go of one first"
                    .formatted(ORDERS_AT_MOST));
          }
          if (mode == FollowMode.MUTE) {
            mails.dropUnasked(transaction, person.id(), order, clock.instant());
          }
          return null;
        });
  }

  /** It is followed as any other from now on. */
  void unfollow(Caller.SignedIn person, OrderId order) {
    following.unfollow(database, person.id(), order);
  }

  void unwish(Caller.SignedIn person, OrderId order, Optional<Integer> line, String stage) {
    following.unwish(database, person.id(), order, line, Optional.of(stage));
  }

  /**
   * Tells this person once when the stage is done. The wish is written first and the order looked
   * at then: so if it is not done yet, whoever finds it done later finds the wish.
   */
  public void wish(Caller.SignedIn person, OrderId order, Optional<Integer> line, String stage) {
    WishedStage wanted =
        new WishedStage(line.orElseGet(() -> onlyLine(person, order)), stage, Optional.empty());
    database.inTransaction(
        transaction -> {
          repository.lock(transaction, person.id());
          if (!following.wish(transaction, person.id(), order, wanted, STAGES_AT_MOST)) {
            throw new Rejection.Conflict(
                "You wait for %d stages already; let go of one first".formatted(STAGES_AT_MOST));
          }
          return null;
        });
    Optional<StageProgress> now = find(snapshot(person, order), wanted);
    if (now.isEmpty() || now.get().state() == StageState.MET) {
      int waiting = unwish(database, person, order, wanted);
      requireStage(now, wanted);
      if (waiting > 0) {
        throw new Rejection.Conflict("The stage “" + stage + "” is done already");
      }
    }
  }

  private int unwish(Queries queries, Caller.SignedIn person, OrderId order, WishedStage wanted) {
    return following.unwish(
        queries, person.id(), order, Optional.of(wanted.line()), Optional.of(wanted.stage()));
  }

  private static void requireStage(Optional<StageProgress> found, WishedStage wanted) {
    if (found.isEmpty()) {
      throw new Rejection.Invalid(
          "stage",
          "Line %d of this order has no stage “%s”".formatted(wanted.line(), wanted.stage()));
    }
  }

  private OrderSnapshot snapshot(Caller.SignedIn person, OrderId order) {
    return snapshots.read(companyOf(person), List.of(order)).stream()
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  private int onlyLine(Caller.SignedIn person, OrderId order) {
    IntStream lines =
        snapshot(person, order).order().lines().stream().mapToInt(line -> line.number());
    int[] numbers = lines.toArray();
    if (numbers.length != 1) {
      throw new Rejection.Invalid("line", "This order has several lines: say which");
    }
    return numbers[0];
  }

  private Optional<StageProgress> find(OrderSnapshot snapshot, WishedStage wanted) {
    return Optional.ofNullable(OrderSummary.of(snapshot, plantZone).lines().get(wanted.line()))
        .stream()
        .flatMap(line -> line.stages().stream())
        .filter(stage -> stage.stage().code().equals(wanted.stage()))
        .findFirst();
  }

  /** An order that somebody sees. */
  public OrderId require(Caller.SignedIn person, OrderNumber number) {
    return tracking.require(number, companyOf(person));
  }
}
