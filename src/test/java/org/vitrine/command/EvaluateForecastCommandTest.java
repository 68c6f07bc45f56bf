package org.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.MadeUpLog;
import org.vitrine.intake.TestWorkbook;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine;

/** What is typed is understood, or one is told what is wrong with it. */
class EvaluateForecastCommandTest {
  private static final int ORDERS = 40;

  @TempDir Path folder;

  private record Evaluated(int status, String fault) {}

  private Evaluated evaluate(Path file, String... options) {
    StringWriter fault = new StringWriter();
    int status =
        new CommandLine(new EvaluateForecastCommand())
            .setErr(new PrintWriter(fault, true))
            .setExecutionExceptionHandler(
                (failed, command, result) -> {
                  assertThat(failed).isInstanceOf(StartFailed.class);
                  command.getErr().println(failed.getMessage());
                  return 1;
                })
            .execute(
                Stream.concat(Stream.of(file.toString()), Arrays.stream(options))
                    .toArray(String[]::new));
    return new Evaluated(status, fault.toString());
  }

  private Path log() throws Exception {
    return Files.writeString(folder.resolve("log.csv"), MadeUpLog.text(ORDERS));
  }

  @Test
  void what_would_have_been_said_is_written_as_rows() throws Exception {
    Path said = folder.resolve("said.csv");

    assertThat(evaluate(log(), "--zone", "+02:00", "--said", said.toString()).status()).isZero();
    List<String> rows = Files.readAllLines(said);
    assertThat(rows.getFirst()).isEqualTo("order,at,stage,half,nine_of_ten,finished,held");
    assertThat(rows).hasSize(1 + ORDERS * 5);
    assertThat(rows.get(1)).startsWith("WO-0,2026-01-06T").contains("+02:00,Turning,2026-01-");
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row.matches(".*,(yes|no)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--zone=Mars/Olympus | zone",
        "--days=mon,someday | --days",
        "--days= | --days",
        "--days=m | --days",
        "--plan-hours=0 | --plan-hours",
        "--plan-hours=-4 | --plan-hours",
        "--plan-hours=NaN | --plan-hours",
        "--plan-hours=Infinity | --plan-hours",
        "--plan-hours=many | --plan-hours",
        "--encoding=klingon | --encoding",
        "--said=/proc/nowhere/said.csv | cannot be written",
      })
  void what_makes_no_sense_is_refused_with_its_name(String option, String named) throws Exception {
    Evaluated found = evaluate(log(), option);

    assertThat(found.status()).isNotZero();
    assertThat(found.fault()).contains(named);
  }

  @Test
  void a_log_that_is_too_short_or_none_says_so() throws Exception {
    Path few = Files.writeString(folder.resolve("few.csv"), MadeUpLog.text(4));
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path unreadable =
        Files.writeString(
            folder.resolve("unreadable.csv"),
            MadeUpLog.rows(1).getFirst() + "\nWO-1,Gear,80,Turning,W1,,yesterday,1,0,0,no,work\n");
    Path decades =
        Files.writeString(
            folder.resolve("decades.csv"),
            MadeUpLog.text(ORDERS) + "WO-0,Gear,80,Packing,W1,,1999-01-02T08:00,1,0,0,no,work\n");

    assertThat(evaluate(few).fault()).contains("at least 10 orders");
    assertThat(evaluate(empty).fault()).contains("empty.csv is empty");
    assertThat(evaluate(unreadable).fault()).contains("no row that could be read");
    assertThat(evaluate(decades).fault()).contains("at most three years");
    assertThat(evaluate(folder.resolve("nothing.csv")).fault()).contains("nothing.csv");
  }

  @Test
  void a_workbook_and_a_file_in_gb18030_are_read_like_any_other() throws Exception {
    Path workbook =
        Files.write(
            folder.resolve("log.xlsx"),
            TestWorkbook.ofTexts(MadeUpLog.rows(ORDERS).toArray(String[]::new)));
    Path chinese =
        Files.writeString(
            folder.resolve("chinese.csv"),
            MadeUpLog.text(ORDERS).replace("Turning", "车削"),
            Charset.forName("GB18030"));
    Path said = folder.resolve("said.csv");

    assertThat(evaluate(workbook).status()).isZero();
    assertThat(
            evaluate(chinese, "--encoding", "GB18030", "--said", said.toString(), "--json")
                .status())
        .isZero();
    assertThat(Files.readString(said)).contains(",车削,");
  }
}
