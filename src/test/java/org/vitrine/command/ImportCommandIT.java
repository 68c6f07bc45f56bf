package org.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.intake.TestWorkbook;
import picocli.CommandLine;

/** An import beside a server that runs on the same data directory. */
class ImportCommandIT {
  private static final String HEADER =
      "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report\n";

  @TempDir Path directory;

  @Test
  void it_finds_the_running_database_and_open_pages_move() throws Exception {
    Path data = directory.resolve("data");
    Path log =
        Files.writeString(
            directory.resolve("log.csv"),
            HEADER
                + "WO-1,Gear,80,Packing,W1,2026-01-02T07:00,2026-01-02T08:00,20,0,0,no,work\n"
                + "WO-1,Gear,80,Packing,W1,2026-01-02T09:00,2026-01-02T18:00,30,0,0,no,work\n");
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");
      try (TestWatcher board = new TestWatcher(server, staff).watch("board")) {
        await("the board is there", () -> board.page("board") != null);

        assertThat(importing("plant-log", log, "--zone", "+02:00", "--data", data)).isZero();
        await(
            "the imported order moves onto the board",
            () -> board.page("board").at("/rows/WO-1").isObject());
        assertThat(staff.json("/api/orders/WO-1").at("/lines/1/stages/packing/through").asInt())
            .isEqualTo(50);
        assertThat(importing("plant-log", log, "--zone", "+02:00", "--data", data)).isZero();
        assertThat(staff.json("/api/orders/WO-1").at("/reports").asInt()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_replay_keeps_the_pauses_made_shorter() throws Exception {
    Path data = directory.resolve("data");
    Path log =
        Files.writeString(
            directory.resolve("log.csv"),
            HEADER
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T08:00,20,0,0,no,work\n"
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T18:00,30,0,0,no,work\n");
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");
      long before = System.nanoTime();
      assertThat(importing("plant-log", log, "--data", data, "--replay", "12000")).isZero();

      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
      assertThat(staff.json("/api/orders/WO-1").at("/reports").asInt()).isEqualTo(2);
    }
  }

  @Test
  void refused_rows_end_in_1_and_the_rest_is_taken() throws Exception {
    Path data = directory.resolve("data");
    Path log =
        Files.writeString(
            directory.resolve("log.csv"),
            HEADER
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T08:00,20,0,0,no,work\n"
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T18:00,many,0,0,no,work\n"
                + "WO-1,Gear,50,Packing,W1,,2999-01-02T18:00,1,0,0,no,work\n");
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");

      assertThat(importing("plant-log", log, "--data", data)).isEqualTo(1);
      assertThat(staff.json("/api/orders/WO-1").at("/reports").asInt()).isEqualTo(1);
    }
  }

  @Test
  void what_is_taken_back_is_not_through_and_a_row_a_piece_is_counted() throws Exception {
    Path data = directory.resolve("data");
    String piece = "WO-2,Gear,50,Packing,W1,,2026-01-02T08:00,1,0,0,no,work\n";
    Path log =
        Files.writeString(
            directory.resolve("log.csv"),
            HEADER
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T08:00,50,0,0,no,work\n"
                + "WO-1,Gear,50,Packing,W1,,2026-01-02T08:05,-50,0,0,no,work\n"
                + piece.repeat(3));
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");

      for (int times = 0; times < 2; times++) {
        assertThat(importing("plant-log", log, "--data", data)).isZero();
        assertThat(staff.json("/api/orders/WO-1").at("/lines/1/stages/packing/through").asInt())
            .isZero();
        assertThat(staff.json("/api/orders/WO-1").at("/lines/1/state").asText())
            .isNotEqualTo("completed");
        assertThat(staff.json("/api/orders/WO-2").at("/lines/1/stages/packing/through").asInt())
            .isEqualTo(3);
      }
    }
  }

  @Test
  void a_file_is_read_in_the_encoding_that_is_said() throws Exception {
    Path data = directory.resolve("data");
    String row = "WO-1,Gehäuse,50,Packing,W1,,2026-01-02T08:00,20,0,0,no,work\n";
    Path log =
        Files.write(
            directory.resolve("log.csv"), (HEADER + row).getBytes(Charset.forName("windows-1252")));
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");

      assertThat(importing("plant-log", log, "--data", data)).isEqualTo(1);
      assertThat(importing("plant-log", log, "--data", data, "--encoding", "no-such")).isEqualTo(1);
      assertThat(importing("plant-log", log, "--data", data, "--encoding", "cp1252")).isZero();
      assertThat(staff.json("/api/orders/WO-1").at("/lines/1/product").asText())
          .isEqualTo("Gehäuse");
    }
  }

