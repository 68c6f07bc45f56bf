package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Requirement;

/** What holds for whatever a plant may say, in whatever order it is heard. */
class ProgressProperties {
  private static final Requirement CAPACITY =
      new Requirement(
          "capacity",
          "inspection",
          null,
          null,
          "W",
          BigDecimal.ZERO,
          BigDecimal.TEN,
          true,
          2,
          null);
  private static final Requirement DROP =
      new Requirement("drop", "packing", null, null, null, null, null, true, 1, true, null);
  static final Line LINE = new Line(1, "KFR-35", null, 100, "r", List.of(CAPACITY, DROP));
  static final Routing ROUTING =
      new Routing(
          "r",
          null,
          List.of(
              new Stage("assembly", null, List.of("A*"), List.of("A1", "A2"), 48.0, null),
              new Stage("inspection", null, List.of("I*"), null, 24.0, null),
              new Stage("packing", null, List.of("P*"), null, 12.0, null)));

  @Property
  void the_order_in_which_reports_arrive_never_matters(
      @ForAll("histories") List<Report> reports, @ForAll long seed) {
    List<Report> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(derived(shuffled)).isEqualTo(derived(reports));
  }

  @Property
  void the_same_report_twice_is_the_same_as_once(
      @ForAll("histories") List<Report> reports, @ForAll long seed) {
    List<Report> twice = new ArrayList<>(reports);
    twice.addAll(reports);
    Collections.shuffle(twice, new Random(seed));
    assertThat(derived(twice)).isEqualTo(derived(reports));
  }

  @Property
  void pieces_never_grow_by_more_than_a_report_brings(
      @ForAll("histories") List<Report> reports, @ForAll("reports") Report another) {
    Report fresh = renamed(another, "fresh");
    if (fresh.reference().corrects() != null) {
      return;
    }
    List<Report> more = new ArrayList<>(reports);
    more.add(fresh);
    Progress before = derived(reports);
    Progress after = derived(more);
    Report.Pieces pieces = fresh.pieces();
    long brought =
        pieces
            .goodOrNone()
            .plus(pieces.rejectedOrNone())
            .plus(pieces.scrappedOrNone())
            .thousandths();
    IntStream.range(0, before.stages().size())
        .forEach(
            at ->
                assertThat(pieces(after.stages().get(at)) - pieces(before.stages().get(at)))
                    .isLessThanOrEqualTo(brought));
  }

  @Property
  void through_is_never_more_than_was_made(@ForAll("histories") List<Report> reports) {
    for (StageProgress stage : derived(reports).stages()) {
      Amount made =
          stage.operations().stream()
              .map(one -> one.good().plus(one.rejected()))
              .reduce(Amount.NONE, Amount::plus);
      assertThat(stage.good()).isLessThanOrEqualTo(made);
    }
  }

  @Property
  void more_pieces_never_take_a_stage_back(
      @ForAll("histories") List<Report> reports, @ForAll("reports") Report another) {
    Line line = new Line(1, "KFR-35", null, 100, "r", List.of());
    List<Report> counted =
        reports.stream()
            .filter(report -> report.kind() == ReportKind.PROGRESSED)
            .filter(report -> report.reference().corrects() == null)
            .toList();
    if (another.kind() != ReportKind.PROGRESSED || another.reference().corrects() != null) {
      return;
    }
    List<Report> more = new ArrayList<>(counted);
    more.add(renamed(another, "fresh"));
    Progress before = Progress.derivedFrom(line, ROUTING, counted);
    Progress after = Progress.derivedFrom(line, ROUTING, more);
    for (int at = 0; at < before.stages().size(); at++) {
      assertThat(after.stages().get(at).good())
          .isGreaterThanOrEqualTo(before.stages().get(at).good());
      if (before.stages().get(at).state() == StageState.MET) {
        assertThat(after.stages().get(at).state()).isEqualTo(StageState.MET);
      }
    }
  }

  @Property
  void counts_that_come_in_parts_come_to_the_same(
      @ForAll("histories") List<Report> reports, @ForAll("firsts") int first) {
    List<Report> whole =
        reports.stream().filter(report -> report.reference().corrects() == null).toList();
    List<Report> parts =
        whole.stream()
            .flatMap(report -> Stream.of(part(report, 0, first), part(report, first, 1_000_000)))
            .toList();
    assertThat(counted(derived(parts))).isEqualTo(counted(derived(whole)));
  }

  @Provide
  Arbitrary<Integer> firsts() {
    return Arbitraries.integers().between(1, 60_000);
  }

  private static List<Amount> counted(Progress progress) {
    return progress.stages().stream().map(StageProgress::good).toList();
  }

  /**
   * That part, in thousandths, of the good pieces of a report; what else it says is said by the
   * first part.
   */
  private static Report part(Report report, int from, int to) {
    Report.Pieces pieces = report.pieces();
    Amount good =
        Amount.ofThousandths(Math.max(0, Math.min(pieces.goodOrNone().thousandths(), to) - from));
    Report.Pieces part =
        from == 0
            ? new Report.Pieces(
                good, pieces.rejected(), pieces.scrapped(), pieces.rework(), pieces.setup())
            : new Report.Pieces(good, null, null, pieces.rework(), pieces.setup());
    return new Report(
        new Report.Reference(report.id() + " from " + from, report.order(), null),
        report.place(),
        report.kind(),
        part,
        report.reading(),
        report.reason(),
        report.origin(),
        report.timing());
  }

  @Property
  void a_stage_with_a_mandatory_requirement_open_or_failed_is_never_met(
      @ForAll("histories") List<Report> reports) {
    for (StageProgress stage : derived(reports).stages()) {
      if (stage.measurements().stream()
          .anyMatch(one -> one.verdict() == Verdict.PENDING || one.verdict() == Verdict.FAILED)) {
        assertThat(stage.state()).isNotEqualTo(StageState.MET);
      }
    }
  }

