package org.vitrine.stations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.PrintedPaper;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/**
 * What goes through the plant on paper: its codes are read from the paper that it is printed on.
 */
@ExtendWith(Browsers.class)
class TravellersBrowserIT {
  private static final String CHEN = "chen.yu@example.com";
  private static final int STEPS = 3;

  private static TestVitrine vitrine;
  private static TestClient keeper;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, CHEN);
    SetUpStation.of(vitrine, keeper, "Assembly 1", "[\"Assembly\"]");
    shop.order("SO-8001");
    shop.integrator()
        .put(
            "/api/orders/SO-8002",
            """
            {"company": "northwind", "lines": [
              {"number": 1, "product": "KFR-26", "quantity": 1, "routing": "split-ac"},
              {"number": 2, "product": {"en": "Wall bracket", "zh-CN": "壁挂支架"}, "quantity": 40, "routing": "split-ac"}]}\
            """);
    keeper.post(
        "/api/operators", "{\"name\": \"Zhang Wei\", \"badge\": \"0042\", \"pin\": \"2468\"}");
    keeper.post("/api/operators", "{\"name\": \"刘洋\", \"badge\": \"工牌-43\", \"pin\": \"1357\"}");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor making(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs(CHEN).open("/travellers");
    chen.see("[name=orders][value='SO-8001']").check();
    chen.see("[name=orders][value='SO-8002']").check();
    chen.see("[data-action=make]").click();
    assertThat(chen.see("traveller-sheet")).hasCount(3);
    return chen;
  }

  /** The text of each code, a list for each line. */
  private static List<List<String>> texts() {
    List<List<String>> texts = new ArrayList<>();
    for (JsonNode sheet :
        TestClient.json(keeper.post("/api/travellers", "{\"orders\": [\"SO-8001\", \"SO-8002\"]}"))
            .get("travellers")) {
      texts.add(sheet.get("steps").findValuesAsText("text"));
    }
    return texts;
  }

  private static List<String> allTexts() {
    return texts().stream().flatMap(List::stream).toList();
  }

  private static void expectPapers(
      List<PrintedPaper> papers, long width, long height, List<List<String>> codes) {
    assertThat(papers).hasSameSizeAs(codes);
    for (int page = 0; page < papers.size(); page++) {
      assertThat(papers.get(page).width()).isEqualTo(width);
      assertThat(papers.get(page).height()).isEqualTo(height);
      assertThat(papers.get(page).codes()).containsExactlyInAnyOrderElementsOf(codes.get(page));
    }
  }

  private static void choose(Visitor chen, String name, String value) {
    chen.see("select[name=" + name + "]").selectOption(value);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE"})
  void each_code_is_read_from_whatever_paper_it_is_printed_on(Look look) {
    Visitor chen = making(look);
    chen.expectGoodPage();
    expectPapers(PrintedPaper.of(chen), 210, 297, List.of(allTexts()));
    choose(chen, "paper", "a6");
    expectPapers(PrintedPaper.of(chen), 105, 148, texts());

    choose(chen, "shape", "labels");
    chen.expectGoodPage();
    List<List<String>> each = allTexts().stream().map(List::of).toList();
    expectPapers(PrintedPaper.of(chen), 105, 148, each);
    choose(chen, "paper", "label");
    expectPapers(PrintedPaper.of(chen), 100, 60, each);
    choose(chen, "paper", "a4");
    List<PrintedPaper> several = PrintedPaper.of(chen);
    assertThat(several).hasSizeLessThan(STEPS);
    assertThat(several.stream().flatMap(paper -> paper.codes().stream()))
        .containsExactlyInAnyOrderElementsOf(allTexts());
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE"})
  void a_label_says_in_plain_words_what_it_is_of(Look look) {
    Visitor chen = making(look);
    choose(chen, "shape", "labels");
    Locator label = chen.see("[data-order='SO-8001'][data-step='Assembly']");
    assertThat(facts(label))
        .startsWith(
            chen.in("Order SO-8001", "订单 SO-8001"),
            chen.in("Line 1", "行号 1"),
            chen.in("Operation Assembly", "工序 Assembly"),
            chen.in("Quantity 500 pieces", "数量 500 件"));
    assertThat(facts(label).getLast())
        .startsWith(chen.in("Due 12 December", "交期"))
        .contains(chen.in("12 December", "12月12日"));
    Locator bracket = chen.see(".traveller-label[data-order='SO-8002'][data-line='2']").last();
    assertThat(bracket).containsText(chen.in("Wall bracket", "壁挂支架"));
    assertThat(bracket).containsText(chen.in("Packing", "包装"));
    assertThat(bracket).containsText(chen.in("To be confirmed", "待确认"));
    assertThat(chen.see(".traveller-label[data-order='SO-8002'][data-line='1']").first())
        .containsText(chen.in("1 piece", "1 件"));
  }

  private static List<String> facts(Locator label) {
    return label.locator("dl > div").all().stream()
        .map(fact -> String.join(" ", fact.locator("dt, dd").allTextContents()))
        .toList();
  }

  @Test
  void one_line_or_one_operation_is_printed_alone() {
    Visitor chen = making(Look.DESK);
    choose(chen, "paper", "a6");
    chen.see("traveller-print summary").click();
    line(chen, "SO-8001", 1).uncheck();
    line(chen, "SO-8002", 1).uncheck();
    expectPapers(PrintedPaper.of(chen), 105, 148, List.of(texts().getLast()));

    step(chen, "SO-8002", 2, 0).uncheck();
    step(chen, "SO-8002", 2, 1).uncheck();
    assertThat(line(chen, "SO-8002", 2)).not().isChecked();
    expectPapers(PrintedPaper.of(chen), 105, 148, List.of(List.of(texts().getLast().getLast())));
    chen.expectGoodPage();
  }

  private static Locator line(Visitor chen, String order, int line) {
    return chen.see("fieldset[data-order='%s'][data-line='%d'] [name=line]".formatted(order, line));
  }

  private static Locator step(Visitor chen, String order, int line, int at) {
    return chen.see("fieldset[data-order='%s'][data-line='%d'] [name=step]".formatted(order, line))
        .nth(at);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void commands_and_badges_are_read_from_paper_too(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs(CHEN).open("/travellers");
    chen.see("[data-action=commands]").click();
    List<String> commands = new ArrayList<>();
    for (Scanned.Command command : Scanned.Command.values()) {
      commands.add(command.text());
    }
    commands.add(Scanned.TEST);
    assertThat(chen.see("code-sheet li")).hasCount(commands.size());
    chen.expectGoodPage();
    expectPapers(PrintedPaper.of(chen), 210, 297, List.of(commands));
    choose(chen, "paper", "label");
    expectPapers(PrintedPaper.of(chen), 100, 60, commands.stream().map(List::of).toList());

    chen.open("/stations");
    chen.see("[data-action=badges]").click();
    List<String> badges = List.of("VT-BADGE:0042", "VT-BADGE:工牌-43");
    assertThat(chen.see("code-sheet li")).hasCount(badges.size());
    chen.expectGoodPage();
    expectPapers(PrintedPaper.of(chen), 210, 297, List.of(badges));
    choose(chen, "paper", "a6");
    List<PrintedPaper> one = PrintedPaper.of(chen);
    assertThat(one).hasSize(2).allMatch(paper -> paper.width() == 105);
    assertThat(one.stream().flatMap(paper -> paper.codes().stream()))
        .containsExactlyInAnyOrderElementsOf(badges);
  }
}
