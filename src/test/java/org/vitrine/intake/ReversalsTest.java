package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.orders.Amount;
import org.vitrine.production.Report;

class ReversalsTest {
  private static final String HEADER =
      "order;part;quantity;operation;worker;started_at;finished_at;good;rejected;scrapped;rework;report;id;corrects;stage";

  /**
   * A row is {@code order operation worker HH:MM good/rejected/scrapped id corrects}; - is nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // rows, the good pieces that then stand, the lines that are refused
        "A Cut W1 10:00 50//, A Cut W1 10:05 -50//              | 0          | ",
        "A Cut W1 10:00 50//, A Cut W1 10:05 50-//              | 0          | ",
        "A Cut W1 10:00 50//, A Cut W1 10:05 \u221250.0//       | 0          | ",
        "A Cut W1 10:05 -50//, A Cut W1 10:00 50//              | 0          | ",
        "A Cut W1 10:00 50//, A Cut - 10:00 -50//               | 0          | ",
        "A Cut W1 10:00 50/2/1, A Cut W1 10:05 -50/-2/-1        | 0          | ",
        "A Cut W1 10:00 50/0/, A Cut W1 10:05 -50//0            | 0          | ",
        "A Cut W1 10:00 50//, A Cut W1 10:01 50//, A Cut W1 10:05 -50// | 50 0 | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:00 50// b, A Cut W1 10:05 -50// c, A Cut W1 10:05 -50// d | 0 0 | ",
        "A Cut W1 10:00 50//, A Cut W1 10:05 -50//, A Cut W1 10:06 50// | 0 50 | ",
        "A Cut W1 10:00 50//, A Cut W2 10:01 50//, A Cut W1 10:05 -50// | 50 0 | ",
        "A Cut W1 10:00 //7, A Cut W1 10:05 //-7                | 0          | ",
        // nothing fits: what it may be about does not stand either
        "A Cut W1 10:00 50//, A Cut W1 10:05 -20//              |            | 2 3",
        "A Cut W1 10:00 30//, A Cut W1 10:01 50//, A Cut W1 10:05 -20// | 30 | 3 4",
        "A Cut W1 10:00 30//, A Cut W1 10:01 50//, A Cut W1 10:05 -60// |    | 2 3 4",
        "A Cut W1 10:00 30//, A Weld W1 10:01 50//, A Cut W1 10:05 -50// | 50 | 2 4",
        "A Cut W1 10:00 50//, B Cut W1 10:05 -50//              | 50         | 3",
        "A Cut W1 10:10 50//, A Cut W1 10:05 -50//              | 50         | 3",
        "A Cut W1 10:00 50//, A Cut W2 10:05 -50//              | 50         | 3",
        "A Cut W1 10:00 50//, A Cut W1 10:05 -50/3/             |            | 2 3",
        "A Cut W1 10:00 50//, A Cut W1 25:00 -50//              |            | 2 3",
        "A Cut W1 10:00 50//, A Cut W1 10:05 -many//            |            | 2 3",
        "A Cut W1 10:00 50//, A Cut W1 10:05 -1.5//             |            | 2 3",
        // by name
        "A Cut W1 10:00 50// a, A Cut W1 10:05 40// b a         | 40         | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:05 -50// b a        | 0          | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:05 -20// b a        | 30         | ",
        "A Cut W1 10:00 50// a, A Cut W2 10:05 -20// - a        | 30         | ",
        "A Cut W1 10:05 -50// b earlier                         | 0          | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:05 -70// b a        |            | 2 3",
        "A Cut W1 10:00 50// a, A Cut W1 25:00 40// b a         |            | 2 3",
        "A Cut W1 10:00 50// a, A Cut W1 10:01 40// b a, A Cut W1 25:00 30// c b | | 2 3 4",
        "A Cut W1 10:00 50// a, A Cut W1 10:01 -20// b a, A Cut W1 10:02 -10// c a | 20 | ",
        "A Cut W1 10:00 10// W-20, A Cut W1 10:00 -3// K-1 W-20 | 7          | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:01 -30// b a, A Cut W1 10:02 -30// c a |    | 2 3 4",
        "A Cut W1 10:00 50//, A Cut W1 10:02 60//, A Cut W1 10:03 10/-/ | 50 60 | 4",
        "A Cut W1 10:00 50// a, A Cut W1 10:00 50// a           | 50         | ",
        "A Cut W1 10:00 50// a, A Cut W1 10:00 51// a           | 50         | 3",
        "A Cut W1 10:00 50// a, B Cut W1 10:00 51// a           | 50 51      | ",
      })
  void what_a_log_takes_back_does_not_stand(String rows, String standing, String refused) {
    PlantLog log = read(rows);

    List<String> corrected =
        log.entries().stream().map(entry -> entry.report().reference().corrects()).toList();
    assertThat(
            log.entries().stream()
                .map(LogEntry::report)
                .filter(report -> !corrected.contains(report.id()))
                .map(report -> String.valueOf(report.pieces().good()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(standing == null ? "" : standing);
    assertThat(
            log.refused().stream()
                .map(row -> String.valueOf(row.line()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(refused == null ? "" : refused);
    assertThat(log.refused()).allMatch(row -> !log.order(row).isEmpty());
    assertThat(log.rows()).isEqualTo(rows.split(",").length);
  }

  @Test
  void a_report_that_takes_back_corrects_the_one_that_it_takes_back() {
    PlantLog log = read("A Cut W1 10:00 50//, A Cut W1 10:05 -50//");

    Report booking = log.entries().getFirst().report();
    Report reversal = log.entries().getLast().report();
    assertThat(reversal.reference().corrects()).isEqualTo(booking.id());
    assertThat(reversal.pieces().good()).isEqualTo(Amount.NONE);
    assertThat(read("A Cut W1 10:00 50//, A Cut W1 10:05 -50//").entries())
        .as("the same again")
        .isEqualTo(log.entries());
  }

  @Test
  void a_stage_may_be_named_in_the_place_of_an_operation() {
    PlantLog log =
        PlantLog.parse(
            "log.csv",
            HEADER
                + "\nA;;;;W1;;2026-11-20T10:00;5;;;;;;;pack"
                + "\nA;;;Box;W1;;2026-11-20T11:00;5;;;;;;;pack"
                + "\nA;;;;W1;;2026-11-20T11:00;5;;;;;;;\n",
            ZoneId.of("Z"),
            Repeats.REPORTS_OF_THEIR_OWN);

    assertThat(log.entries())
        .extracting(entry -> entry.report().place().stage())
        .containsExactly("pack", "pack");
    assertThat(log.refused()).extracting(RefusedRow::column).containsExactly("operation");
    assertThat(log.ignoredColumns()).isEmpty();
  }

  private static PlantLog read(String rows) {
    return PlantLog.parse(
        "log.csv",
        Arrays.stream(rows.split(","))
            .map(row -> row(row.strip().split(" ")))
            .collect(Collectors.joining("\n", HEADER + "\n", "\n")),
        ZoneId.of("Z"),
        Repeats.REPORTS_OF_THEIR_OWN);
  }

  private static String row(String... said) {
    List<String> row =
        Stream.concat(Arrays.stream(said).map(one -> one.equals("-") ? "" : one), Stream.of("", ""))
            .toList();
    return "%s;;;%s;%s;;2026-11-20T%s;%s;no;work;%s;%s;"
        .formatted(
            row.get(0),
            row.get(1),
            row.get(2),
            row.get(3),
            String.join(";", row.get(4).split("/", -1)),
            row.get(5),
            row.get(6));
  }
}
