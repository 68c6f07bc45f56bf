package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.production.PlainProgress.PlainLine;
import org.vitrine.production.PlainProgress.PlainStage;

/** What is added up report by report is what the whole history says, whatever came and how. */
class OrderTallyProperties {
  private static final OrderTally SILENT =
      OrderTally.of(
          List.of(ProgressProperties.LINE),
          OrderRoutings.newest(Map.of("r", ProgressProperties.ROUTING)));

  @Property
  void a_snapshot_that_moved_on_is_the_one_that_is_made_anew(
      @ForAll("histories") List<Report> reports, @ForAll long seed) {
    Random random = new Random(seed);
    List<Report> asTheyCame = new ArrayList<>(reports);
    reports.stream().filter(report -> random.nextBoolean()).forEach(asTheyCame::add);
    Collections.shuffle(asTheyCame, random);

    OrderTally kept = SILENT;
    List<Report> heard = new ArrayList<>();
    for (Report report : asTheyCame) {
      kept = kept.plus(report);
      heard.add(report);
      if (random.nextInt(5) == 0) {
        assertThat(kept).isEqualTo(of(heard));
      }
    }
    assertThat(kept).isEqualTo(of(reports));
    assertThat(kept.progress(WorkingTimes.AROUND_THE_CLOCK).get(1)).isEqualTo(derived(reports));
  }

  @Property
  void what_is_added_up_is_what_one_finds_by_walking_through_the_history(
      @ForAll("histories") List<Report> reports) {
    LineTally line = of(reports).lines().get(1);
    PlainLine plain =
        PlainProgress.of(ProgressProperties.LINE, ProgressProperties.ROUTING, reports);

    line.courses().forEach((code, course) -> assertSame(course, plain.stages().get(code)));
    assertThat(line.unmapped().values())
        .extracting(OperationProgress::derivedFrom)
        .containsExactlyElementsOf(plain.unmapped());
  }

  private static void assertSame(StageTimeline timeline, PlainStage plain) {
    assertThat(timeline.isFinished()).isEqualTo(plain.finished());
    assertThat(timeline.isReopened()).isEqualTo(plain.reopened());
    assertThat(timeline.hold()).isEqualTo(plain.hold());
    assertThat(timeline.ended()).isEqualTo(plain.ended());
    assertThat(timeline.began()).isEqualTo(plain.began());
    assertThat(timeline.newest()).isEqualTo(plain.newest());
    assertThat(timeline.measurements()).isEqualTo(plain.measurements());
    assertThat(timeline.operations().values())
        .extracting(OperationProgress::derivedFrom)
        .containsExactlyElementsOf(plain.operations());
  }

  /** Few operations, few hours and many corrections, so that all of it meets. */
  @Provide
  Arbitrary<List<Report>> histories() {
    Arbitrary<Report> reports =
        Combinators.combine(
                Arbitraries.integers().between(1, 40),
                Arbitraries.of("A1", "A2", "A-setup", "I1", "P1", "Unknown", null, null),
                Arbitraries.of(ReportKind.values()),
                Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(1, 60))
            .as(OrderTallyProperties::report);
    return reports.list().ofMaxSize(40).uniqueElements(Report::id);
  }

  private static Report report(
      int id, String operation, ReportKind kind, int pieces, int hour, int value, int corrects) {
    Reported said = Reported.report("r" + id).kind(kind).atHour(hour);
    said = operation == null ? said.in("assembly") : said.of(operation);
    switch (kind) {
      case READING ->
          said =
              value % 2 == 0
                  ? said.answered("drop", value > 4)
                  : said.measured("capacity", String.valueOf(value)).unit("u" + hour % 3);
      case HELD -> said = said.held("why not");
      default -> said = said.good(pieces).rejected(value % 3).beganAtHour(hour - value);
    }
    said = value % 5 == 0 ? said.rework() : said;
    return (corrects <= 40 && corrects != id ? said.correcting("r" + corrects) : said).said();
  }

  private static OrderTally of(List<Report> reports) {
    OrderTally tally = SILENT;
    for (Report report : reports) {
      tally = tally.plus(report);
    }
    return tally;
  }

  private static Progress derived(List<Report> reports) {
    return Progress.derivedFrom(ProgressProperties.LINE, ProgressProperties.ROUTING, reports);
  }
}