  @Test
  void a_workbook_is_imported_by_a_mapping_from_a_file_by_name_or_remembered() throws Exception {
    Path data = directory.resolve("data");
    String mapping =
        """
        {"columns": {"order": "customer_order_no", "line": "line_code", "product": "product_type_code"},
         "constants": {"company": "northwind", "routing": "split-ac"}, "number": "line"}""";
    Path file = Files.writeString(directory.resolve("mes.json"), mapping);
    Path export = directory.resolve("mes.xlsx");
    Files.write(
        export,
        TestWorkbook.ofTexts(
            "order_no,product_type_code,quantity,line_code,customer_order_no",
            "WO-EX-001,DEMO-BENCH,2,ASM-1,SO7788"));
    try (TestVitrine server = TestVitrine.startOn(data)) {
      Shop shop = new Shop(server);
      TestClient staff = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");

      assertThat(importing("orders", export, "--data", data)).isEqualTo(1);
      assertThat(importing("orders", export, "--data", data, "--columns", "mes")).isEqualTo(1);
      assertThat(importing("orders", export, "--data", data, "--columns", file)).isZero();
      assertThat(staff.json("/api/orders/SO7788").at("/lines/1/quantity").asInt()).isEqualTo(2);
      assertThat(importing("orders", export, "--data", data, "--columns", "remembered"))
          .isEqualTo(1);
      staff.put(
          "/api/column-mappings/mes",
          """
          {"kind": "orders", "mapping": %s,
           "headers": ["order_no", "product_type_code", "quantity", "line_code", "customer_order_no"]}"""
              .formatted(mapping));
      for (String name : List.of("mes", "remembered")) {
        assertThat(importing("orders", export, "--data", data, "--columns", name, "--dry-run"))
            .isZero();
      }
      assertThat(importing("orders", export, "--data", data, "--sheet", "Nothing")).isEqualTo(1);
    }
  }

  @Test
  void holidays_are_imported_and_open_orders_follow() throws Exception {
    Path data = directory.resolve("data");
    Path holidays =
        Files.writeString(
            directory.resolve("holidays.ics"),
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            SUMMARY:Christmas
            DTSTART;VALUE=DATE:20261225
            DTEND;VALUE=DATE:20261227
            END:VEVENT
            END:VCALENDAR
            """);
    Path broken = Files.writeString(directory.resolve("broken.ics"), "BEGIN:VCALENDAR\nhello\n");
    try (TestVitrine server = TestVitrine.startOn(data)) {
      TestClient staff = new Shop(server).staff(Role.ACCOUNT_MANAGER, "wei@example.org");

      for (int times = 0; times < 2; times++) {
        assertThat(importing("calendar", holidays, "--data", data)).isZero();
        assertThat(staff.json("/api/calendars/plant").get("version").asInt()).isEqualTo(1);
      }
      assertThat(staff.json("/api/calendars/plant").at("/exceptions/0/to").asText())
          .isEqualTo("2026-12-26");
      assertThat(staff.json("/api/calendars/plant").get("savedBy").asText())
          .isEqualTo("command line");
      assertThat(importing("calendar", holidays, "--calendar", "hall", "--data", data)).isNotZero();
      assertThat(importing("calendar", broken, "--data", data)).isNotZero();
      assertThat(importing("calendar", directory.resolve("none.ics"), "--data", data)).isNotZero();
    }
  }

  private static int importing(Object... arguments) {
    String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    return new CommandLine(new ImportCommand()).execute(texts);
  }
}
