package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.platform.StartFailed;

/** Files whose columns say texts in a language. */
class FilesInLanguagesIT {
  private static final String LOG =
      "order;part;quantity;operation;worker;started_at;finished_at;good;rejected;scrapped;rework;report";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "F1 | product                      | KFR-35         | 'KFR-35'",
        "F2 | product_zh-CN                | 空调           | {'zh-CN':'空调'}",
        "F3 | product;product_zh-CN        | Unit;空调      | {'en':'Unit','zh-CN':'空调'}",
        "F4 | Product_EN;PRODUCT_zh-cn     | Unit;空调      | {'en':'Unit','zh-CN':'空调'}",
        "F5 | product;product_zh-Hans      | Unit;          | 'Unit'",
        "F6 | product;product_ar;product_de| ;مكيف;Gerät    | {'ar':'مكيف','de':'Gerät'}",
        "F7 | product_no-NO;product_id-ID  | Klima;AC       | {'id-ID':'AC','no-NO':'Klima'}",
      })
  void a_product_has_a_column_a_language(
      String number, String columns, String cells, String product) {
    String file =
        "order;company;routing;%s\n%s;northwind;split-ac;%s\n".formatted(columns, number, cells);

    OrderSheetSummary summary = place(file);

    assertThat(summary.refused()).isEmpty();
    assertThat(line(number).get("product").toString()).isEqualTo(product.replace('\'', '"'));
  }

  @Test
  void each_text_of_an_order_has_them() {
    place(
        """
        order;company;routing;promised_on;promise_reason_zh-CN;description_zh-CN;line;requirement;stage;name;name_zh;name_de;ordered;ordered_zh-CN;waiver_fr
        FULL;northwind;split-ac;2026-12-12;;分体式空调;1;drop;packing;Drop;跌落;Fall;undamaged;无破损;accepté
        """);
    place(
        """
        order;company;routing;promised_on;promise_reason_en;promise_reason_zh-CN;line_cancelled;line_cancelled_zh-CN;line
        FULL;northwind;split-ac;2026-12-15;late coils;线圈晚到;;;1
        FULL;northwind;split-ac;;;;not needed;不再需要;2
        """);
    JsonNode page = shop.integrator().json("/api/orders/FULL");
    assertThat(page.at("/promise/revisions/1/reason").toString())
        .isEqualTo("{\"en\":\"late coils\",\"zh-CN\":\"线圈晚到\"}");
    assertThat(page.at("/lines/2/cancelled/zh-CN").asText()).isEqualTo("不再需要");
    String placed =
        shop.integrator().json("/api/orders/FULL/events").at("/events/0/body").toString();
    assertThat(placed)
        .contains("\"description\":{\"zh-CN\":\"分体式空调\"}")
        .contains("\"name\":{\"de\":\"Fall\",\"en\":\"Drop\",\"zh-CN\":\"跌落\"}")
        .contains("\"ordered\":{\"en\":\"undamaged\",\"zh-CN\":\"无破损\"}")
        .contains("\"waiver\":{\"fr\":\"accepté\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product_xx",
        "product_german",
        "product_zh_CN",
        "product_no",
        "product_id",
        "product_sn",
        "quantity_de",
        "description_"
      })
  void a_column_of_no_language_is_named(String column) {
    assertThatThrownBy(
            () -> place("order;company;routing;" + column + "\nX;northwind;split-ac;x\n"))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("unknown column “" + column.toLowerCase(java.util.Locale.ROOT) + "”")
        .hasMessageContaining("product_zh-CN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "product;product_en                  | A;B        | product              | says the text in"
            + " en a second time",
        "product_he;product_iw               | A;B        | product_iw           | says the text in"
            + " he a second time",
        "product_zh-CN                       | LONG       | product_zh-CN        | Longer than 100"
            + " characters",
        "promised_on;promise_reason_de       | 2026-12-12;LONG | promise_reason_de | Longer than"
            + " 500 characters",
        "line_cancelled_zh-CN                | LONG       | cancelled_zh-CN      | Longer than 500"
            + " characters",
        "ordered_zh-CN                       | x          | ordered_zh-cn        | belongs to a"
            + " requirement",
      })
  void what_cannot_be_is_refused_at_its_column(
      String columns, String cells, String column, String sentence) {
    OrderSheetSummary summary =
        place(
            "order;company;routing;%s\nBAD;northwind;split-ac;%s\n"
                .formatted(columns, cells.replace("LONG", "长".repeat(501))));
    RefusedRow row = summary.refused().getFirst().row();
    assertThat(row.column()).isEqualTo(column);
    assertThat(row.reason()).contains(sentence);
  }

  @Test
  void rows_of_a_line_may_each_say_a_language() {
    place(
        """
        order;company;routing;product;product_zh-CN;requirement;stage
        ROWS;northwind;split-ac;Unit;;a;packing
        ROWS;northwind;split-ac;;空调;b;packing
        """);
    assertThat(line("ROWS").get("product").toString())
        .isEqualTo("{\"en\":\"Unit\",\"zh-CN\":\"空调\"}");
  }

  @Test
  void a_log_names_its_part_and_says_why_in_both() {
    String rows =
        LOG
            + ";part_zh-CN;reason;reason_zh-CN;part_no\n"
            + "LOG1;Flange;10;Turning;;;2026-11-20T10:00;8;2;;no;work;法兰;burrs;毛刺;4711\n";

    PlantLogSummary summary = log(rows);

    assertThat(summary.refused()).isEmpty();
    assertThat(summary.log().ignoredColumns()).containsExactly("part_no");
    assertThat(line("LOG1").get("product").toString())
        .isEqualTo("{\"en\":\"Flange\",\"zh-CN\":\"法兰\"}");
    assertThat(shop.integrator().json("/api/orders/LOG1").get("heard").toString())
        .contains("\"reason\":{\"en\":\"burrs\",\"zh-CN\":\"毛刺\"}");
    assertThat(log(rows).known()).isEqualTo(1);
  }

  @Test
  void a_log_without_them_names_its_reports_as_ever() {
    String row = "LOG2;P-1;10;Turning;;;2026-11-20T10:00;8;;;no;work";
    PlantLog plain = read(LOG + "\n" + row + "\n");
    PlantLog empty = read(LOG + ";part_zh-CN;reason\n" + row + ";;\n");
    assertThat(empty.entries().getFirst().report()).isEqualTo(plain.entries().getFirst().report());
    assertThat(plain.entries().getFirst().report().id())
        .isEqualTo("log-f544f82f706f8d68f44957abfba13e1f");
  }

  private static JsonNode line(String number) {
    return shop.integrator().json("/api/orders/" + number).at("/lines/1");
  }

  private static OrderSheetSummary place(String file) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .place(
            OrderSheet.parse("orders.csv", file),
            Mode.FOR_REAL,
            Optional.empty(),
            () -> false,
            done -> {});
  }

  private static PlantLog read(String file) {
    return PlantLog.parse("log.csv", file, ZoneOffset.UTC, Repeats.REPORTS_OF_THEIR_OWN);
  }

  private static PlantLogSummary log(String file) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .take(
            read(file),
            Optional.empty(),
            LogOwner.NOBODY_SAID,
            ReplaySpeed.allAtOnce(),
            Mode.FOR_REAL,
            Optional.empty(),
            done -> {});
  }
}
