package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Line;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.json.Json;

class ColumnMappingTest {
  private static final String MES =
      "order_no,product_type_code,quantity,line_code,customer_order_no\n"
          + "WO-EX-001,DEMO-BENCH,2,ASM-1,SO7788\n";

  private static final String OF_MES =
      """
      {"columns": {"order": "customer_order_no", "line": "line_code", "product": "product_type_code",
                   "routing": "product_type_code"},
       "constants": {"company": "acme"},
       "values": {"routing": {"demo-bench": "shop"}},
       "number": "line"}""";

  @Test
  void the_export_of_an_mes_is_read_by_a_mapping() {
    OrderSheet sheet = orders(MES, OF_MES);

    assertThat(sheet.refused()).isEmpty();
    assertThat(sheet.orders()).hasSize(1);
    assertThat(sheet.orders().getFirst().number()).hasToString("SO7788");
    assertThat(sheet.orders().getFirst().order().company()).isEqualTo("acme");
    Line line = sheet.orders().getFirst().order().lines().getFirst();
    assertThat(line.number()).isEqualTo(1);
    assertThat(line.product()).hasToString("DEMO-BENCH");
    assertThat(line.routing()).isEqualTo("shop");
    assertThat(line.quantity()).hasToString("2");
    assertThat(sheet.remarks()).containsExactly("Columns not used: order_no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,x;A,y;A,x | 1 2 1",
        "A,x;B,x;B,y | 1 1 2",
        "A,ASM-1;A,asm-1 ;A,ASM-2 | 1 1 2",
        "so-1,x;SO-1,y | 1 2",
        "A,10;A,5;A,10 | 1 2 1",
        "A,;A,x;A, | 1 2 1",
      })
  void lines_are_numbered_by_when_their_codes_first_appear(String rows, String numbers) {
    Table table =
        MappedTable.of(
            CsvFile.parse("f.csv", "no,code\n" + rows.replace(';', '\n') + "\n"),
            mapping(
                """
                {"columns": {"order": "no", "line": "code"}, "number": "line",
                 "constants": {"company": "acme", "routing": "shop"}}"""),
            ImportKind.ORDERS);

    assertThat(table.rows())
        .extracting(row -> row.text("line"))
        .containsExactly(numbers.split(" "));
  }

