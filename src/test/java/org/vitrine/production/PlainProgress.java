package org.vitrine.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Requirement;

/**
 * What is said of a line, worked out from the whole history each time by walking through it in the
 * order of time: slow and plain, so that what the program adds up piece by piece can be held
 * against it.
 */
final class PlainProgress {
  private static final String WHOLE_STAGE = "";

  private PlainProgress() {}

  /** What a stage comes to, as far as reports alone say it. */
  record PlainStage(
      boolean finished,
      boolean reopened,
      Optional<Report> hold,
      Optional<Instant> ended,
      Optional<Instant> began,
      Optional<Report> newest,
      List<OperationProgress> operations,
      List<Measurement> measurements) {}

  /** What a line comes to, stage by stage, and what belongs to none. */
  record PlainLine(Map<String, PlainStage> stages, List<OperationProgress> unmapped) {}

  static PlainLine of(Line line, Routing routing, Collection<Report> reports) {
    LineTally silent = LineTally.of(line, routing);
    Map<String, List<Report>> byStage = new HashMap<>();
    Map<String, List<Report>> unmapped = new TreeMap<>();
    List<Report> pictures = new ArrayList<>();
    for (Report report : effective(reports)) {
      if (report.kind() == ReportKind.SEEN) {
        pictures.add(report);
        continue;
      }
      silent
          .stageOf(report)
          .ifPresentOrElse(
              stage -> byStage.computeIfAbsent(stage.code(), s -> new ArrayList<>()).add(report),
              () ->
                  unmapped
                      .computeIfAbsent(report.place().operation(), s -> new ArrayList<>())
                      .add(report));
    }
    Map<String, PlainStage> stages = new HashMap<>();
    for (Stage stage : routing.stages()) {
      stages.put(
          stage.code(),
          stage(stage, line, byStage.getOrDefault(stage.code(), List.of()), pictures));
    }
    return new PlainLine(
        stages,
        unmapped.entrySet().stream().map(one -> operation(one.getKey(), one.getValue())).toList());
  }

  /**
   * Each report once, without those that another one corrects; one that withdraws another says
   * nothing itself.
   */
  static List<Report> effective(Collection<Report> reports) {
    Map<String, Report> byId = new TreeMap<>();
    reports.forEach(report -> byId.putIfAbsent(report.id(), report));
    return byId.values().stream()
        .filter(report -> byId.values().stream().noneMatch(other -> replaces(other, report)))
        .filter(report -> report.kind() != ReportKind.WITHDRAWN)
        .toList();
  }

  private static boolean replaces(Report correction, Report report) {
    if (!report.id().equals(correction.reference().corrects())) {
      return false;
    }
    boolean eachOther = correction.id().equals(report.reference().corrects());
    return !eachOther || Report.BY_TIME.compare(correction, report) > 0;
  }

