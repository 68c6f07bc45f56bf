package org.vitrine.forecasting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.forecasting.ForecastCoverage.CoverageStage;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasting.MorningTelling.KnownMorning;
import org.vitrine.forecasting.ToldRangeRepository.LearnedNight;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.ForecastLevel;
import org.vitrine.orders.History;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Routing;
import org.vitrine.production.Routings;
import org.vitrine.production.ToldForecast;
import org.vitrine.production.ToldForecast.HeldRanges;

/**
 * Learns each night how long lines take, and tells those that are open anew each working morning,
 * and those that are begun soon after. Any node does it; who comes first is for the database to
 * say, and whoever stops in the middle is followed by another.
 */
public final class Forecasting {
  /**
   * The kind of the change that an order was told anew when it is likely ready; its key is the
   * order.
   */
  public static final String TOLD = "forecast";

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int TOLD_AT_ONCE = 1_000;
  private static final int BEGUN_AT_ONCE = 200;

  /** So few finished lines tell nothing that the plan does not. */
  private static final int FEWEST = 10;

  private static final long ALL = Long.MAX_VALUE;

  /** After these a page need not wait for the morning. */
  private static final Set<String> NEWS =
      Set.of(
          OrderChange.kind(OrderChange.StageBegun.class),
          OrderChange.kind(OrderChange.PromiseRevised.class));

  private final Database database;
  private final ForecastGround ground;
  private final ZoneId plantZone;
  private final Clock clock;
  private final HeardLines heard;
  private final LineHeardRepository lines = new LineHeardRepository();
  private final ToldRangeRepository ranges = new ToldRangeRepository();
  private final ToldBeforeRepository toldBefore = new ToldBeforeRepository();
  private final SimpleRangeRepository simple = new SimpleRangeRepository();

  /** Orders that are told soon; one that gets lost is told in the morning. */
  private final Set<OrderId> begun = ConcurrentHashMap.newKeySet();

  private volatile KnownMorning known;
  private volatile int daysOfPast;

  /** The rooms below. */
  public record ForecastGround(
      OrderSnapshots snapshots,
      Routings routings,
      Calendars calendars,
      History history,
      Changes changes) {}

  public Forecasting(Database database, ForecastGround ground, ZoneId plantZone, Clock clock) {
    this.database = database;
    this.ground = ground;
    this.plantZone = plantZone;
    this.clock = clock;
    this.heard = new HeardLines(database, ground.snapshots());
  }

  Chore chore() {
    return new Chore("forecasts of the day", PAUSE, this::tellDue);
  }

  public void heardOf(Collection<Change> changes) {
    changes.stream()
        .filter(change -> NEWS.contains(change.kind()))
        .forEach(change -> begun.add(new OrderId(Long.parseLong(change.key()))));
  }

  /**
   * The first time, the last days of a past are told anew that was brought in whole, so that it is
   * known from the beginning how well ranges hold here.
   */
  public void beginWithPast(int days) {
    daysOfPast = days;
  }

