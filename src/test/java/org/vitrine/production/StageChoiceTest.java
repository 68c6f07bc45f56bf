package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.production.Reported.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.platform.Rejection;

/** An operation that stands in several stages of a route: wash, coat, wash again. */
class StageChoiceTest {

  @ParameterizedTest(name = "{0}, of {2} ordered")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Cut 10, Wash 10, Coat 10, Wash 10, Pack 10;               10 10 10 10 10; 10
          Wash 10;                                                   0 10  0  0  0; 10
          Wash 10, Coat 10;                                          0 10 10  0  0; 10
          Wash 6, Coat 6, Wash 4, Coat 4, Wash 10;                   0 10 10 10  0; 10
          Wash 6, Coat 6, Wash 6, Wash 4;                            0 10  6  6  0; 10
          Wash 5, Wash 5, Coat 10, Wash 5, Wash 5;                   0 10 10 10  0; 10
          Wash 10, Coat 10, Wash 4;                                  0 10 10  4  0; 10
          Wash 10, Coat 10, Wash 10;                                 0 10 10 10  0; 0
          """)
  void belongs_to_the_stage_that_the_pieces_have_reached(String reports, String good, int ordered) {
    List<Report> said = new ArrayList<>();
    for (String one : reports.split(", ")) {
      String[] parts = one.split(" ");
      said.add(
          report("r" + said.size())
              .of(parts[0])
              .good(Integer.parseInt(parts[1]))
              .atHour(said.size())
              .said());
    }
    Line line = new Line(1, "P", null, ordered == 0 ? null : ordered, "wash-twice", List.of());
    Routing routing = route("Cut", "Wash*", "Coat*", "Wash*", "Pack");

    Progress progress = Progress.derivedFrom(line, routing, said);

    assertThat(progress.stages().stream().map(StageProgress::good))
        .containsExactlyElementsOf(
            Stream.of(good.strip().split(" +")).map(Long::valueOf).map(Amount::of).toList());
    assertThat(Progress.derivedFrom(line, routing, said.reversed())).isEqualTo(progress);
  }

  @Test
  void a_report_that_names_its_stage_belongs_there() {
    Routing routing = route("Cut", "Wash*", "Coat*", "Wash*", "Pack");
    Line line = new Line(1, "P", null, 10, "wash-twice", List.of());

    Progress progress =
        Progress.derivedFrom(
            line, routing, List.of(report("1").in("s3").of("Wash").good(10).said()));

    assertThat(progress.stages().get(3).good()).isEqualTo(Amount.of(10));
  }

  @Test
  void what_was_corrected_is_gone_from_the_later_stage_too() {
    Routing routing = route("Cut", "Wash*", "Coat*", "Wash*", "Pack");
    Line line = new Line(1, "P", null, 10, "wash-twice", List.of());

    Progress progress =
        Progress.derivedFrom(
            line,
            routing,
            List.of(
                report("1").of("Wash").good(10).atHour(1).said(),
                report("2").of("Coat").good(10).atHour(2).said(),
                report("3").of("Wash").good(10).atHour(3).said(),
                report("4").of("Wash").good(9).correcting("3").atHour(4).said()));

    assertThat(progress.stages().get(1).good()).isEqualTo(Amount.of(10));
    assertThat(progress.stages().get(3).good()).isEqualTo(Amount.of(9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Wash | Wash",
        "Wash* | Wash 2",
        "* | Pack",
        "Wash, Rinse | Rinse",
        "Cut | Wash* | Wash*",
        "Wash* | Washing | Wash*"
      })
  void a_stage_that_nothing_could_reach_is_refused(String stages) {
    assertThatThrownBy(() -> route(stages.split(" \\| ")).checked())
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("No report would ever reach");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Wash | Coat | Wash", "Wash* | Wash*, Rinse", "Wash 1 | Wash*", "Wash | - | Wash"})
  void a_stage_that_something_can_reach_is_taken(String stages) {
    assertThat(route(stages.split(" \\| ")).checked().stages()).isNotEmpty();
  }

  private static Routing route(String... operations) {
    List<Stage> stages = new ArrayList<>();
    for (String one : operations) {
      List<String> named = one.equals("-") ? List.of() : List.of(one.split(", "));
      stages.add(new Stage("s" + stages.size(), null, named, null, null, null));
    }
    return new Routing("wash-twice", null, stages);
  }
}
