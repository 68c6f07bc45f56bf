package org.vitrine.surveys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** What came of a survey, on the page of the house and on the phone of somebody who answered. */
@ExtendWith(Browsers.class)
class SurveyResultsBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static final String QUESTIONS =
      """
      [{"key": "nps", "kind": "score-0-10", "required": true,
        "text": {"en": "How likely are you to recommend us?", "zh-CN": "您有多大可能推荐我们？"},
        "ends": {"low": {"en": "Not at all", "zh-CN": "完全不会"}, "high": {"en": "Certainly", "zh-CN": "一定会"}}},
       {"key": "first", "kind": "association",
        "text": {"en": "What comes to mind when you think of us?", "zh-CN": "想到我们，您首先想到什么？"}},
       {"key": "way", "kind": "choice", "choosing": {"many": false, "other": true},
        "text": {"en": "How would you like to hear from us?", "zh-CN": "您希望我们怎样联系您？"},
        "choices": [{"key": "mail", "text": {"en": "By mail", "zh-CN": "邮件"}},
                    {"key": "call", "text": {"en": "By telephone", "zh-CN": "电话"}}]},
       {"key": "why", "kind": "open", "text": {"en": "What should we do better?", "zh-CN": "我们应改进什么？"}}]\
      """;

  private static final List<String> WORDS = List.of("exact", "late", "friendly", "expensive");
  private static TestVitrine vitrine;
  private static SurveyShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new SurveyShop(vitrine, CLOCK);
    String[] companies = IntStream.range(0, 12).mapToObj(at -> "felt" + at).toArray(String[]::new);
    List<TestClient> contacts = List.of(companies).stream().map(shop::contact).toList();
    String audience = "{\"companies\": [\"" + String.join("\", \"", companies) + "\"]}";
    require(201, shop.saving("felt", shop.plan("once", "named", audience, QUESTIONS)));
    shop.opened("felt");
    IntStream.range(0, 11)
        .forEach(at -> require(204, SurveyShop.answering(contacts.get(at), "felt", said(at))));
    require(200, shop.chen().post("/api/surveys/felt/closing", ""));
  }

  private static void require(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.body());
    }
  }

  private static String said(int at) {
    return """
    {"nps": %d, "first": [{"word": "%s", "feeling": "%s"}, {"word": "reliable", "feeling": "plus"}],
     "way": {"chosen": ["%s"]}, "why": "%s"}\
    """
        .formatted(
            6 + at % 5,
            WORDS.get(at % 4),
            at % 2 == 0 ? "plus" : "minus",
            at % 3 == 0 ? "call" : "mail",
            at % 2 == 0
                ? "Deliveries come too late, number " + at
                : "Nothing, go on, number " + at);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor chen(Look look) {
    return new Visitor(vitrine, look).signInAs("chen@plant.example");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_DARK", "PHONE_CHINESE_DARK", "DESK_CHINESE"})
  void figures_say_how_many_answered_and_how_sure_they_are(Look look) {
    Visitor page = chen(look).open("/surveys/felt/figures");

    assertThat(page.see("survey-figures h1")).isVisible();
    assertThat(page.see("question-figures header .soft").first())
        .hasText(page.in("11 of 12 answered", "12 人中 11 人作答"));
    assertThat(page.see("score-figures dd span").first())
        .hasText(Pattern.compile(page.in("between .+ and .+", ".+ 至 .+ 之间")));
    assertThat(page.see("word-map svg text[data-feeling=plus]", "reliable")).isVisible();
    assertThat(page.see("choice-figures li")).hasCount(2);
    keep(page, "figures");
    page.expectGoodPage();
    page.see("word-map summary").click();
    assertThat(page.see("word-map tbody tr")).hasCount(5);
  }

  @Test
  void what_is_alike_gets_a_name_and_results_are_brought_back() {
    Visitor page = chen(Look.DESK).open("/surveys/felt/figures");
    page.see("question-figures", "What should we do better?").locator("summary").first().click();
    assertThat(page.see("theme-form").first()).isVisible();
    page.expectAccessible();
    page.see("theme-form [data-action=name]").first().click();
    assertThat(page.see("theme-form [aria-invalid=true]").first()).isFocused();
    page.see("theme-form input[name='name.en']").first().fill("Deliveries");
    page.see("theme-form input[name='name.zh-CN']").first().fill("交货");
    page.see("theme-form [data-action=name]").first().click();
    assertThat(page.see("theme-board h3", "Deliveries")).isVisible();

    page.see("[data-action=edit-thanks]").click();
    page.see("thanks-form textarea[name='words.en']").fill("Thank you for telling us.");
    page.see("thanks-form textarea[name='words.zh-CN']").fill("感谢您告诉我们。");
    page.see("[data-action=add-deed]").click();
    page.see("input[name='text-0.en']").fill("A second shift in packing");
    page.see("input[name='text-0.zh-CN']").fill("包装增开班次");
    page.see("input[name='due-0']").fill(day().plusDays(40).toString());
    page.see("select[name='owner-0']").selectOption("chen@plant.example");
    page.expectAccessible();
    page.see("[data-action=save-thanks]").click();
    assertThat(page.see(".written-thanks")).hasText("Thank you for telling us.");
    page.see("[data-action=tell-thanks]").click();
    page.see("[data-action=confirm]").click();
    assertThat(page.see("survey-thanks [role=status]")).containsText("11 mails");

    for (Look look : List.of(Look.PHONE, Look.PHONE_CHINESE_DARK)) {
      Visitor asked =
          new Visitor(vitrine, look)
              .signInAs(SurveyShop.email("felt0"))
              .open("/surveys/felt/results");
      assertThat(asked.see(".outcome-deeds li"))
          .containsText(asked.in("A second shift in packing", "包装增开班次"));
      assertThat(asked.see(".own-answer").first()).containsText(asked.in("6 of 10", "6 分"));
      assertThat(asked.see(".theme-sums")).containsText(asked.in("Deliveries", "交货"));
      keep(asked, "results");
      asked.expectGoodPage();
      org.assertj.core.api.Assertions.assertThat(asked.see("main").textContent())
          .as("what others wrote")
          .doesNotContain("number 3");
    }
    nextRound();
    Visitor next =
        new Visitor(vitrine, Look.PHONE)
            .signInAs(SurveyShop.email("felt0"))
            .open("/surveys/felt-2/answer");
    assertThat(next.see("survey-before li")).containsText("A second shift in packing");
    next.expectGoodPage();
  }

  private static void nextRound() {
    TestDatabase.execute(vitrine.databaseUrl(), "DELETE FROM survey_pace");
    shop.open("felt-2", "once", "named", "felt0");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE survey SET follows = 'felt' WHERE code = 'felt-2'");
  }

  @Test
  void what_cannot_wait_is_said_on_the_same_page() {
    Visitor page = chen(Look.PHONE).open("/surveys/felt/figures");
    page.see("section[aria-labelledby=alarms] summary").click();
    page.see("#score-nps").fill("11");
    page.see("[data-action=save-alarms]").click();
    assertThat(page.see("#score-nps")).isFocused();
    page.see("#score-nps").fill("4");
    page.see("#alarm-en").fill("rust\nleak");
    page.see("[data-action=save-alarms]").click();
    assertThat(page.see("alarm-form [role=status]")).not().isEmpty();
    page.expectAccessible();
  }

  @Test
  void of_no_survey_there_are_no_results() {
    Visitor page =
        chen(Look.PHONE).expecting("status of 404").open("/surveys/nothing-of-it/figures");
    assertThat(page.see("notice-page")).isVisible();
  }

  private static LocalDate day() {
    return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
  }

  private static void keep(Visitor page, String name) {
    if (System.getProperty("vitrine.pictures") != null) {
      page.page()
          .screenshot(
              new com.microsoft.playwright.Page.ScreenshotOptions()
                  .setPath(
                      Path.of(
                          System.getProperty("vitrine.pictures"),
                          name + "-" + page.look() + ".png"))
                  .setFullPage(true));
    }
  }
}
