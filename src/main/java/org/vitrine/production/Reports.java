package org.vitrine.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.orders.Bell;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.QueryFailed;

/** The door for what the plant says. */
public final class Reports {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  private static final int TRIES = 5;

  private final Database database;
  private final Bell bell;
  private final Clock clock;
  private final ReportRepository repository = new ReportRepository();

  public Reports(Database database, Bell bell, Clock clock) {
    this.database = database;
    this.bell = bell;
    this.clock = clock;
  }

  /** What became of one report of a batch. */
  public sealed interface Outcome {
    /** Its place in what was sent, counted from 0. */
    int index();

    /** Written; the order is at this version now. */
    record Taken(int index, String id, String order, long version) implements Outcome {}

    /** Said before, in the same words: nothing changed. */
    record Known(int index, String id, String order, long version) implements Outcome {}

    /** Not written, and nothing of it kept. */
    record Refused(int index, String id, String order, String field, String reason)
        implements Outcome {}
  }

  /**
   * Takes each report or refuses it, the others regardless. An element is a report, or the
   * rejection that reading it ended in; outcomes come in the order of what was sent.
   *
   * @param sender who is named where a report does not say by whom
   */
  public List<Outcome> take(List<Supplier<Report>> sent, String sender) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Repeated> repeated = new ArrayList<>();
    List<Addressed> addressed = address(sent, sender, outcomes, repeated);
    if (!addressed.isEmpty()) {
      Map<Integer, Outcome> written =
          write(addressed).stream().collect(Collectors.toMap(Outcome::index, one -> one));
      outcomes.addAll(written.values());
      repeated.forEach(repeat -> outcomes.add(repeat.outcome(written.get(repeat.first().index()))));
      bell.ring(addressed.stream().map(Addressed::order).collect(Collectors.toSet()));
    }
    List<Outcome> judged = new ArrayList<>(recognised(outcomes, sent));
    judged.sort(Comparator.comparingInt(Outcome::index));
    return judged;
  }

  /**
   * What no longer fits but was taken while it did is known, not wrong: plans change, history does
   * not.
   */
  private List<Outcome> recognised(List<Outcome> outcomes, List<Supplier<Report>> sent) {
    List<Outcome.Refused> named =
        outcomes.stream()
            .filter(Outcome.Refused.class::isInstance)
            .map(Outcome.Refused.class::cast)
            .filter(refused -> refused.id() != null && !"id".equals(refused.field()))
            .toList();
    if (named.isEmpty()) {
      return outcomes;
    }
    List<ReportRepository.Known> known =
        repository.known(
            database,
            named.stream().map(Outcome.Refused::order).toList(),
            named.stream().map(Outcome.Refused::id).toList());
    return outcomes.stream()
        .map(
            outcome ->
                outcome instanceof Outcome.Refused refused
                    ? recognised(refused, sent, known)
                    : outcome)
        .toList();
  }

  private static Outcome recognised(
      Outcome.Refused refused, List<Supplier<Report>> sent, List<ReportRepository.Known> known) {
    return known.stream()
        .filter(one -> one.id().equals(refused.id()) && one.order().equals(refused.order()))
        .filter(one -> isSame(sent.get(refused.index()).get(), one))
        .findFirst()
        .<Outcome>map(
            one -> new Outcome.Known(refused.index(), one.id(), one.order(), one.version()))
        .orElse(refused);
  }

  private static boolean isSame(Report report, ReportRepository.Known known) {
    return report.happenedAt().equals(known.happenedAt())
        && report.source().code().equals(known.source());
  }

  /** A report that was found to fit the order it names. */
  private record Addressed(int index, OrderId order, Report report) {}

  /** A report whose id stood in the same batch before. */
  private record Repeated(Addressed again, Addressed first) {

    /** In the same words it fares as the first one did. */
    private Outcome outcome(Outcome ofFirst) {
      Report report = again.report();
      if (!report.equals(first.report())) {
        return otherContent(again);
      }
      return switch (ofFirst) {
        case Outcome.Taken taken ->
            new Outcome.Known(again.index(), report.id(), report.order(), taken.version());
        case Outcome.Known known ->
            new Outcome.Known(again.index(), report.id(), report.order(), known.version());
        case Outcome.Refused refused -> otherContent(again);
      };
    }
  }

  private List<Addressed> address(
      List<Supplier<Report>> sent, String sender, List<Outcome> outcomes, List<Repeated> repeated) {
    Map<Integer, Report> read = new HashMap<>();
    for (int index = 0; index < sent.size(); index++) {
      try {
        read.put(index, sent.get(index).get().checked().saidBy(sender));
      } catch (Rejection.Invalid invalid) {
        outcomes.add(new Outcome.Refused(index, null, null, invalid.field(), invalid.getMessage()));
      }
    }
    Set<String> numbers = new LinkedHashSet<>();
    read.values().forEach(report -> numbers.add(report.order()));
    Map<String, Plan> plans = numbers.isEmpty() ? Map.of() : repository.plans(database, numbers);
    List<Addressed> addressed = new ArrayList<>();
    Map<String, Addressed> firstById = new HashMap<>();
    for (int index = 0; index < sent.size(); index++) {
      Report report = read.get(index);
      if (report == null) {
        continue;
      }
      try {
        Addressed fitting = address(index, report, plans.get(report.order()));
        Addressed first = firstById.putIfAbsent(report.order() + '\n' + report.id(), fitting);
        if (first == null) {
          addressed.add(fitting);
        } else {
          repeated.add(new Repeated(fitting, first));
        }
      } catch (Rejection.Invalid invalid) {
        outcomes.add(
            new Outcome.Refused(
                index, report.id(), report.order(), invalid.field(), invalid.getMessage()));
      }
    }
    return addressed;
  }

  private Addressed address(int index, Report report, Plan plan) {
    if (plan == null) {
      throw new Rejection.Invalid("order", "There is no order «" + report.order() + "»");
    }
    if (report.happenedAt().isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
      throw new Rejection.Invalid(
          "happenedAt", "It lies in the future: check the clock of the station");
    }
    Line line = line(report, plan);
    Routing routing = plan.routingOf(line);
    if (report.stage() != null && routing.stage(report.stage()).isEmpty()) {
      throw new Rejection.Invalid(
          "stage", "The routing «" + routing.code() + "» has no stage «" + report.stage() + "»");
    }
    checkReading(report, line);
    return new Addressed(index, plan.order(), report.onLine(line.number()));
  }

  private static Line line(Report report, Plan plan) {
    if (report.line() == null) {
      if (plan.lines().size() != 1) {
        throw new Rejection.Invalid("line", "The order has several lines: say which");
      }
      return plan.lines().getFirst();
    }
    return plan.line(report.line())
        .orElseThrow(() -> new Rejection.Invalid("line", "The order has no line " + report.line()));
  }

  private static void checkReading(Report report, Line line) {
    if (report.requirement() == null) {
      return;
    }
    Optional<Requirement> demanded =
        line.requirements().stream()
            .filter(requirement -> requirement.code().equals(report.requirement()))
            .findFirst();
    Requirement requirement =
        demanded.orElseThrow(
            () ->
                new Rejection.Invalid(
                    "requirement", "The line demands no «" + report.requirement() + "»"));
    if (requirement.isMeasured() && report.value() == null) {
      throw new Rejection.Invalid("value", "This requirement is measured: give the value");
    }
    if (!requirement.isMeasured() && report.passed() == null) {
      throw new Rejection.Invalid("passed", "This requirement is a yes or a no: say passed or not");
    }
  }

  private static Outcome otherContent(Addressed addressed) {
    return new Outcome.Refused(
        addressed.index(),
        addressed.report().id(),
        addressed.report().order(),
        "id",
        "This id was used for another report of the order; to change that one, send a report that"
            + " corrects it");
  }

  private List<Outcome> write(List<Addressed> addressed) {
    List<OrderId> orders = addressed.stream().map(Addressed::order).toList();
    List<Report> reports = addressed.stream().map(Addressed::report).toList();
    return take(orders, reports).stream()
        .map(
            taken -> {
              Addressed of = addressed.get(taken.position());
              Report report = of.report();
              if (taken.taken()) {
                return new Outcome.Taken(of.index(), report.id(), report.order(), taken.version());
              }
              return taken.same()
                  ? new Outcome.Known(of.index(), report.id(), report.order(), taken.version())
                  : otherContent(of);
            })
        .toList();
  }

  /** Somebody may write the same report at the same moment: the next try then finds it known. */
  private List<ReportRepository.Taken> take(List<OrderId> orders, List<Report> reports) {
    Instant now = clock.instant();
    for (int attempt = 1; ; attempt++) {
      try {
        return repository.take(database, orders, reports, now);
      } catch (QueryFailed failed) {
        if (!failed.violatesUnique() || attempt == TRIES) {
          throw failed;
        }
      }
    }
  }
}
