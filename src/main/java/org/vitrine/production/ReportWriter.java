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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot.RecordedReport;
import org.vitrine.production.ReportRepository.WriteOutcome;
import org.vitrine.production.Reports.ReportOutcome;

/** Checks reports against the plans of their orders, and writes those that fit in one statement. */
final class ReportWriter {
  private static final int TRIES = 5;

  private final Database database;
  private final OrderCache cache;
  private final Changes changes;
  private final Clock clock;
  private final ReportRepository repository;
  private final Plans plans;
  private final StationReports stations;

  ReportWriter(Database database, OrderSnapshots snapshots, Changes changes, Clock clock) {
    this.database = database;
    this.cache = snapshots.cache();
    this.changes = changes;
    this.clock = clock;
    this.repository = new ReportRepository(snapshots.routings());
    this.plans = new Plans(database, repository);
    this.stations = new StationReports(database, clock);
  }

  void follow(StationRule rule) {
    stations.follow(rule);
  }

  /** A report that makes sense by itself, who sent it, and its place in what was sent. */
  record Submission(int index, Report report, Sender sender) {
    private String order() {
      return report.order();
    }

    OrderName name() {
      return OrderName.of(report);
    }
  }

  /** A report that was found to fit the plan of its order. */
  private record CheckedReport(
      int index, Report report, Sender sender, Plan plan, Optional<OrderName> called) {
    /** Said twice under this, it counts once. */
    private String id() {
      return report.order() + '\n' + report.id();
    }

    private ReportRepository.Checked checked() {
      return new ReportRepository.Checked(report, sender, plan, called);
    }
  }