  private static PlainStage stage(
      Stage stage, Line line, List<Report> reports, List<Report> pictures) {
    List<Report> inOrder = reports.stream().sorted(Report.BY_TIME).toList();
    Tracks tracks = new Tracks();
    inOrder.forEach(tracks::follow);
    boolean reopened = !tracks.reopenedBy.isEmpty();
    boolean finished = !reopened && (tracks.stageFinish != null || tracks.allFinished(stage));
    return new PlainStage(
        finished,
        reopened,
        tracks.holds.values().stream().max(Report.BY_TIME),
        finished ? Optional.of(tracks.finishedAt()) : Optional.ofNullable(tracks.lastPieces),
        inOrder.stream().map(Report::beganAt).min(Instant::compareTo),
        inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.getLast()),
        inOrder.stream()
            .collect(Collectors.groupingBy(PlainProgress::name, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(one -> operation(one.getKey(), one.getValue()))
            .toList(),
        line.requirements().stream()
            .filter(requirement -> requirement.stage().equals(stage.code()))
            .map(requirement -> measurement(requirement, inOrder, pictures))
            .toList());
  }

  private static String name(Report report) {
    return report.place().operation() == null ? WHOLE_STAGE : report.place().operation();
  }

  private static OperationProgress operation(String name, List<Report> reports) {
    return new OperationProgress(
        name,
        reports.stream().map(Report::beganAt).min(Instant::compareTo).orElseThrow(),
        reports.stream().map(Report::happenedAt).max(Instant::compareTo).orElseThrow(),
        reports.stream()
            .map(Report::pieces)
            .filter(pieces -> !pieces.isRework())
            .map(Report.Pieces::goodOrNone)
            .reduce(Amount.NONE, Amount::plus),
        reports.stream()
            .map(Report::pieces)
            .filter(Report.Pieces::isRework)
            .map(Report.Pieces::goodOrNone)
            .reduce(Amount.NONE, Amount::plus),
        reports.stream()
            .map(Report::pieces)
            .map(Report.Pieces::rejectedOrNone)
            .reduce(Amount.NONE, Amount::plus),
        reports.stream()
            .map(Report::pieces)
            .map(Report.Pieces::scrappedOrNone)
            .reduce(Amount.NONE, Amount::plus),
        reports.size(),
        reports.stream().anyMatch(report -> report.pieces().isRework()));
  }

  private static Measurement measurement(
      Requirement requirement, List<Report> inOrder, List<Report> pictures) {
    List<Report> readings =
        inOrder.stream()
            .filter(report -> requirement.code().equals(report.reading().requirement()))
            .toList();
    List<Report> photos =
        pictures.stream()
            .filter(one -> requirement.code().equals(one.reading().requirement()))
            .filter(one -> one.origin().isPictured())
            .toList();
    long spare = photos.stream().filter(one -> one.reading().unit() == null).count();
    Map<String, Report> newestByUnit = new HashMap<>();
    for (Report one : readings) {
      if (says(requirement, one, photos)) {
        newestByUnit.put(unit(one), one);
      } else if (isVouchedFor(one) && one.reading().unit() == null && spare-- > 0) {
        newestByUnit.put(unit(one), one);
      }
    }
    long units = readings.stream().map(PlainProgress::unit).distinct().count();
    List<Report> failing =
        newestByUnit.values().stream()
            .filter(one -> !Measurement.passes(requirement, one))
            .toList();
    Verdict verdict =
        newestByUnit.size() >= requirement.sample() ? Verdict.PASSED : Verdict.PENDING;
    return new Measurement(
        requirement,
        newestByUnit.size(),
        failing.size(),
        failing.stream().map(Report::happenedAt).min(Instant::compareTo),
        readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast()),
        (int) units - newestByUnit.size(),
        !failing.isEmpty() ? Verdict.FAILED : verdict);
  }

  private static boolean says(Requirement requirement, Report reading, List<Report> photos) {
    if (!Measurement.passes(requirement, reading)) {
      return true;
    }
    String unit = reading.reading().unit();
    boolean shown =
        reading.origin().isPictured()
            || unit != null && photos.stream().anyMatch(one -> unit.equals(one.reading().unit()));
    return isVouchedFor(reading) && (shown || !requirement.isPictured());
  }

  private static boolean isVouchedFor(Report reading) {
    return reading.reading().overdue() == null;
  }

  private static String unit(Report reading) {
    String unit = reading.reading().unit();
    return unit == null ? "reading " + reading.id() : unit;
  }

  /** What is known while the reports are followed one by one. */
  private static final class Tracks {
    private final Set<String> heard = new HashSet<>();
    private final Map<String, Report> finishes = new HashMap<>();
    private final Map<String, Report> holds = new HashMap<>();
    private final Set<String> reopenedBy = new HashSet<>();
    private Report stageFinish;
    private Instant lastPieces;

    private void follow(Report report) {
      String operation = name(report);
      heard.add(operation);
      if (report.pieces().areCounted()) {
        holds.remove(operation);
        holds.remove(WHOLE_STAGE);
      }
      switch (report.kind()) {
        case STARTED, RESUMED -> goOn(operation);
        case HELD -> holds.put(operation, report);
        case FINISHED -> finish(operation, report);
        case PROGRESSED, READING, SEEN -> {}
      }
      if (report.pieces().goodOrNone().isPositive()) {
        lastPieces = report.happenedAt();
      }
    }

    private void goOn(String operation) {
      finishes.remove(operation);
      release(operation);
      if (stageFinish != null) {
        reopenedBy.add(operation);
      }
    }

    private void finish(String operation, Report report) {
      release(operation);
      if (operation.equals(WHOLE_STAGE)) {
        stageFinish = report;
        reopenedBy.clear();
      } else {
        finishes.put(operation, report);
        reopenedBy.remove(operation);
      }
    }

    private void release(String operation) {
      if (operation.equals(WHOLE_STAGE)) {
        holds.clear();
      } else {
        holds.remove(operation);
      }
    }

    private boolean allFinished(Stage stage) {
      return !finishes.isEmpty()
          && heard.stream().allMatch(op -> op.equals(WHOLE_STAGE) || finishes.containsKey(op))
          && stage.operations().stream()
              .allMatch(glob -> finishes.keySet().stream().anyMatch(op -> Glob.matches(glob, op)));
    }

    private Instant finishedAt() {
      return stageFinish != null
          ? stageFinish.happenedAt()
          : finishes.values().stream()
              .map(Report::happenedAt)
              .max(Instant::compareTo)
              .orElseThrow();
    }
  }
}
