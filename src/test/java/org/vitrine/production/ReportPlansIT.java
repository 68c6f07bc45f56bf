package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestDatabase;

/** How PostgreSQL goes about the statements that take reports, once it keeps their plan. */
class ReportPlansIT {
  private static final String URL = TestDatabase.freshUrl();

  @ParameterizedTest
  @ValueSource(strings = {"TAKE", "TAKE_UNLOCKED"})
  void a_report_that_is_known_is_found_by_its_order_and_id(String statement) throws Exception {
    assertThat(plan(statement))
        .filteredOn(line -> line.contains("Index Cond") && line.contains("report_id ="))
        .isNotEmpty()
        .allMatch(line -> line.contains("order_id ="));
    assertThat(plan(statement)).noneMatch(line -> line.matches(".*Join Filter.*report_id.*"));
  }

  @Test
  void what_is_looked_at_is_a_plan() throws Exception {
    assertThat(plan("TAKE")).anyMatch(line -> line.contains("Insert on event"));
  }

  private static List<String> plan(String statement) throws Exception {
    Field field = ReportRepository.class.getDeclaredField(statement);
    field.setAccessible(true);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:" + URL.replace("postgres@", "") + "?preferQueryMode=simple",
                "postgres",
                "");
        Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery("EXPLAIN (GENERIC_PLAN) " + field.get(null))) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }
}