  /** The outcome of each, by its position; waits for orders that another writer has locked. */
  Map<Integer, ReportOutcome> take(List<Submission> submissions) {
    Map<Integer, ReportOutcome> outcomes = new TreeMap<>();
    List<Submission> left = submissions;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      if (attempt > TRIES) {
        throw new Rejection.Unavailable(
            "The order is being changed; try again in a second", Duration.ofSeconds(1));
      }
      outcomes.putAll(take(left, repository::take));
      left = submissions.stream().filter(one -> !outcomes.containsKey(one.index())).toList();
      plans.forget(names(left)); // Nobody held them, so they have changed.
    }
    return outcomes;
  }

  /**
   * The same without waiting: those are missing whose order another writer has locked, or whose
   * plan has just changed.
   */
  Map<Integer, ReportOutcome> takeAtOnce(List<Submission> submissions) {
    return take(submissions, repository::takeUnlocked);
  }

  /** No plan that lies in memory can be relied on any longer. */
  void forgetAll() {
    plans.forgetAll();
  }

  private Map<Integer, ReportOutcome> take(
      List<Submission> submissions, ReportRepository.Take statement) {
    Map<Integer, ReportOutcome> outcomes = new HashMap<>();
    List<CheckedReport> fitting = fit(submissions, outcomes);
    recognise(submissions, outcomes);
    Map<String, CheckedReport> byId = new LinkedHashMap<>();
    List<CheckedReport> repeated = new ArrayList<>();
    for (CheckedReport one : fitting) {
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
  private List<CheckedReport> fit(
      List<Submission> submissions, Map<Integer, ReportOutcome> outcomes) {
    List<CheckedReport> fitting = new ArrayList<>();
    Map<Integer, ReportOutcome> doubtful = new HashMap<>();
    fit(submissions, submissions, plans.inMemory(names(submissions)), fitting, doubtful);
    if (!doubtful.isEmpty()) {
      List<Submission> again =
          submissions.stream().filter(one -> doubtful.containsKey(one.index())).toList();
      fit(again, submissions, plans.read(names(again)), fitting, outcomes);
      fitting.sort(Comparator.comparingInt(CheckedReport::index));
    }
    return fitting;
  }

  private void fit(
      List<Submission> submissions,
      List<Submission> together,
      Map<OrderName, Plan> plans,
      List<CheckedReport> fitting,
      Map<Integer, ReportOutcome> refused) {
    Instant now = clock.instant();
    for (Submission one : submissions) {
      try {
        CheckedReport fits = fit(one, plans.get(one.name()), now);
        stations.check(fits.report(), one.sender(), fits.plan(), together);
        fitting.add(fits);
      } catch (Rejection.Invalid invalid) {
        refused.put(
            one.index(),
            new ReportOutcome.Refused(
                one.index(),
                one.report().id(),
                one.order(),
                invalid.field(),
                invalid.getMessage()));
      }
    }
  }

  private static CheckedReport fit(Submission submissions, Plan plan, Instant now) {
    Report report = submissions.report();
    OrderName name = submissions.name();
    if (plan == null) {
      throw name.isWorkOrder()
          ? new Rejection.Invalid("workOrder", "There is no work order “" + name.text() + "”")
          : new Rejection.Invalid("order", "There is no order “" + name.text() + "”");
    }
    RealDates.requireHappened("happenedAt", report.happenedAt(), now);
    return new CheckedReport(
        submissions.index(),
        plan.fitted(report),
        submissions.sender(),
        plan,
        Optional.of(name).filter(called -> !called.isNumber(plan.number())));
  }

  private static Set<OrderName> names(List<Submission> submissions) {
    return submissions.stream().map(Submission::name).collect(Collectors.toSet());
  }

  /**
   * What no longer fits but was taken while it did is known, not wrong: plans change, history does
   * not.
   */
  private void recognise(List<Submission> submissions, Map<Integer, ReportOutcome> outcomes) {
    List<Submission> refused =
        submissions.stream().filter(one -> outcomes.containsKey(one.index())).toList();
    if (refused.isEmpty()) {
      return;
    }
    List<Report> reports = refused.stream().map(Submission::report).toList();
    for (ReportRepository.KnownReport known : repository.known(database, reports)) {
      Submission one = refused.get(known.position());
      outcomes.put(
          one.index(),
          new ReportOutcome.Known(
              one.index(),
              one.report().id(),
              one.order() == null ? known.order() : one.order(),
              known.version()));
    }
  }

  private Map<Integer, ReportOutcome> write(
      List<CheckedReport> fitting, ReportRepository.Take statement) {
    Map<Integer, ReportOutcome> outcomes = new HashMap<>();
    if (fitting.isEmpty()) {
      return outcomes;
    }
    Instant now = Json.asRead(clock.instant());
    Map<OrderId, SortedMap<Long, RecordedReport>> changed = new HashMap<>();
    List<Change> committed = new ArrayList<>();
    for (ReportRepository.WrittenReport taken : written(fitting, statement, now)) {
      CheckedReport one = fitting.get(taken.position());
      outcomes.put(one.index(), outcome(one, taken));
      if (taken.fate() == WriteOutcome.TAKEN) {
        changed
            .computeIfAbsent(one.plan().order(), order -> new TreeMap<>())
            .put(taken.version(), new RecordedReport(one.report(), now));
        committed.add(one.plan().at(taken.version()));
      }
    }
    changed.forEach(cache::append);
    changes.committed(committed);
    return outcomes;
  }

  /**
   * Another node may write the same report at the same moment: the next try then finds it known.
   */
  private List<ReportRepository.WrittenReport> written(
      List<CheckedReport> fitting, ReportRepository.Take statement, Instant now) {
    List<ReportRepository.Checked> checked = fitting.stream().map(CheckedReport::checked).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        return statement.take(database, checked, now);
      } catch (QueryFailed failed) {
        if (!failed.violatesUnique() || attempt == TRIES) {
          throw failed;
        }
      }
    }
  }

  private static ReportOutcome outcome(CheckedReport one, ReportRepository.WrittenReport taken) {
    Report report = one.report();
    return switch (taken.fate()) {
      case TAKEN ->
          new ReportOutcome.Taken(one.index(), report.id(), report.order(), taken.version());
      case KNOWN ->
          new ReportOutcome.Known(one.index(), report.id(), report.order(), taken.version());
      case OTHER ->
          refused(
              one,
              "id",
              "This id belongs to another report on the order; to correct that one, send a new"
                  + " report with its id in corrects");
      case HELD -> refused(one, heldField(one, taken), heldSentence(one, taken));
      case FULL -> refused(one, "order", "The order has reached its limit of events");
    };
  }

  private static String heldField(CheckedReport one, ReportRepository.WrittenReport refused) {
    return held(one, refused).code().equals(one.report().reading().unit()) ? "unit" : "made";
  }

  private static String heldSentence(CheckedReport one, ReportRepository.WrittenReport refused) {
    return "“%s” is held: nothing can be reported of it until it is released"
        .formatted(Excerpt.of(held(one, refused).code()));
  }

  private static HeldCode held(CheckedReport one, ReportRepository.WrittenReport refused) {
    return HeldCode.namedBy(one.report()).stream()
        .filter(named -> refused.held().filter(named.key()::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static ReportOutcome refused(CheckedReport one, String field, String reason) {
    return new ReportOutcome.Refused(
        one.index(), one.report().id(), one.report().order(), field, reason);
  }
}
