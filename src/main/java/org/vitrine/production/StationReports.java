package org.vitrine.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.production.OwnReportRepository.EarlierReport;
import org.vitrine.production.ReportWriter.Submission;

/** What a station may report: its own work; and it takes back only what it just said itself. */
final class StationReports {
  /** Ten seconds, and what two looks at a clock may differ by. */
  private static final Duration UNDONE_WITHIN = Duration.ofSeconds(30);

  /** However long it was without a network in between. */
  private static final Duration HEARD_WITHIN = Duration.ofDays(1);

  private final Database database;
  private final Clock clock;
  private final OwnReportRepository repository = new OwnReportRepository();
  private volatile StationRule rule = (station, report, line, routing) -> {};

  StationReports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void follow(StationRule stations) {
    this.rule = stations;
  }

  /**
   * Throws {@link Rejection.Invalid} where a station sends what is not its own.
   *
   * @param report as it fits the plan
   * @param together what was sent with it: that may be what it takes back
   */
  void check(Report report, Sender sender, Plan plan, List<Submission> together) {
    if (sender.kind() != Actor.ActorKind.STATION) {
      return;
    }
    plan.line(report.place().line())
        .ifPresent(
            line -> rule.requireOwn(sender.id().orElseThrow(), report, line, plan.routingOf(line)));
    if (report.reference().corrects() != null) {
      checkUndo(report, sender, plan, together);
    }
  }

  private void checkUndo(Report report, Sender sender, Plan plan, List<Submission> together) {
    if (report.kind() != ReportKind.WITHDRAWN) {
      throw new Rejection.Invalid(
          "corrects", "A station takes back what it said; to correct it is for the house");
    }
    Optional<EarlierReport> known =
        repository.said(database, plan.order(), report.reference().corrects());
    EarlierReport said =
        (known.isPresent()
                ? known.filter(one -> one.isOf(sender))
                : among(together, report, sender))
            .orElseThrow(
                () -> new Rejection.Invalid("corrects", "This station sent no such report"));
    Instant happened = report.happenedAt();
    if (happened.isBefore(said.happenedAt())
        || happened.isAfter(said.happenedAt().plus(UNDONE_WITHIN))
        || clock.instant().isAfter(said.recordedAt().plus(HEARD_WITHIN))) {
      throw new Rejection.Invalid(
          "corrects", "It can no longer be undone here: whoever looks after the order corrects it");
    }
  }

  private Optional<EarlierReport> among(List<Submission> together, Report undo, Sender sender) {
    return together.stream()
        .filter(one -> one.sender().equals(sender))
        .map(Submission::report)
        .filter(one -> one.id().equals(undo.reference().corrects()))
        .filter(one -> OrderName.of(one).equals(OrderName.of(undo)))
        .map(one -> EarlierReport.of(sender, one.happenedAt(), clock.instant()))
        .findFirst();
  }
}