  @Test
  void where_there_are_no_line_codes_each_row_is_a_line() {
    OrderSheet sheet =
        orders(
            "no,item\nA,one\nA,one\nB,two\n",
            """
            {"columns": {"order": "no", "product": "item"}, "number": "line",
             "constants": {"company": "acme", "routing": "shop"}}""");

    assertThat(sheet.orders())
        .extracting(order -> order.order().lines().size())
        .containsExactly(2, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"columns\": {\"ordr\": \"no\"}} | columns.ordr | “ordr” is no column of ours; did you mean “order”?",
        "{\"constants\": {\"compny\": \"acme\"}} | constants.compny | did you mean “company”?",
        "{\"values\": {\"routng\": {\"a\": \"b\"}}} | values.routng | did you mean “routing”?",
        "{\"empty\": [\"names\"]} | empty.names | did you mean “name”?",
        "{\"columns\": {\"company\": \"no\"}, \"constants\": {\"company\": \"acme\"}} | columns.company | “company” is said twice",
        "{\"constants\": {\"unit\": \"kg\"}, \"empty\": [\"unit\"]} | constants.unit | “unit” is said twice",
        "{\"number\": \"order\"} | number | only “line” can",
      })
  void what_is_no_column_of_ours_or_is_said_twice_is_refused(
      String json, String field, String sentence) {
    assertThatThrownBy(() -> mapping(json).requireFitting(ImportKind.ORDERS))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo(field))
        .hasMessageContaining(sentence);
  }

  @Test
  void a_key_that_stands_twice_in_the_file_is_refused() {
    assertThatThrownBy(() -> mapping("{\"columns\": {\"order\": \"a\", \"order\": \"b\"}}"))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("order");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"columns\": {\"order\": \"custmer_order_no\"}} | no column “custmer_order_no”, from which “order” is to be read; did you mean “customer_order_no”?",
        "{\"columns\": {\"order\": \"line code\"}} | did you mean “line_code”?",
        "{\"columns\": {\"product\": \"product\"}} | did you mean “product_type_code”?",
        "{\"columns\": {\"order\": \"order_no\"}} | no column “company”, “routing”",
        "{\"columns\": {\"order\": \"order_no\"}, \"constants\": {\"company\": \"a\", \"routing\": \"b\", \"quantity\": \"1\"}} | has a column “quantity”, and the mapping has a constant",
        "{} | no column “order”, “company”, “routing”",
      })
  void what_the_file_does_not_have_is_refused_with_the_nearest_that_it_has(
      String json, String sentence) {
    assertThatThrownBy(() -> orders(MES, json))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("mes.csv ")
        .hasMessageContaining(sentence);
  }

  @Test
  void a_column_of_our_own_name_is_taken_unless_it_is_said_to_stay_empty() {
    String file = "order,name,company,routing\nA,Smith,acme,shop\n";

    assertThat(orders(file, "{}").refused()).hasSize(1);
    assertThat(orders(file, "{\"empty\": [\"name\"]}").refused()).isEmpty();
  }

  @Test
  void a_log_needs_no_more_than_what_happened_when_to_which_order() {
    PlantLog log =
        PlantLog.of(
            MappedTable.of(
                CsvFile.parse(
                    "log.csv",
                    "Auftrag;AVO;Ende;Gut;Station\nA-1;Cut;2026-11-27 10:00;5;S1\nA-1;Weld;2026-11-27 11:00;;S2\n"),
                mapping(
                    """
                    {"columns": {"order": "auftrag", "operation": "AVO", "finished_at": "Ende", "good": "Gut"},
                     "values": {"operation": {"Cut": "Cutting"}}}"""),
                ImportKind.PLANT_LOG),
            ZoneId.of("Europe/Berlin"),
            PlantLog.Repeats.REPORTS_OF_THEIR_OWN);

    assertThat(log.refused()).isEmpty();
    assertThat(log.entries())
        .extracting(entry -> entry.row().operation())
        .containsExactly("Cutting", "Weld");
    assertThat(log.ignoredColumns()).containsExactly("station");
  }

  @Test
  void a_log_may_say_the_stage_instead_of_the_operation() {
    Table log = CsvFile.parse("log.csv", "no,end\nA-1,2026-11-27 10:00\n");
    String mapping = "{'columns': {'order': 'no', 'finished_at': 'end'}%s}".replace('\'', '"');

    assertThat(
            MappedTable.of(
                    log,
                    mapping(mapping.formatted(", \"constants\": {\"stage\": \"packing\"}")),
                    ImportKind.PLANT_LOG)
                .rows()
                .getFirst()
                .text("stage"))
        .isEqualTo("packing");
    assertThatThrownBy(
            () -> MappedTable.of(log, mapping(mapping.formatted("")), ImportKind.PLANT_LOG))
        .hasMessageContaining("no column “operation”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "product,product_zh-CN | {} | Unit / 空调 | ",
        "PRODUCT_en,Product_ZH-cn | {} | Unit / 空调 | ",
        "item,product_de | {'columns': {'product': 'item'}} | 空调 / Unit | ",
        "product,bez | {'columns': {'product_zh-CN': 'bez'}} | Unit / 空调 | ",
        "product,product_zh-cn | {'empty': ['product_ZH-CN']} | Unit | Columns not used: product_zh-cn",
        "product,x | {'constants': {'product_fr': 'clim'}} | Unit / clim | Columns not used: x",
        "product,product_ar | {'values': {'product_ar': {'空调': 'مكيف'}}} | مكيف / Unit | ",
        "product,product_de | {'columns': {'description': 'product_de'}} | Unit | ",
        "product,product_no | {} | Unit | Columns not used: product_no",
      })
  void columns_in_a_language_are_ours_too(
      String columns, String said, String product, String remark) {
    OrderSheet sheet =
        orders(
            "order,company,routing,%s\nA,acme,shop,Unit,空调\n".formatted(columns),
            said.replace('\'', '"'));

    assertThat(sheet.refused()).isEmpty();
    assertThat(sheet.orders().getFirst().order().lines().getFirst().product()).hasToString(product);
    assertThat(String.join("", sheet.remarks())).isEqualTo(remark == null ? "" : remark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ORDERS | {'columns': {'product_no': 'a'}} | columns.product_no | is no column of ours",
        "ORDERS | {'columns': {'quantity_de': 'a'}} | columns.quantity_de | in a language, such as product_zh-CN: product,",
        "ORDERS | {'empty': ['part_de']} | empty.part_de | is no column of ours",
        "PLANT_LOG | {'constants': {'product_de': 'a'}} | constants.product_de | such as part_zh-CN: part, reason",
        "SHIPMENTS | {'columns': {'carrier_name_de': 'a'}} | columns.carrier_name_de | is no column of ours",
        "ORDERS | {'columns': {'product_DE': 'a', 'product_de': 'b'}} | columns.product_de | “product_de” is said twice",
        "PLANT_LOG | {'columns': {'part_DE': 'a'}, 'constants': {'part_de': 'b'}} | columns.part_de | “part_de” is said twice",
      })
  void what_is_no_text_or_no_language_is_no_column_of_ours(
      ImportKind kind, String said, String field, String sentence) {
    assertThatThrownBy(() -> mapping(said.replace('\'', '"')).requireFitting(kind))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo(field))
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "part_zh-CN,法兰",
    "part_de,Flansch",
    "PART_fr,Bride",
    "part_ar,شفة",
    "part_zh-Hant,法蘭",
  })
  void a_log_that_is_mapped_keeps_its_languages(String column, String cell) {
    PlantLog log =
        PlantLog.of(
            MappedTable.of(
                CsvFile.parse(
                    "log.csv",
                    "no,op,end,part,%s,part_no\nA-1,Cut,2026-11-27 10:00,Flange,%s,4\n"
                        .formatted(column, cell)),
                mapping(
                    "{'columns': {'order': 'no', 'operation': 'op', 'finished_at': 'end'}}"
                        .replace('\'', '"')),
                ImportKind.PLANT_LOG),
            ZoneId.of("Europe/Berlin"),
            PlantLog.Repeats.REPORTS_OF_THEIR_OWN);

    assertThat(log.entries().getFirst().row().part().byLanguage())
        .containsValues("Flange", cell)
        .hasSize(2);
    assertThat(log.ignoredColumns()).containsExactly("part_no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4,5E+09",
        "4.5E+09",
        "4,50002E+09",
        "1,2E+15",
        "4,5e+9",
      })
  void a_number_that_a_spreadsheet_ruined_is_refused_as_written(String written) {
    for (Table table :
        List.of(
            CsvFile.parse("f.csv", "no;qty\nA;" + written + "\n"),
            Table.of(
                "f.xlsx",
                List.of(new RawRow(1, List.of("no", "qty")), new RawRow(2, List.of("A", written))),
                true,
                TableOrigin.TEXT))) {
      ColumnMapping toQuantity =
          mapping(
              """
              {"columns": {"order": "no", "quantity": "qty"}, "constants": {"company": "acme", "routing": "shop"}}""");
      ColumnMapping toReference =
          mapping(
              """
              {"columns": {"order": "no", "customer_reference": "qty"}, "constants": {"company": "acme", "routing": "shop"}}""");
      OrderSheet counted = OrderSheet.of(MappedTable.of(table, toQuantity, ImportKind.ORDERS));
      OrderSheet named = OrderSheet.of(MappedTable.of(table, toReference, ImportKind.ORDERS));

      assertThat(counted.refused()).hasSize(1);
      assertThat(counted.refused().getFirst().row().reason()).contains("“" + written + "”");
      assertThat(named.refused()).hasSize(1);
      assertThat(named.refused().getFirst().row().reason())
          .contains("“" + written + "”", "its last digits are lost");
    }
  }

  private static OrderSheet orders(String text, String mapping) {
    return OrderSheet.of(
        MappedTable.of(CsvFile.parse("mes.csv", text), mapping(mapping), ImportKind.ORDERS));
  }

  private static ColumnMapping mapping(String json) {
    return Json.read(json, ColumnMapping.class);
  }
}