  @Property
  void a_stage_is_met_only_if_the_plant_reported_all_of_it(
      @ForAll("histories") List<Report> reports) {
    for (StageProgress stage : derived(reports).stages()) {
      if (stage.state() == StageState.MET) {
        assertThat(stage.inferred()).isEqualTo(Amount.NONE);
        assertThat(stage.newest()).isPresent();
        assertThat(stage.ended()).isPresent();
      }
    }
  }

  @Property
  void a_stage_looks_done_without_its_own_word_only_if_all_of_the_line_has_passed_it(
      @ForAll("histories") List<Report> reports) {
    List<StageProgress> stages = derived(reports).stages();
    for (int at = 0; at < stages.size(); at++) {
      StageProgress stage = stages.get(at);
      List<StageProgress> later = stages.subList(at + 1, stages.size());
      if (stage.state() == StageState.UNVERIFIED) {
        boolean counted = stage.through().compareTo(LINE.quantity()) >= 0;
        boolean over = stages.getLast().state() == StageState.MET;
        assertThat(counted || over || later.stream().anyMatch(StageProgress::complete)).isTrue();
      }
      if (stage.state() == StageState.UNDER_WAY) {
        assertThat(stage.newest()).isEmpty();
        assertThat(later).anyMatch(StageProgress::heardFrom);
      }
    }
  }

  @Property
  void every_report_is_somewhere(@ForAll("histories") List<Report> reports) {
    Progress progress = derived(reports);
    long shown =
        progress.unmapped().stream().mapToInt(OperationProgress::reports).sum()
            + progress.stages().stream()
                .flatMap(stage -> stage.operations().stream())
                .mapToInt(OperationProgress::reports)
                .sum();
    long named =
        PlainProgress.effective(reports).stream()
            .filter(report -> report.place().operation() != null)
            .filter(report -> report.kind() != ReportKind.SEEN)
            .count();
    assertThat(shown).isGreaterThanOrEqualTo(named);
  }

  @Property
  void there_is_a_forecast_or_a_reason_why_not(@ForAll("histories") List<Report> reports) {
    Progress progress = derived(reports);
    if (progress.state() == LineState.COMPLETED) {
      assertThat(progress.forecast()).isEmpty();
      assertThat(progress.withheld()).isEmpty();
    } else {
      assertThat(progress.forecast().isPresent()).isNotEqualTo(progress.withheld().isPresent());
    }
    progress
        .forecast()
        .ifPresent(
            forecast -> {
              assertThat(forecast.earliest()).isBeforeOrEqualTo(forecast.likely());
              assertThat(forecast.likely()).isBeforeOrEqualTo(forecast.latest());
            });
  }

  @Provide
  Arbitrary<List<Report>> histories() {
    return Arbitraries.maps(Arbitraries.integers().between(1, 60).map(n -> "r" + n), reports())
        .ofMaxSize(25)
        .map(
            byId ->
                byId.entrySet().stream()
                    .map(entry -> renamed(entry.getValue(), entry.getKey()))
                    .toList());
  }

  @Provide
  Arbitrary<Report> reports() {
    Arbitrary<String> operations =
        Arbitraries.of("A1", "A2", "A-setup", "I1", "I2", "P1", "Unknown", "Polish");
    return Combinators.combine(
            operations,
            Arbitraries.of(ReportKind.values()),
            amounts(60),
            amounts(5),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(-2, 12),
            Arbitraries.integers().between(0, 600),
            Arbitraries.of("r1", "r2", "r7", null, null, null, null, null))
        .as(ProgressProperties::report);
  }

  /** Whole ones, which meet, and others. */
  private static Arbitrary<Amount> amounts(int most) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, most).map(Amount::of),
        Arbitraries.longs().between(0, most * 1_000L).map(Amount::ofThousandths));
  }

  private static Report report(
      String operation,
      ReportKind kind,
      Amount good,
      Amount rejected,
      int hour,
      int value,
      int choice,
      String corrects) {
    Reported said = Reported.report("x").of(operation).kind(kind).atHour(hour);
    switch (kind) {
      case READING ->
          said =
              value % 3 == 0
                  ? said.answered("drop", value > 2).unit(choice % 2 == 0 ? null : "u1")
                  : said.measured("capacity", String.valueOf(value)).unit("u" + value % 2);
      case SEEN ->
          said =
              said.seen(value % 3 == 0 ? "capacity" : "drop").unit(choice % 2 == 0 ? null : "u1");
      case HELD -> said = said.held("why not");
      default -> said = said.good(good).rejected(rejected).scrapped(choice % 2);
    }
    if (choice % 7 == 0) {
      said = said.rework();
    }
    if (kind == ReportKind.READING && choice % 5 == 0) {
      said = said.overdue();
    }
    if (kind == ReportKind.SEEN && choice % 3 == 0) {
      said = said.unpictured();
    }
    if (kind == ReportKind.READING && choice % 3 == 0) {
      said = choice % 2 == 0 ? said.pictured() : said.withPaper();
    }
    return said.correcting(corrects).said();
  }

  private static Report renamed(Report report, String id) {
    String corrected = report.reference().corrects();
    return new Report(
        new Report.Reference(id, report.order(), id.equals(corrected) ? null : corrected),
        report.place(),
        report.kind(),
        report.pieces(),
        report.reading(),
        report.reason(),
        report.origin(),
        report.timing());
  }

  private static long pieces(StageProgress stage) {
    return stage.good().plus(stage.scrapped()).thousandths();
  }

  private static Progress derived(List<Report> reports) {
    return Progress.derivedFrom(LINE, ROUTING, reports);
  }
}
