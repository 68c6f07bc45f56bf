package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.StartFailed;

class OrderSheetTest {
  private static final String HEADER =
      "order,company,placed_on,promised_on,promise_reason,line,product,quantity,routing,"
          + "requirement,stage,name,minimum,maximum,mandatory,sample,cancelled\n";
  private static final String ROW =
      "SO-1,acme,2026-10-02,2026-12-12,,1,KFR-35,500,ac,capacity,test,Capacity,3325,3675.5,yes,20,\n";
  private static final String OTHER = "SO-2,acme,,,,1,KFR-50,1,ac,,,,,,,,\n";

  @Test
  void a_row_is_a_line_and_its_requirement() {
    PlaceOrder order = read(ROW).orders().getFirst().order();

    assertThat(order.company()).isEqualTo("acme");
    assertThat(order.placedOn()).isEqualTo(LocalDate.of(2026, 10, 2));
    assertThat(order.promise().date()).isEqualTo(LocalDate.of(2026, 12, 12));
    Line line = order.lines().getFirst();
    assertThat(line.quantity()).isEqualTo(Amount.of(500));
    Requirement requirement = line.requirements().getFirst();
    assertThat(requirement.maximum()).isEqualTo(new BigDecimal("3675.5"));
    assertThat(requirement.name().plain()).isEqualTo("Capacity");
    assertThat(requirement.sample()).isEqualTo(20);
  }

