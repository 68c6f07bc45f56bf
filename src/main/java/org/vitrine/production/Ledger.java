package org.vitrine.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.orders.Bell;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Dossier.Heard;
import org.vitrine.production.Reports.Outcome;

/** Checks reports against the plans of their orders, and writes those that fit in one statement. */
final class Ledger {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  private static final int TRIES = 5;

  private final Database database;
  private final Shelf shelf;
  private final Bell bell;
  private final Clock clock;
  private final ReportRepository repository = new ReportRepository();
  private final Plans plans;

  Ledger(Database database, Shelf shelf, Bell bell, Clock clock) {
    this.database = database;
    this.shelf = shelf;
    this.bell = bell;
    this.clock = clock;
    this.plans = new Plans(database, repository);
  }

  /** A report that makes sense by itself, and its place in what was sent. */
  record Said(int index, Report report) {
    private String order() {
      return report.order();
    }
  }

  /** A report that was found to fit the plan of its order. */
  private record Fitting(int index, Report report, Plan plan) {
    /** Said twice under this, it counts once. */
    private String id() {
      return report.order() + '\n' + report.id();
    }
  }

  /** What became of each, by its place; waits for orders that somebody else is writing to. */
  Map<Integer, Outcome> take(List<Said> said) {
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    List<Said> left = said;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      if (attempt > TRIES) {
        throw new Rejection.Unavailable(
            "The order is being changed; try again in a second", Duration.ofSeconds(1));
      }
      outcomes.putAll(take(left, repository::take));
      left = said.stream().filter(one -> !outcomes.containsKey(one.index())).toList();
      plans.forget(orders(left)); // Nobody held them, so they have changed.
    }
    return outcomes;
  }

  /**
   * The same without waiting: those are missing whose order somebody else is writing to, or whose
   * plan has just changed.
   */
  Map<Integer, Outcome> takeAtOnce(List<Said> said) {
    return take(said, repository::takeUnlocked);
  }

  private Map<Integer, Outcome> take(List<Said> said, ReportRepository.Take statement) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    List<Fitting> fitting = fit(said, outcomes);
    recognise(said, outcomes);
    Map<String, Fitting> byId = new LinkedHashMap<>();
    List<Fitting> repeated = new ArrayList<>();
    for (Fitting one : fitting) {
      if (byId.putIfAbsent(one.id(), one) != null) {
        repeated.add(one);
      }
    }
    outcomes.putAll(write(List.copyOf(byId.values()), statement));
    repeated.removeIf(one -> !outcomes.containsKey(byId.get(one.id()).index()));
    outcomes.putAll(write(repeated, statement)); // Known by now, and judged as such.
    return outcomes;
  }

  /** Those that fit, in the order in which they were said; what does not fit is refused. */
  private List<Fitting> fit(List<Said> said, Map<Integer, Outcome> outcomes) {
    List<Fitting> fitting = new ArrayList<>();
    Map<Integer, Outcome> doubtful = new HashMap<>();
    fit(said, plans.inMemory(orders(said)), fitting, doubtful);
    if (!doubtful.isEmpty()) {
      List<Said> again = said.stream().filter(one -> doubtful.containsKey(one.index())).toList();
      fit(again, plans.read(orders(again)), fitting, outcomes);
      fitting.sort(Comparator.comparingInt(Fitting::index));
    }
    return fitting;
  }

  private void fit(
      List<Said> said,
      Map<String, Plan> plans,
      List<Fitting> fitting,
      Map<Integer, Outcome> refused) {
    Instant latest = clock.instant().plus(CLOCKS_DIFFER_BY);
    for (Said one : said) {
      try {
        fitting.add(fit(one, plans.get(one.order()), latest));
      } catch (Rejection.Invalid invalid) {
        refused.put(
            one.index(),
            new Outcome.Refused(
                one.index(),
                one.report().id(),
                one.order(),
                invalid.field(),
                invalid.getMessage()));
      }
    }
  }

  private static Fitting fit(Said said, Plan plan, Instant latest) {
    Report report = said.report();
    if (plan == null) {
      throw new Rejection.Invalid("order", "There is no order «" + report.order() + "»");
    }
    if (report.happenedAt().isAfter(latest)) {
      throw new Rejection.Invalid(
          "happenedAt", "It lies in the future: check the clock of the station");
    }
    return new Fitting(said.index(), plan.fitted(report), plan);
  }

  private static Set<String> orders(List<Said> said) {
    return said.stream().map(Said::order).collect(Collectors.toSet());
  }

  /**
   * What no longer fits but was taken while it did is known, not wrong: plans change, history does
   * not.
   */
  private void recognise(List<Said> said, Map<Integer, Outcome> outcomes) {
    List<Said> refused = said.stream().filter(one -> outcomes.containsKey(one.index())).toList();
    if (refused.isEmpty()) {
      return;
    }
    List<Report> reports = refused.stream().map(Said::report).toList();
    for (ReportRepository.Known known : repository.known(database, reports)) {
      Said one = refused.get(known.position());
      outcomes.put(
          one.index(),
          new Outcome.Known(one.index(), one.report().id(), one.order(), known.version()));
    }
  }

  private Map<Integer, Outcome> write(List<Fitting> fitting, ReportRepository.Take statement) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    if (fitting.isEmpty()) {
      return outcomes;
    }
    Instant now = Json.asRead(clock.instant());
    Map<OrderId, SortedMap<Long, Heard>> changed = new HashMap<>();
    for (ReportRepository.Taken taken : written(fitting, statement, now)) {
      Fitting one = fitting.get(taken.position());
      outcomes.put(one.index(), outcome(one, taken));
      if (taken.taken()) {
        changed
            .computeIfAbsent(one.plan().order(), order -> new TreeMap<>())
            .put(taken.version(), new Heard(one.report(), now));
      }
    }
    changed.forEach(shelf::hear);
    bell.ring(
        changed.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().lastKey())));
    return outcomes;
  }

  /** Somebody may write the same report at the same moment: the next try then finds it known. */
  private List<ReportRepository.Taken> written(
      List<Fitting> fitting, ReportRepository.Take statement, Instant now) {
    List<Plan> checkedAgainst = column(fitting, Fitting::plan);
    List<Report> reports = column(fitting, Fitting::report);
    for (int attempt = 1; ; attempt++) {
      try {
        return statement.take(database, checkedAgainst, reports, now);
      } catch (QueryFailed failed) {
        if (!failed.violatesUnique() || attempt == TRIES) {
          throw failed;
        }
      }
    }
  }

  private static <T> List<T> column(List<Fitting> fitting, Function<Fitting, T> of) {
    return fitting.stream().map(of).toList();
  }

  private static Outcome outcome(Fitting one, ReportRepository.Taken taken) {
    Report report = one.report();
    if (taken.taken()) {
      return new Outcome.Taken(one.index(), report.id(), report.order(), taken.version());
    }
    return taken.same()
        ? new Outcome.Known(one.index(), report.id(), report.order(), taken.version())
        : otherContent(one);
  }

  private static Outcome otherContent(Fitting one) {
    return new Outcome.Refused(
        one.index(),
        one.report().id(),
        one.report().order(),
        "id",
        "This id was used for another report of the order; to change that one, send a report that"
            + " corrects it");
  }
}
