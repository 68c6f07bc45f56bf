package org.vitrine.production;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.production.ReportWriter.Submission;

/** The door for what the plant says. */
public final class Reports {
  private static final int WRITTEN_AT_ONCE = 1_000;

  private final ReportWriter writer;
  private final ReportBatcher batcher;
  private final List<ReportRule> rules = new CopyOnWriteArrayList<>();

  public Reports(Database database, OrderSnapshots snapshots, Changes changes, Clock clock) {
    this.writer = new ReportWriter(database, snapshots, changes, clock);
    this.batcher = new ReportBatcher(writer);
    changes.onForget(writer::forgetAll);
  }

  /** From now on reports that name a device or evidence are taken as this says. */
  public void follow(ReportRule rule) {
    rules.add(rule);
  }

  /** From now on stations report what this says is done there. */
  public void follow(StationRule rule) {
    writer.follow(rule);
  }

  /** What became of one report of a batch. */
  public sealed interface ReportOutcome {
    /** Its place in what was sent, counted from 0. */
    int index();

    /** Written; the order is at this version now. */
    record Taken(int index, String id, String order, long version) implements ReportOutcome {}

    /** Said before, in the same words: nothing changed. */
    record Known(int index, String id, String order, long version) implements ReportOutcome {}

    /** Not written, and nothing of it kept. */
    record Refused(int index, String id, String order, String field, String reason)
        implements ReportOutcome {}
  }

  /**
   * Takes each report or refuses it, the others regardless. An element is a report, or the
   * rejection that reading it ends in; outcomes come in the order of what was sent. So many are in
   * memory as are written at once.
   *
   * @param sender is kept beside what a report says of its actor, and named where it says nothing
   */
  public List<ReportOutcome> take(Iterable<Supplier<Report>> sent, Sender sender) {
    List<ReportOutcome> outcomes = new ArrayList<>();
    List<Submission> submissions = new ArrayList<>();
    int index = 0;
    for (Supplier<Report> one : sent) {
      try {
        submissions.add(new Submission(index, checked(one.get(), sender), sender));
      } catch (Rejection.Invalid invalid) {
        outcomes.add(
            new ReportOutcome.Refused(index, null, null, invalid.field(), invalid.getMessage()));
      }
      index++;
      if (submissions.size() == WRITTEN_AT_ONCE) {
        outcomes.addAll(writer.take(submissions).values());
        submissions.clear();
      }
    }
    outcomes.addAll(writer.take(submissions).values());
    outcomes.sort(Comparator.comparingInt(ReportOutcome::index));
    return outcomes;
  }

  /**
   * Takes one report, together with those that others send at the same moment; throws {@link
   * Rejection.Invalid} where it is refused. Its place in the outcome is 0.
   */
  public ReportOutcome take(Report sent, Sender sender) {
    return switch (batcher.take(checked(sent, sender), sender)) {
      case ReportOutcome.Taken taken ->
          new ReportOutcome.Taken(0, taken.id(), taken.order(), taken.version());
      case ReportOutcome.Known known ->
          new ReportOutcome.Known(0, known.id(), known.order(), known.version());
      case ReportOutcome.Refused refused ->
          throw new Rejection.Invalid(refused.field(), refused.reason());
    };
  }

  private Report checked(Report sent, Sender sender) {
    Report report = sender.signed(sent.checked());
    if (report.reading().device() != null || !report.origin().evidence().isEmpty()) {
      for (ReportRule rule : rules) {
        report = rule.checked(report);
      }
    }
    return report;
  }

  /** Nothing that lies in memory can be relied on any longer. */
  public void forgetAll() {
    writer.forgetAll();
  }
}