  @Test
  void rows_of_one_order_may_stand_apart_and_leave_open_what_another_says() {
    OrderSheet sheet =
        read(ROW, OTHER, "SO-1,,,,,2,KFR-50,20,ac,,,,,,,,\n", "SO-1,,,,,1,,,,leak,test,,,,no,,\n");

    assertThat(sheet.orders()).hasSize(2);
    assertThat(sheet.orders().getFirst().order().lines())
        .extracting(Line::number, Line::product, line -> line.requirements().size())
        .containsExactly(
            tuple(1, LocalizedText.of("KFR-35"), 2), tuple(2, LocalizedText.of("KFR-50"), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SO-1         | /#(        | order          | An order number is",
        "SO-1         | ''         | order          | is empty",
        "SO-1         | 1.23E+09   | order          | “1.23E+09” is what a spreadsheet left",
        "SO-1         | #N/A       | order          | “#N/A” is an error of the spreadsheet",
        "acme         | ''         | company        | needs the code of the company",
        "2026-10-02   | 2.10.2026  | placed_on      | “2.10.2026” is not a date such as",
        "2026-12-12,  | ',late'    | promise_reason | needs a date in promised_on",
        "1,KFR        | x,KFR      | line           | “x” is not a whole number",
        "1,KFR        | 0,KFR      | line           | A line number must be",
        "500          | -500       | quantity       | “-500” is not a number from 0 to",
        "500          | 0          | quantity       | above zero",
        "ac,capacity  | ',capacity'| routing        | needs a routing",
        "capacity     | ''         | stage          | belongs to a requirement, but this row has"
            + " none",
        "capacity     | not ok     | requirement    | A requirement code must have",
        "test         | ''         | stage          | needs a stage",
        "3325         | '3,5'      | ''             | has 18 fields, but the header has 17",
        "3325         | 3.325e3    | minimum        | “3.325e3” is not a number such as",
        "3325         | 9999       | minimum        | above the maximum",
        "yes          | perhaps    | mandatory      | must be yes or no",
        "20,$         | 0,         | sample         | at least one unit",
      })
  void a_bad_cell_refuses_its_order_and_names_row_and_column(
      String good, String bad, String column, String reason) {
    OrderSheet sheet = read(OTHER, ROW.strip().replaceFirst(good, bad));

    assertThat(sheet.orders()).extracting(order -> order.number().value()).containsExactly("SO-2");
    assertThat(sheet.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.row().line()).isEqualTo(3);
              assertThat(refused.row().column()).isEqualTo(column);
              assertThat(refused.row().reason()).contains(reason);
            });
  }

  @Test
  void one_bad_row_refuses_the_whole_order() {
    String secondLine = ROW.replace(",1,KFR-35", ",2,KFR-35");
    OrderSheet bad = read(ROW, OTHER, secondLine.replace("3325", "?"));
    OrderSheet tooShort = read(ROW, OTHER, "SO-1,acme\n");

    assertThat(bad.orders()).extracting(order -> order.number().value()).containsExactly("SO-2");
    assertThat(bad.refused().getFirst().row().line()).isEqualTo(4);
    assertThat(tooShort.orders()).hasSize(1);
    assertThat(tooShort.refused().getFirst().order()).isEqualTo("SO-1");
  }

  @Test
  void a_reference_that_a_spreadsheet_has_ruined_refuses_its_order_only() {
    OrderSheet sheet =
        OrderSheet.parse(
            "o.csv",
            "order;company;customer_reference;routing\n"
                + "A;acme;=\"0045001\";ac\nB;acme;4,50002E+09;ac\n");

    assertThat(sheet.orders().getFirst().order().customerReference()).isEqualTo("0045001");
    assertThat(sheet.refused().getFirst().order()).isEqualTo("B");
    assertThat(sheet.refused().getFirst().row().column()).isEqualTo("customer_reference");
  }

  @Test
  void rows_that_contradict_each_other_are_refused_with_both_lines() {
    OrderSheet sheet = read(ROW, "SO-1,acme,,2026-12-13,,1,,,,,,,,,,,\n");

    assertThat(sheet.orders()).isEmpty();
    assertThat(sheet.refused().getFirst().row())
        .isEqualTo(
            new RefusedRow(3, "promised_on", "“2026-12-13” contradicts line 2: “2026-12-12”"));
  }

  /** Of line 1 in two rows, of line 2 in one; the order's date, then those of the lines. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-12-04, | ,           | 2026-12-18, | - | 2026-12-04 | 2026-12-18",
        "2026-12-04, | 2026-12-04, | 2026-12-04, | 2026-12-04 | 2026-12-04 | 2026-12-04",
        "2026-12-04, | ,           | ,           | 2026-12-04 | 2026-12-04 | -",
        "2026-11-30, | ,           | TBC,        | - | 2026-11-30 | TBC",
        "TBC,        | ,           | tbc,        | TBC | TBC | TBC",
        "待定,       | ,           | 2027-02-28, | - | TBC | 2027-02-28",
        "To be confirmed,why | ,   | ,           | TBC why | TBC why | -",
        "2026-12-31 00:00:00, | ,  | ＴＢＣ,why  | - | 2026-12-31 | TBC why",
        "2026-12-04, | ,late       | 2026-12-04, | 2026-12-04 late | 2026-12-04 late | 2026-12-04"
            + " late",
        "2026-12-04,late | ,       | 2026-12-04,early | - | 2026-12-04 late | 2026-12-04 early",
        ",           | ,           | ,           | - | - | -"
      })
  void each_line_may_have_its_own_date(
      String first, String again, String second, String ofOrder, String ofFirst, String ofSecond) {
    PlaceOrder order =
        OrderSheet.parse(
                "o.csv",
                "order,company,promised_on,promise_reason,line,routing\n"
                    + "A,acme,%s,1,ac\nA,,%s,1,\nA,,%s,2,ac\n".formatted(first, again, second))
            .orders()
            .getFirst()
            .order();
    assertThat(said(order.promise())).isEqualTo(ofOrder);
    assertThat(order.lines())
        .extracting(line -> said(line.promise()))
        .containsExactly(ofFirst, ofSecond);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-04,late,machine,,            | ,,,,               | machine, ours, -         |"
            + " null",
        "2026-12-04,late,,,                   | ,,transport,supplier, | transport, supplier, - |"
            + " null",
        "2026-12-04,late,customer-asked,,Carol | 2026-12-18,late,,,  | null | customer-asked,"
            + " customer, Carol",
        "2026-12-04,late,Machine,,            | ,,,,               | machine, ours, -         |"
            + " null"
      },
      nullValues = "null")
  void a_date_has_a_cause_and_a_side(String one, String other, String ofOrder, String ofLine) {
    PlaceOrder order = causes(one, other).orders().getFirst().order();
    assertThat(ground(order.promise())).isEqualTo(ofOrder);
    if (ofOrder == null) {
      assertThat(ground(order.lines().getFirst().promise())).isEqualTo(ofLine);
    }
  }

  private static String ground(PlaceOrder.GivenPromise promise) {
    return promise == null
        ? null
        : "%s, %s, %s"
            .formatted(
                promise.cause().code(),
                promise.side().code(),
                promise.askedBy() == null ? "-" : promise.askedBy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-04,late,weather,,        | promise_cause    | “weather” is not one of: capacity,",
        "2026-12-04,late,,theirs,         | promise_side     | “theirs” is not one of: ours,",
        "2026-12-04,late,machine,customer,| promise_side     | On the customer's side is only",
        "2026-12-04,late,customer-asked,, | promise_asked_by | Say who of the customer asked",
        ",,machine,,                      | promise_cause    | needs a date in promised_on"
      })
  void a_cause_that_does_not_fit_is_refused_at_its_column(String one, String column, String why) {
    RefusedRow refused = causes(one, ",,,,").refused().getFirst().row();
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.reason()).startsWith(why);
  }

  private static OrderSheet causes(String one, String other) {
    return OrderSheet.parse(
        "o.csv",
        "order,company,promised_on,promise_reason,promise_cause,promise_side,promise_asked_by,"
            + "line,routing\nA,acme,%s,1,ac\nA,,%s,2,ac\n".formatted(one, other));
  }

  private static String said(PlaceOrder.GivenPromise promise) {
    if (promise == null) {
      return null;
    }
    String day = promise.date() == null ? "TBC" : promise.date().toString();
    return promise.reason() == null ? day : day + " " + promise.reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-04, | ,late       | 2026-12-18, | ''",
        "2026-12-04, | ,           | ,late       | ''",
        "2026-12-04, | 2026-12-18, | ,           | 3 promised_on “2026-12-18” contradicts line 2:"
            + " “2026-12-04”",
        "TBC,        | 2026-12-18, | ,           | 3 promised_on “2026-12-18” contradicts line 2:"
            + " “to be confirmed”",
        "2026-12-04,a | ,b         | 2026-12-18, | 3 promise_reason “b” contradicts line 2: “a”",
        "2026-12-04, | ,           | soon,       | 4 promised_on “soon” is not a date such as"
            + " 2026-12-15, 15.12.2026 or 12/15/2026",
        "2026-12-04,a | 2026-12-04,| ,b          | 4 promise_reason needs a date in promised_on",
        "2026-02-29, | ,           | ,           | 2 promised_on “2026-02-29” is not a date such as"
            + " 2026-12-15, 15.12.2026 or 12/15/2026"
      })
  void dates_that_contradict_each_other_are_refused_by_row_and_column(
      String first, String again, String second, String refusal) {
    List<String> refused =
        OrderSheet.parse(
                "o.csv",
                "order,company,promised_on,promise_reason,line,routing\n"
                    + "A,acme,%s,1,ac\nA,,%s,1,\nA,,%s,2,ac\n".formatted(first, again, second))
            .refused()
            .stream()
            .map(one -> one.row().line() + " " + one.row().column() + " " + one.row().reason())
            .toList();
    assertThat(String.join("", refused)).isEqualTo(refusal);
  }

  @Test
  void a_requirement_named_twice_is_refused() {
    assertThat(read(ROW, ROW).refused().getFirst().row().reason())
        .isEqualTo("The requirement “capacity” appears twice");
  }

  @Test
  void an_unknown_or_missing_column_is_named() {
    assertThatThrownBy(() -> OrderSheet.parse("o.csv", "order,company,routing,qty\nSO-1,a,b,5\n"))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("o.csv has an unknown column “qty”; valid ones are: order,");
    assertThatThrownBy(() -> OrderSheet.parse("o.csv", "order,company\nSO-1,a\n"))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("o.csv has no column “routing”");
  }

  private static OrderSheet read(String... rows) {
    return OrderSheet.parse("orders.csv", HEADER + String.join("", List.of(rows)));
  }
}