  /** Learns and tells what is due today, and what was begun; nothing where that was done. */
  public void tellDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), plantZone);
    Optional<LearnedNight> newest = ranges.newestNight(database);
    Optional<LearnedNight> ofToday = newest.filter(night -> !night.day().isBefore(today));
    if (ofToday.isEmpty()) {
      heard.readAll();
      if (newest.isEmpty() && daysOfPast > 0) {
        new PastTelling(database, ground.routings(), ground.calendars(), plantZone)
            .tell(today.minusDays(daysOfPast), FEWEST);
      }
      begin(today, newest.map(LearnedNight::level).orElse(ForecastLevel.NONE));
    }
    LearnedNight night = ranges.newestNight(database).orElseThrow();
    if (night.toldThrough() != ALL) {
      KnownMorning morning = known(night);
      while (tell(morning)) {
        // Some at a time, so that reports come through; whoever stops is followed by another node.
      }
    }
    tellBegun();
  }

  private void begin(LocalDate today, ForecastLevel before) {
    Instant night = today.atStartOfDay(plantZone).toInstant();
    LearnedPlant plant = learned(today);
    int finished = plant.table().from().finished();
    boolean isTold =
        finished >= FEWEST && WorkingDays.of(ground.calendars(), plantZone).isWorked(today);
    database.inTransaction(
        transaction -> {
          LearnedNight added =
              new LearnedNight(
                  today, finished, plant.table().from().open(), before, isTold ? 0 : ALL);
          if (ranges.add(transaction, added)) {
            ranges.level(transaction, today, ranges.judge(transaction, before, night));
          }
          return null;
        });
    new SimpleTelling(database, lines, plantZone).tell(plant);
    ranges
        .newestNight(database)
        .ifPresent(added -> known = new KnownMorning(plant, added, ranges.held(database)));
  }

  /** What another node learned is learned again: it is the same. */
  private KnownMorning known(LearnedNight night) {
    KnownMorning kept = known;
    if (kept == null || !kept.night().day().equals(night.day())) {
      kept = new KnownMorning(learned(night.day()), night, ranges.held(database));
      known = kept;
    }
    return kept;
  }

  private LearnedPlant learned(LocalDate day) {
    Instant night = day.atStartOfDay(plantZone).toInstant();
    return LearnedPlant.at(night, database, lines, ground.routings(), ground.calendars());
  }

  /** Returns whether there may be more. */
  private boolean tell(KnownMorning morning) {
    LocalDate day = morning.night().day();
    return database.inTransaction(
        transaction -> {
          Optional<LearnedNight> night =
              ranges.lock(transaction, day).filter(one -> one.toldThrough() != ALL);
          if (night.isEmpty()) {
            return false;
          }
          Map<OrderId, List<LineHeard>> open =
              lines.open(transaction, night.get().toldThrough(), TOLD_AT_ONCE);
          tell(transaction, morning, open);
          boolean more = open.size() == TOLD_AT_ONCE;
          long last = open.keySet().stream().mapToLong(OrderId::value).max().orElse(ALL);
          ranges.toldThrough(transaction, day, more ? last : ALL);
          return more;
        });
  }

  private void tell(Queries transaction, KnownMorning morning, Map<OrderId, List<LineHeard>> open) {
    new MorningTelling(transaction, ground, morning, plantZone, clock.instant()).tell(open);
  }

  /**
   * Nobody waits for the next morning to hear of an order that was begun today. While a morning is
   * being told, here or by another node, they wait for that: most are told by it.
   */
  private void tellBegun() {
    LearnedNight night = ranges.newestNight(database).orElseThrow();
    while (night.toldThrough() == ALL && !begun.isEmpty()) {
      List<OrderId> some = begun.stream().limit(BEGUN_AT_ONCE).toList();
      some.forEach(begun::remove);
      if (night.finished() >= FEWEST) {
        heard.readOf(some);
        tellBegun(known(night), some);
      }
    }
  }

  private void tellBegun(KnownMorning morning, List<OrderId> some) {
    database.inTransaction(
        transaction -> {
          ranges.hold(transaction, morning.night().day());
          tell(transaction, morning, lines.untold(transaction, some));
          return null;
        });
  }

  /**
   * What was told of an order when something was said of it: of each saying the newest that came
   * before; nothing where nothing had been told.
   *
   * @param versions of the order's history at which something was said
   */
  public Map<Long, JsonNode> toldAt(Queries queries, OrderId order, Set<Long> versions) {
    Map<Long, JsonNode> at = new HashMap<>();
    toldBefore
        .of(queries, order, versions)
        .forEach((version, told) -> at.put(version, Json.tree(ShownThen.of(told))));
    return at;
  }

  /**
   * @param lines by their numbers; of what was held there was none
   */
  record ShownThen(Instant at, int finished, int open, Map<Integer, FinishRange> lines) {
    static ShownThen of(ToldForecast told) {
      Map<Integer, FinishRange> lines = new TreeMap<>();
      told.lines()
          .forEach((number, line) -> line.range().ifPresent(range -> lines.put(number, range)));
      return new ShownThen(told.at(), told.finished(), told.open(), lines);
    }
  }

  /**
   * How often ranges held whose last day came in the last months.
   *
   * @param months so many
   */
  ForecastCoverage coverage(int months) {
    Instant since =
        LocalDate.ofInstant(clock.instant(), plantZone)
            .withDayOfMonth(1)
            .minusMonths(months - 1L)
            .atStartOfDay(plantZone)
            .toInstant();
    return ForecastCoverage.of(
        ranges.newestNight(database),
        ranges.coverage(database, since, plantZone, clock.instant()),
        stages(),
        ranges.newestJudged(database, ForecastCoverage.NEWEST),
        MethodComparison.of(simple.compared(database, since, clock.instant())));
  }

  private Map<String, CoverageStage> stages() {
    Map<String, CoverageStage> stages = new HashMap<>();
    for (Routing routing : ground.routings().all()) {
      routing
          .stages()
          .forEach(
              stage ->
                  stages.put(
                      routing.code() + "/" + stage.code(),
                      new CoverageStage(stage.name(), routing.name())));
    }
    return stages;
  }

  /** That fewer of the newest ranges held than say so, and by more than chance. */
  public Optional<HeldRanges> drift(Queries queries) {
    return ForecastCoverage.drift(ranges.newestJudged(queries, ForecastCoverage.NEWEST));
  }
}
