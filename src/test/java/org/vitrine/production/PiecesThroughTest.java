package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.report;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;

/** How many pieces of 100 are through a stage, by what its operations said. */
class PiecesThroughTest {

  @ParameterizedTest(name = "by {0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # every operation that counts has to have counted a piece
          Turning, Milling;            Turning 100;                                   0
          Turning, Milling;            Turning 100, Milling 0/4;                      0
          Turning, Milling;            Turning 100, Milling 5;                        5
          Turning, Milling;            Milling 40, Turning 60;                       40
          Turning, Milling, Deburring; Turning 100, Milling 100;                      0
          Turning, Milling;            Turning 100, Inspection 100;                   0
          Turn*, Mill*;                Turn 1 100;                                    0
          Turn*, Mill*;                Turn 1 100, Mill 2 7;                          7
          # machines that stand for each other
          Mill *;                      Mill 1 60, Mill 2 40;                        100
          Mill *;                      Mill 1 60;                                    60
          Mill *;                      Mill 1 100, Mill 2 100;                      100
          Mill *;                      Mill 1 120, Mill 2 40;                       120
          Mill A | Mill B;             Mill A 30, Mill B 20;                         50
          Mill A | Mill B, Wash;       Mill A 100, Wash 3;                            3
          Mill A | Mill B, Wash;       Mill A 100;                                    0
          # rejected, then repaired
          Weld;                        Weld 18/2, Weld ~2;                           20
          Weld;                        Weld 18/2, Weld ~5;                           20
          Weld;                        Weld 18, Weld ~5;                             18
          Weld;                        Weld 18/2, Weld ~1;                           19
          Weld;                        Weld 18/2, Repair ~2;                         18
          Weld, Paint;                 Weld 90/10, Paint 90/10, Repair ~10;          90
          Weld, Paint;                 Weld 90/10, Paint 100, Repair ~10;            90
          Weld, Paint;                 Weld 90/10, Paint 100, Weld ~10;             100
          Weld *;                      Weld 1 10/5, Weld 2 5, Weld 2 ~5;             20
          # the stage as a whole
          Weld;                        - 25;                                         25
          Weld, Paint;                 Weld 100, - 25;                               25
          """)
  void pieces_through(String countedBy, String reports, int through) {
    List<String> counters = List.of(countedBy.split(", "));
    List<String> operations = new ArrayList<>(counters);
    operations.addAll(List.of("Inspection", "Repair"));
    Routing routing =
        new Routing("r", null, List.of(new Stage("s", null, operations, counters, null, null)));
    List<Report> said = new ArrayList<>();
    for (String one : reports.split(", ")) {
      said.add(said(one, said.size()));
    }
    Line line = new Line(1, "P", null, 100, "r", List.of());

    Progress progress = Progress.derivedFrom(line, routing, said);

    assertThat(progress.stages().getFirst().through()).isEqualTo(Amount.of(through));
    assertThat(Progress.derivedFrom(line, routing, said.reversed())).isEqualTo(progress);
  }

  /** Such as “Weld 18/2”: 18 good and 2 rejected; “~2” are of rework, “-” is the whole stage. */
  private static Report said(String text, int number) {
    int blank = text.lastIndexOf(' ');
    String operation = text.substring(0, blank);
    String[] counts = text.substring(blank + 1).replace("~", "").split("/");
    Reported said = report("r" + number).good(Integer.parseInt(counts[0])).atHour(number);
    said = operation.equals("-") ? said.in("s") : said.of(operation);
    said = counts.length > 1 ? said.rejected(Integer.parseInt(counts[1])) : said;
    return (text.contains("~") ? said.rework() : said).said();
  }
}
