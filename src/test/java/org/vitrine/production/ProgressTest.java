package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.at;
import static org.vitrine.production.Reported.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;

class ProgressTest {
  private static final Routing ROUTING =
      new Routing(
          "split-ac",
          null,
          List.of(
              stage("assembly", 48.0, "Assembl*", "Solder*"),
              stage("inspection", 24.0, "Inspect*", "Leak test"),
              stage("packing", 12.0, "Pack*")));

  @Test
  void nothing_heard_is_waiting_and_promises_nothing() {
    Progress progress = progress();
    assertThat(progress.state()).isEqualTo(LineState.WAITING);
    assertThat(progress.stage()).isEmpty();
    assertThat(progress.heardAt()).isEmpty();
    assertThat(progress.forecast()).isEmpty();
    assertThat(progress.withheld()).contains(Withheld.UNKNOWN);
    assertThat(progress.stages()).allMatch(stage -> stage.state() == StageState.WAITING);
  }

  @Test
  void pieces_that_are_through_add_up() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(40).rejected(1).beganAtHour(1).atHour(2),
            report("2").of("Assembly").good(60).scrapped(2).atHour(3));
    StageProgress assembly = progress.stages().getFirst();
    assertThat(assembly.through()).isEqualTo(Amount.of(100));
    assertThat(assembly.rejected()).isEqualTo(Amount.of(1));
    assertThat(assembly.scrapped()).isEqualTo(Amount.of(2));
    assertThat(assembly.state()).isEqualTo(StageState.RUNNING);
    assertThat(assembly.began()).contains(at(1));
    assertThat(assembly.ended()).isEmpty();
    assertThat(progress.state()).isEqualTo(LineState.IN_PRODUCTION);
    assertThat(progress.stage()).map(Stage::code).contains("assembly");
  }

  @Test
  void a_stage_is_met_when_as_many_as_ordered_are_reported_through() {
    Progress progress = progress(report("1").of("Assembly").good(500).atHour(5));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.MET);
    assertThat(progress.stages().getFirst().ended()).contains(at(5));
    assertThat(progress.stage()).map(Stage::code).contains("inspection");
  }

  @Test
  void a_stage_is_met_when_the_plant_says_that_it_finished() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(494).scrapped(6),
            report("2").in("assembly").kind(ReportKind.FINISHED).atHour(4));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.MET);
    assertThat(progress.stages().getFirst().ended()).contains(at(4));
  }

  @Test
  void a_finished_stage_that_starts_again_runs_again() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(500).atHour(1),
            report("2").in("assembly").kind(ReportKind.FINISHED).atHour(2),
            report("3").in("assembly").kind(ReportKind.STARTED).atHour(3));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.RUNNING);
  }

  @Test
  void an_operation_by_which_the_stage_is_not_counted_does_not_hold_it_back() {
    Progress progress =
        progress(report("1").of("Assembly").good(500), report("2").of("Soldering").good(0));
    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(500));
  }

  @Test
  void finished_with_fewer_pieces_than_were_ordered_is_closed_short() {
    Progress progress =
        progress(
            report("1").of("Packing").good(300).atHour(1),
            report("2").of("Packing").kind(ReportKind.FINISHED).good(60).scrapped(2).atHour(2));
    assertThat(progress.state()).isEqualTo(LineState.COMPLETED);
    assertThat(progress.shortBy()).isEqualTo(Amount.of(140));
    assertThat(progress.stages().getLast().shortBy()).isEqualTo(Amount.of(140));
  }

  @Test
  void finished_where_nothing_is_counted_is_not_short() {
    Progress progress = progress(report("1").in("packing").kind(ReportKind.FINISHED).atHour(2));
    assertThat(progress.state()).isEqualTo(LineState.COMPLETED);
    assertThat(progress.shortBy()).isEqualTo(Amount.NONE);
  }

  @Test
  void what_was_lost_before_a_stage_that_counts_nothing_is_missing_at_the_end() {
    Progress progress =
        progress(
            report("1").in("inspection").kind(ReportKind.FINISHED).good(480).atHour(1),
            report("2").of("Packing").kind(ReportKind.FINISHED).atHour(2));
    assertThat(progress.shortBy()).isEqualTo(Amount.of(20));
  }

  @Test
  void a_stage_that_a_later_one_shows_to_be_whole_was_not_closed_short() {
    Progress progress =
        progress(
            report("1").of("Inspection").kind(ReportKind.FINISHED).good(480).atHour(1),
            report("2").of("Packing").good(500).atHour(2));
    assertThat(progress.stages().get(1).shortBy()).isEqualTo(Amount.NONE);
    assertThat(progress.shortBy()).isEqualTo(Amount.NONE);
  }

  @Test
  void work_that_no_stage_knows_is_production_all_the_same() {
    Progress progress = progress(report("1").of("Laser 3").good(10).atHour(4));
    assertThat(progress.state()).isEqualTo(LineState.IN_PRODUCTION);
    assertThat(progress.stage()).isEmpty();
    assertThat(progress.heardAt()).contains(at(4));
    assertThat(progress.withheld()).contains(Withheld.UNKNOWN);
  }

  @Test
  void a_hold_ends_with_pieces_of_the_operation_that_was_held() {
    Progress progress =
        progress(
            report("1").of("Assembly").held("the blade broke").atHour(1),
            report("2").of("Assembly").good(3).atHour(2));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.RUNNING);
    assertThat(progress.forecast()).isPresent();
  }

  @Test
  void a_hold_is_not_ended_by_pieces_of_before_it_or_of_another_operation() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(3).atHour(1),
            report("2").of("Assembly").held("the blade broke").atHour(2),
            report("3").of("Soldering").good(3).atHour(3));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.HELD);
  }

  @Test
  void a_hold_of_the_whole_stage_ends_with_pieces_of_any_operation_there() {
    Progress progress =
        progress(
            report("1").in("assembly").held("no power").atHour(1),
            report("2").of("Soldering").good(3).atHour(2));
    assertThat(progress.stages().getFirst().hold()).isEmpty();
  }

  @Test
  void a_hold_ends_with_its_stage() {
    Progress progress =
        progress(
            report("1").of("Soldering").held("no tin").atHour(1),
            report("2").of("Assembly").good(500).atHour(2));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.MET);
  }

  @Test
  void a_hold_ends_with_the_order() {
    Progress progress =
        progress(
            report("1").of("Assembly").held("no screws").atHour(1),
            report("2").of("Packing").good(500).atHour(2));
    assertThat(progress.state()).isEqualTo(LineState.COMPLETED);
    assertThat(progress.stages()).allMatch(stage -> stage.hold().isEmpty());
  }

  @Test
  void readings_without_a_serial_are_of_a_unit_each() {
    Line line = line(500, capacity(true, 2));
    Reported failed = report("1").measured("capacity", "3100").atHour(1);
    Reported passed = report("2").measured("capacity", "3500").atHour(2);
    assertThat(verdict(line, failed, passed)).isEqualTo(Verdict.FAILED);
    assertThat(
            verdict(line, failed, passed, report("3").measured("capacity", "3510").correcting("1")))
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void pieces_that_were_reworked_are_not_counted_twice() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(400), report("2").of("Assembly").good(50).rework());
    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(400));
    assertThat(progress.stages().getFirst().operations().getFirst().rework()).isTrue();
  }

  @Test
  void what_a_later_stage_has_seen_is_inferred_and_said_to_be() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(488).atHour(1),
            report("2").of("Inspection").good(500).atHour(2));
    StageProgress assembly = progress.stages().getFirst();
    assertThat(assembly.state()).isEqualTo(StageState.UNVERIFIED);
    assertThat(assembly.through()).isEqualTo(Amount.of(500));
    assertThat(assembly.inferred()).isEqualTo(Amount.of(12));
    assertThat(assembly.ended()).isEmpty();
  }

  @Test
  void a_stage_that_was_passed_by_without_a_word_is_not_verified() {
    Progress progress = progress(report("1").of("Packing").good(20));
    assertThat(states(progress))
        .containsExactly(StageState.UNDER_WAY, StageState.UNDER_WAY, StageState.RUNNING);
  }

  /** What is heard of the three stages, of 500 pieces, and how the first stands by it. */
  @ParameterizedTest
  @CsvSource({
    // assembly,          inspection,      packing,        state,     through
    "              ,      started,                ,        UNDER_WAY,   0",
    "              ,      good 50,                ,        UNDER_WAY,  50",
    "              ,             ,         started,        UNDER_WAY,   0",
    "              ,      good 499,        good 20,        UNDER_WAY, 499",
    "              ,      good 500,               ,        UNVERIFIED, 500",
    "              ,      good 300,        good 500,       UNVERIFIED, 500",
    "              ,      finished,               ,        UNVERIFIED,  0",
    "              ,      finished 500,           ,        UNVERIFIED, 500",
    "              ,      finished 60,            ,        UNDER_WAY,  60",
    "              ,      finished 60,     good 40,        UNDER_WAY,  60",
    "              ,      finished 60,     finished 60,    UNVERIFIED, 60",
    "good 50       ,      started,                ,        RUNNING,    50",
    "good 50       ,      good 40,                ,        RUNNING,    50",
    "good 50       ,      good 60,                ,        RUNNING,    60",
    "good 50       ,      good 500,               ,        UNVERIFIED, 500",
    "good 50       ,      finished,               ,        UNVERIFIED, 50",
    "good 50       ,      finished 60,            ,        RUNNING,    60",
    "good 50       ,             ,         finished 60,    UNVERIFIED, 60",
    "started       ,             ,         finished,       UNVERIFIED, 0",
    "good 500      ,      good 1,                 ,        MET,        500",
    "finished 50   ,      started,                ,        MET,        50",
    "              ,             ,                ,        WAITING,    0"
  })
  void what_later_stages_say_of_one_is_said_of_the_pieces_that_they_counted(
      String assembly, String inspection, String packing, StageState state, int through) {
    StageProgress first =
        progress(
                Stream.of(
                        Stream.ofNullable(assembly).map(said -> saidOf("assembly", said, 1)),
                        Stream.ofNullable(inspection).map(said -> saidOf("inspection", said, 2)),
                        Stream.ofNullable(packing).map(said -> saidOf("packing", said, 3)))
                    .flatMap(said -> said)
                    .toArray(Reported[]::new))
            .stages()
            .getFirst();
    assertThat(first.state()).isEqualTo(state);
    assertThat(first.through()).isEqualTo(Amount.of(through));
  }

  private static Reported saidOf(String stage, String said, int hour) {
    String[] words = said.split(" ");
    Reported report = report(stage).in(stage).atHour(hour);
    Reported counted = words.length == 1 ? report : report.good(Integer.parseInt(words[1]));
    return switch (words[0]) {
      case "started" -> counted.kind(ReportKind.STARTED);
      case "finished" -> counted.kind(ReportKind.FINISHED);
      default -> counted;
    };
  }

  @Test
  void a_stage_that_works_on_after_a_later_one_was_through_is_not_done() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(50).atHour(1),
            report("2").in("inspection").kind(ReportKind.FINISHED).atHour(2),
            report("3").of("Assembly").good(10).atHour(3));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.RUNNING);
  }

  @Test
  void of_an_unknown_quantity_a_stage_is_done_only_by_one_that_finished() {
    Report started = report("1").in("inspection").good(40).atHour(1).said();
    Report finished = report("2").in("inspection").kind(ReportKind.FINISHED).atHour(2).said();
    assertThat(states(Progress.derivedFrom(line(null), ROUTING, List.of(started))))
        .startsWith(StageState.UNDER_WAY);
    assertThat(states(Progress.derivedFrom(line(null), ROUTING, List.of(started, finished))))
        .startsWith(StageState.UNVERIFIED);
  }

  @Test
  void pieces_may_run_ahead_of_others() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(400),
            report("2").of("Inspection").good(100),
            report("3").of("Packing").good(20));
    assertThat(states(progress))
        .containsExactly(StageState.RUNNING, StageState.RUNNING, StageState.RUNNING);
    assertThat(progress.stage()).map(Stage::code).contains("packing");
  }

  @Test
  void more_pieces_than_ordered_are_shown_as_reported() {
    Progress progress = progress(report("1").of("Assembly").good(520));
    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(520));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.MET);
  }

  @Test
  void an_ordered_quantity_that_nobody_stated_is_never_reached_by_counting() {
    Progress progress =
        Progress.derivedFrom(
            line(null), ROUTING, List.of(report("1").of("Packing").good(1_000).said()));
    assertThat(progress.stages().getLast().state()).isEqualTo(StageState.RUNNING);
    assertThat(progress.state()).isEqualTo(LineState.IN_PRODUCTION);
  }

  @Test
  void an_unknown_operation_is_kept_apart_and_never_dropped() {
    Progress progress =
        progress(report("1").of("Polish by hand").good(7).atHour(9), report("2").of("Assembly"));
    assertThat(progress.unmapped())
        .singleElement()
        .satisfies(operation -> assertThat(operation.name()).isEqualTo("Polish by hand"))
        .satisfies(operation -> assertThat(operation.good()).isEqualTo(Amount.of(7)));
    assertThat(progress.heardAt()).contains(at(9));
  }

  @Test
  void a_hold_says_why_until_it_is_resumed() {
    Reported hold = report("1").in("assembly").held("waiting for a new seal kit").atHour(1);
    Progress held = progress(hold);
    assertThat(held.stages().getFirst().state()).isEqualTo(StageState.HELD);
    assertThat(held.stages().getFirst().hold().orElseThrow().reason())
        .isEqualTo(LocalizedText.of("waiting for a new seal kit"));
    assertThat(held.withheld()).contains(Withheld.HELD);
    assertThat(held.forecast()).isEmpty();
    Progress resumed =
        progress(hold, report("2").in("assembly").kind(ReportKind.RESUMED).atHour(2));
    assertThat(resumed.stages().getFirst().hold()).isEmpty();
    assertThat(resumed.forecast()).isPresent();
  }

  @Test
  void one_operation_that_finished_does_not_finish_the_stage() {
    Progress progress =
        progress(report("1").of("Assembly").kind(ReportKind.FINISHED).good(500).atHour(1));
    assertThat(progress.stages().getFirst().complete()).isTrue();
    Progress partly =
        progress(report("1").of("Assembly").kind(ReportKind.FINISHED).good(100).atHour(1));
    assertThat(partly.stages().getFirst().state()).isEqualTo(StageState.RUNNING);
    Progress both =
        progress(
            report("1").of("Assembly").kind(ReportKind.FINISHED).good(100).atHour(1),
            report("2").of("Soldering").kind(ReportKind.FINISHED).good(100).atHour(2));
    assertThat(both.stages().getFirst().state()).isEqualTo(StageState.MET);
    assertThat(both.stages().getFirst().ended()).contains(at(2));
  }

  @Test
  void a_hold_of_one_operation_outlasts_the_start_of_another() {
    Progress progress =
        progress(
            report("1").of("Assembly").held("no screws").atHour(1),
            report("2").of("Soldering").kind(ReportKind.STARTED).atHour(2));
    assertThat(progress.stages().getFirst().state()).isEqualTo(StageState.HELD);
    Progress resumed =
        progress(
            report("1").of("Assembly").held("no screws").atHour(1),
            report("2").of("Assembly").kind(ReportKind.RESUMED).atHour(2));
    assertThat(resumed.stages().getFirst().hold()).isEmpty();
  }

  @Test
  void of_two_reports_that_correct_each_other_the_later_counts() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(10).correcting("2").atHour(1),
            report("2").of("Assembly").good(20).correcting("1").atHour(2));
    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(20));
  }

  @Test
  void pieces_beyond_all_counting_do_not_turn_negative() {
    Report[] many = new Report[300];
    for (int n = 0; n < many.length; n++) {
      many[n] = report("r" + n).of("Assembly").good(10_000_000).said();
    }
    Progress progress = Progress.derivedFrom(line(500), ROUTING, List.of(many));
    assertThat(progress.stages().getFirst().through()).isGreaterThan(Amount.NONE);
  }

  @Test
  void a_correction_takes_the_place_of_what_it_corrects() {
    Progress progress =
        progress(
            report("1").of("Assembly").good(400),
            report("2").of("Assembly").good(40).correcting("1"));
    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(40));
  }

  @Test
  void a_stage_with_a_mandatory_requirement_open_is_not_met() {
    Line line = line(500, capacity(true, 1));
    Progress progress =
        Progress.derivedFrom(line, ROUTING, said(report("1").of("Inspection").good(500)));
    assertThat(progress.stages().get(1).state()).isEqualTo(StageState.RUNNING);
    assertThat(progress.stages().get(1).measurements().getFirst().verdict())
        .isEqualTo(Verdict.PENDING);
  }

  @Test
  void a_failed_reading_fails_the_stage_and_withholds_the_forecast() {
    Line line = line(500, capacity(true, 1));
    Progress progress =
        Progress.derivedFrom(
            line,
            ROUTING,
            said(
                report("1").of("Inspection").good(500),
                report("2").measured("capacity", "3100").unit("SN-1").atHour(1)));
    assertThat(progress.stages().get(1).state()).isEqualTo(StageState.FAILED);
    assertThat(progress.withheld()).contains(Withheld.FAILED);
  }

  @Test
  void a_unit_that_was_reworked_and_measured_again_passes() {
    Line line = line(500, capacity(true, 1));
    Progress progress =
        Progress.derivedFrom(
            line,
            ROUTING,
            said(
                report("1").of("Inspection").good(500),
                report("2").measured("capacity", "3100").unit("SN-1").atHour(1),
                report("3").measured("capacity", "3500").unit("SN-1").atHour(2)));
    assertThat(progress.stages().get(1).state()).isEqualTo(StageState.MET);
  }

  @Test
  void another_unit_that_passes_does_not_mend_the_one_that_failed() {
    Line line = line(500, capacity(true, 1));
    Progress progress =
        Progress.derivedFrom(
            line,
            ROUTING,
            said(
                report("1").measured("capacity", "3100").unit("SN-1").atHour(1),
                report("2").measured("capacity", "3500").unit("SN-2").atHour(2)));
    assertThat(progress.stages().get(1).measurements().getFirst().verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_sample_passes_when_as_many_units_as_demanded_have() {
    Line line = line(500, capacity(true, 2));
    Reported first = report("1").measured("capacity", "3500").unit("SN-1");
    Reported second = report("2").measured("capacity", "3510").unit("SN-2").atHour(1);
    assertThat(verdict(line, first)).isEqualTo(Verdict.PENDING);
    assertThat(verdict(line, first, second)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_value_on_the_limit_passes() {
    Line line = line(500, capacity(true, 1));
    assertThat(verdict(line, report("1").measured("capacity", "3325.00")))
        .isEqualTo(Verdict.PASSED);
    assertThat(verdict(line, report("1").measured("capacity", "3675"))).isEqualTo(Verdict.PASSED);
    assertThat(verdict(line, report("1").measured("capacity", "3675.01")))
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_yes_or_no_is_answered_by_passed() {
    Requirement drop =
        new Requirement("drop", "packing", null, null, null, null, null, true, 1, null);
    Line line = line(500, drop);
    assertThat(lastVerdict(line, report("1").answered("drop", true))).isEqualTo(Verdict.PASSED);
    assertThat(lastVerdict(line, report("1").answered("drop", false))).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_gauge_that_is_overdue_cannot_make_green_and_can_make_red() {
    Line line = line(500, capacity(true, 1));
    assertThat(verdict(line, report("1").measured("capacity", "3500").overdue()))
        .isEqualTo(Verdict.PENDING);
    assertThat(verdict(line, report("1").measured("capacity", "3000").overdue()))
        .isEqualTo(Verdict.FAILED);
    assertThat(
            verdict(
                line,
                report("1").measured("capacity", "3000").unit("7"),
                report("2").measured("capacity", "3500").unit("7").overdue().atHour(1)))
        .isEqualTo(Verdict.FAILED);
    assertThat(
            verdict(
                line,
                report("1").measured("capacity", "3500").unit("7"),
                report("2").measured("capacity", "3501").unit("7").overdue().atHour(1)))
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void what_demands_a_photo_counts_once_a_picture_shows_it() {
    Requirement drop =
        new Requirement("drop", "packing", null, null, null, null, null, true, 1, true, null);
    Line line = line(500, drop);
    assertThat(lastVerdict(line, report("1").answered("drop", true))).isEqualTo(Verdict.PENDING);
    assertThat(lastVerdict(line, report("1").answered("drop", true).pictured()))
        .isEqualTo(Verdict.PASSED);
    assertThat(lastVerdict(line, report("1").answered("drop", true), report("2").seen("drop")))
        .isEqualTo(Verdict.PASSED);
    assertThat(
            lastVerdict(
                line,
                report("1").answered("drop", true).unit("7"),
                report("2").seen("drop").unit("8")))
        .isEqualTo(Verdict.PENDING);
    assertThat(lastVerdict(line, report("1").seen("drop"), report("2").answered("drop", false)))
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void nothing_but_a_photo_shows_what_demands_one() {
    Line line = line(500, pictured(1));
    assertThat(lastVerdict(line, report("1").answered("drop", true).withPaper()))
        .isEqualTo(Verdict.PENDING);
    assertThat(
            lastVerdict(
                line,
                report("1").answered("drop", true).unit("7"),
                report("2").seen("drop").unit("7").unpictured()))
        .isEqualTo(Verdict.PENDING);
  }

  @Test
  void a_photo_that_names_no_unit_shows_one_reading_that_names_none() {
    Line line = line(500, pictured(2));
    Reported[] said = {
      report("1").answered("drop", true),
      report("2").answered("drop", true).atHour(1),
      report("3").seen("drop").atHour(2)
    };
    assertThat(lastVerdict(line, said)).isEqualTo(Verdict.PENDING);
    assertThat(lastVerdict(line, said[0], said[1], said[2], report("4").seen("drop").atHour(3)))
        .isEqualTo(Verdict.PASSED);
    assertThat(
            lastVerdict(
                line,
                report("1").answered("drop", true).unit("7"),
                report("2").answered("drop", true).unit("8"),
                report("3").seen("drop"),
                report("4").seen("drop")))
        .as("it shows none that names its own")
        .isEqualTo(Verdict.PENDING);
  }

  @Test
  void which_readings_count_is_asked_of_one_rule() {
    Requirement drop = pictured(1);
    List<Report> said =
        Stream.of(
                report("fails").answered("drop", false).overdue(),
                report("shown").answered("drop", true).pictured(),
                report("overdue").answered("drop", true).pictured().overdue(),
                report("bare").answered("drop", true),
                report("bare too").answered("drop", true).atHour(1),
                report("photo").seen("drop").atHour(2))
            .map(Reported::said)
            .toList();
    assertThat(said.stream().filter(Report::isReading).filter(Measurement.counting(drop, said)))
        .extracting(Report::id)
        .containsExactly("fails", "shown", "bare");
  }

  private static Requirement pictured(int sample) {
    return new Requirement(
        "drop", "packing", null, null, null, null, null, true, sample, true, null);
  }

  @Test
  void a_picture_begins_nothing_and_counts_nothing() {
    Progress silent = progress();
    Progress seen = progress(report("1").of("Assembly").kind(ReportKind.SEEN).pictured().atHour(3));
    assertThat(seen).isEqualTo(silent);
  }

  @Test
  void a_waiver_lets_a_stage_be_met() {
    Requirement waived =
        new Requirement(
            "capacity",
            "inspection",
            null,
            null,
            "W",
            new BigDecimal(3325),
            null,
            true,
            1,
            LocalizedText.of("the customer takes them as they are"));
    Progress progress =
        Progress.derivedFrom(
            line(500, waived),
            ROUTING,
            said(
                report("1").of("Inspection").good(500),
                report("2").measured("capacity", "3000").atHour(1)));
    assertThat(progress.stages().get(1).state()).isEqualTo(StageState.MET);
  }

  @Test
  void an_optional_requirement_that_failed_does_not_hold_the_stage() {
    Progress progress =
        Progress.derivedFrom(
            line(500, capacity(false, 1)),
            ROUTING,
            said(
                report("1").of("Inspection").good(500),
                report("2").measured("capacity", "3000").atHour(1)));
    assertThat(progress.stages().get(1).state()).isEqualTo(StageState.MET);
  }

  @Test
  void a_line_is_completed_when_its_last_stage_is_met() {
    Progress progress = progress(report("1").of("Packing").good(500).atHour(50));
    assertThat(progress.state()).isEqualTo(LineState.COMPLETED);
    assertThat(progress.verifiedUntil()).isEmpty();
    assertThat(progress.forecast()).isEmpty();
    assertThat(progress.withheld()).isEmpty();
  }

  @Test
  void it_may_be_believed_for_as_long_as_the_stage_usually_takes() {
    Progress progress = progress(report("1").of("Assembly").good(40).atHour(10));
    assertThat(progress.verifiedUntil()).contains(at(58));
  }

  @Test
  void a_forecast_is_what_remains_of_each_stage_after_what_was_heard_last() {
    PlannedFinish forecast =
        progress(report("1").of("Assembly").good(250).atHour(10)).forecast().orElseThrow();
    assertThat(forecast.likely()).isEqualTo(at(10 + 24 + 24 + 12));
    assertThat(forecast.earliest()).isEqualTo(at(10 + 0.8 * 60));
    assertThat(forecast.latest()).isEqualTo(at(10 + 1.5 * 60));
  }

  @Test
  void a_stage_of_unknown_length_makes_the_end_unknown() {
    Routing unknown =
        new Routing(
            "x", null, List.of(stage("assembly", 48.0, "A*"), stage("packing", null, "P*")));
    Progress progress =
        Progress.derivedFrom(line(500), unknown, said(report("1").of("Assembly").good(5)));
    assertThat(progress.withheld()).contains(Withheld.UNKNOWN);
  }

  /** Counted by the first of its operations. */
  private static Stage stage(String code, Double usualHours, String... operations) {
    return new Stage(code, null, List.of(operations), List.of(operations[0]), usualHours, null);
  }

  private static Requirement capacity(boolean mandatory, int sample) {
    return new Requirement(
        "capacity",
        "inspection",
        null,
        LocalizedText.of("3,500 W ± 5 %"),
        "W",
        new BigDecimal(3325),
        new BigDecimal(3675),
        mandatory,
        sample,
        null);
  }

  private static Line line(Integer quantity, Requirement... requirements) {
    return new Line(1, "KFR-35", null, quantity, "split-ac", List.of(requirements));
  }

  private static Progress progress(Reported... reports) {
    return Progress.derivedFrom(line(500), ROUTING, said(reports));
  }

  private static List<Report> said(Reported... reports) {
    return Stream.of(reports).map(Reported::said).toList();
  }

  private static List<StageState> states(Progress progress) {
    return progress.stages().stream().map(StageProgress::state).toList();
  }

  private static Verdict verdict(Line line, Reported... reports) {
    return Progress.derivedFrom(line, ROUTING, said(reports))
        .stages()
        .get(1)
        .measurements()
        .getFirst()
        .verdict();
  }

  private static Verdict lastVerdict(Line line, Reported... reports) {
    return Progress.derivedFrom(line, ROUTING, said(reports))
        .stages()
        .getLast()
        .measurements()
        .getFirst()
        .verdict();
  }
}
