package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

/** How files write days. */
class DayColumnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18.12.2026           | 2026-12-18",
        "8.1.27               | 2027-01-08",
        "18. 12. 2026         | 2026-12-18",
        "05.04.2026           | 2026-04-05",
        "2026/12/18           | 2026-12-18",
        "2026年1月8日         | 2026-01-08",
        "18/12/2026           | 2026-12-18",
        "12/18/2026           | 2026-12-18",
        "12-18-2026           | 2026-12-18",
        "05/05/2026           | 2026-05-05",
        "18.12.2026 07:30     | 2026-12-18 07:30",
        "31.02.2027           | 31.02.2027",
        "18.12                | 18.12",
        "TBC                  | TBC",
        "2026-12-18T00:00:00Z | 2026-12-18T00:00:00Z",
      })
  void a_day_that_can_be_only_one_is_read_however_it_is_written(String written, String read) {
    assertThat(read(Map.of(), written).getFirst().text("promised_on")).isEqualTo(read);
  }

  @Test
  void all_days_of_a_column_are_written_alike() {
    List<CsvRow> rows = read(Map.of(), "05/04/2026", "18/12/2026", "2026-01-02");

    assertThat(rows)
        .extracting(row -> row.text("promised_on"))
        .containsExactly("2026-04-05", "2026-12-18", "2026-01-02");
  }

  @Test
  void a_day_that_may_be_two_is_refused_until_its_format_is_said() {
    CsvRow row = read(Map.of(), "05/04/2026").getFirst();
    CsvRow american = read(said(DayFormat.MONTH_FIRST), "05/04/2026").getFirst();

    assertThatThrownBy(() -> row.requireSound(List.of("promised_on")))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("“05/04/2026” may be 2026-04-05 or 2026-05-04")
        .hasMessageContaining("day.month.year or month/day/year");
    assertThat(american.date("promised_on")).hasToString("2026-05-04");
  }

  @Test
  void a_day_in_another_format_than_was_said_is_refused_with_those_there_are() {
    CsvRow row = read(said(DayFormat.MONTH_FIRST), "18/12/2026").getFirst();

    assertThatThrownBy(() -> row.requireSound(List.of("promised_on")))
        .hasMessageContaining("year-month-day, day.month.year and month/day/year");
  }

  @Test
  void what_fits_the_days_of_a_file_is_told_of_each_column_that_has_some() {
    Table table =
        CsvFile.parse("f.csv", "on;by;at;no\n18.12.2026;02/03/2026;2026-12-01;7\n31.02.2027;;;x\n");

    assertThat(DayColumns.fitting(table))
        .isEqualTo(
            Map.of(
                "on", List.of(DayFormat.DAY_FIRST),
                "by", List.of(DayFormat.DAY_FIRST, DayFormat.MONTH_FIRST),
                "at", List.of(DayFormat.YEAR_FIRST)));
  }

  private static Map<String, DayFormat> said(DayFormat format) {
    return Map.of("promised_on", format);
  }

  private static List<CsvRow> read(Map<String, DayFormat> said, String... days) {
    Table table = CsvFile.parse("f.csv", "promised_on\n" + String.join("\n", days) + "\n");
    return DayColumns.read(table, ImportKind.ORDERS, said).rows();
  }
}
