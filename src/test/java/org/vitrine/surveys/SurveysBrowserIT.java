package org.vitrine.surveys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Surveys as they are written by the house and answered on a phone. */
@ExtendWith(Browsers.class)
class SurveysBrowserIT {
  private static final String EVERY_KIND =
      """
      [{"key": "nps", "kind": "score-0-10", "required": true, "text": {"en": "Recommend us?", "zh-CN": "会推荐吗？"},
        "ends": {"low": {"en": "Not at all", "zh-CN": "完全不会"}, "high": {"en": "Certainly", "zh-CN": "一定会"}}},
       {"key": "five", "kind": "score-1-5", "text": {"en": "On time?", "zh-CN": "准时吗？"}},
       {"key": "hard", "kind": "choice", "text": {"en": "What was hard?", "zh-CN": "哪里费心？"},
        "choosing": {"many": true, "other": true},
        "choices": [{"key": "date", "text": {"en": "A date", "zh-CN": "交期"}},
                    {"key": "papers", "text": {"en": "Papers", "zh-CN": "单据"}}]},
       {"key": "rank", "kind": "rank", "text": {"en": "What matters?", "zh-CN": "看重什么？"},
        "choices": [{"key": "price", "text": {"en": "Price", "zh-CN": "价格"}},
                    {"key": "quality", "text": {"en": "Quality", "zh-CN": "质量"}},
                    {"key": "date", "text": {"en": "A date that holds", "zh-CN": "可靠的交期"}}]},
       {"key": "words", "kind": "association", "text": {"en": "First words?", "zh-CN": "想到什么？"}},
       {"key": "end", "kind": "completion", "text": {"en": "Finish it.", "zh-CN": "请写完。"},
        "setting": {"en": "Next time, I would like …", "zh-CN": "下次，我希望……"}},
       {"key": "late", "kind": "situation", "text": {"en": "What helps?", "zh-CN": "什么有帮助？"},
        "setting": {"en": "Your order is a week late.", "zh-CN": "您的订单晚了一周。"},
        "choices": [{"key": "call", "text": {"en": "A call", "zh-CN": "打电话"}},
                    {"key": "part", "text": {"en": "A part of it", "zh-CN": "先交一部分"}}]},
       {"key": "pic", "kind": "picture", "text": {"en": "Which picture?", "zh-CN": "哪张图？"},
        "choices": [{"key": "sun", "picture": "sun", "text": {"en": "Sun", "zh-CN": "太阳"}},
                    {"key": "wall", "picture": "wall", "text": {"en": "Wall", "zh-CN": "墙"}},
                    {"key": "bridge", "picture": "bridge", "text": {"en": "Bridge", "zh-CN": "桥"}}]},
       {"key": "why", "kind": "open", "text": {"en": "Anything else?", "zh-CN": "还有吗？"}}]\
      """;

  private static TestVitrine vitrine;
  private static SurveyShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new SurveyShop(vitrine, Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static String named(Look look) {
    return look.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tab reaches one of the radio buttons of a group only, which is as it should be. */
  private static void expectGoodSheet(Visitor visitor) {
    visitor.expectNoSidewaysScroll();
    visitor.expectAccessible();
  }

  private static void next(Visitor visitor) {
    visitor.see("[data-action=next]").click();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void the_link_of_a_mail_fills_in_and_the_page_sends(Look look) {
    String code = "every-kind-" + named(look);
    String name = "amelia-" + named(look);
    shop.contact(name);
    shop.saving(
        code, shop.plan("once", "confidential", "{\"companies\": [\"" + name + "\"]}", EVERY_KIND));
    shop.opened(code);

    Visitor amelia =
        new Visitor(vitrine, look).open("/surveys/" + code + "/answer#" + shop.link(name) + ".8");
    assertThat(amelia.see("h1")).hasText(amelia.in("How are we doing?", "我们做得怎么样？"));
    assertThat(amelia.see(".survey-privacy")).containsText(amelia.in("In confidence", "保密"));
    assertThat(amelia.page()).hasURL(Pattern.compile("/answer$"));
    amelia.expectGoodPage();
    amelia.see("[data-action=begin]").click();
    assertThat(amelia.see("input[name=score]:checked")).hasValue("8");
    Assertions.assertThat(shop.page(code).get("answered").asInt()).isZero();
    expectGoodSheet(amelia);
    amelia.see("input[name=score][value='9']").check();
    next(amelia);
    assertThat(amelia.see("h1")).isFocused();
    next(amelia);
    amelia.see("input[name=choice][value=papers]").check();
    amelia.see("#survey-other").fill("The door");
    expectGoodSheet(amelia);
    next(amelia);
    for (String key : List.of("quality", "price", "date")) {
      amelia.see(".rank-left[data-choice=" + key + "]").click();
    }
    amelia.see("li[data-choice=date] [data-action=up]").focus();
    amelia.page().keyboard().press("Enter");
    amelia.expectGoodPage();
    next(amelia);
    amelia.see("[name=word-0]").fill(amelia.in("fast", "快"));
    amelia.see("[name=feeling-0][value=plus]").check();
    amelia.see("[name=word-0]").press("Enter");
    assertThat(amelia.see("[name=word-1]")).isFocused();
    amelia.see("[name=word-1]").fill(amelia.in("dear", "贵"));
    amelia.see("[name=feeling-1][value=minus]").check();
    expectGoodSheet(amelia);
    next(amelia);
    amelia.see("#survey-text").fill("a call");
    next(amelia);
    amelia.see("input[name=choice][value=call]").check();
    next(amelia);
    amelia.see("input[name=picture][value=bridge]").check();
    amelia.see("#picture-why").fill("It holds");
    expectGoodSheet(amelia);
    next(amelia);
    amelia.see("[data-action=back]").click();
    assertThat(amelia.see("input[name=picture]:checked")).hasValue("bridge");
    next(amelia);
    next(amelia);
    assertThat(amelia.see("h1")).hasText(amelia.in("Ready to send?", "可以提交了吗？"));
    amelia.expectGoodPage();
    amelia.see("[data-action=send]").click();
    assertThat(amelia.see("h1")).hasText(amelia.in("Thank you!", "谢谢您！"));
    amelia.expectGoodPage();
    Assertions.assertThat(
            shop.find("SELECT answers::text FROM survey_sheet WHERE survey = '" + code + "'"))
        .singleElement()
        .asString()
        .contains(
            "\"nps\": 9", "\"rank\": [\"quality\", \"date\", \"price\"]", "The door", "It holds");

    Visitor again = new Visitor(vitrine, look).signInAs(SurveyShop.email(name)).open("/");
    again.inMenu("a[href='/my-surveys']").click();
    assertThat(again.see("li[data-survey=" + code + "]")).containsText(again.in("Answered", "已作答"));
    again.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE"})
  void what_is_anonymous_stays_on_the_device_until_it_is_sent(Look look) {
    shop.contact("bruno");
    shop.open("anonymous-page", "once", "anonymous", "bruno");
    String address = "/surveys/anonymous-page/answer#" + shop.link("bruno");
    Visitor bruno = new Visitor(vitrine, look).open(address);
    assertThat(bruno.see(".survey-privacy")).containsText("Nobody can find out");
    bruno.see("[data-action=begin]").click();
    next(bruno);
    assertThat(bruno.see("#survey-missing")).not().isEmpty();
    bruno.see("input[name=score][value='3']").check();
    next(bruno);
    bruno.see("#survey-text").fill("Too slow");

    bruno.page().navigate("about:blank");
    bruno.open(address);
    bruno.see("[data-action=begin]").click();
    assertThat(bruno.see("input[name=score]:checked")).hasValue("3");
    next(bruno);
    assertThat(bruno.see("#survey-text")).hasValue("Too slow");
    next(bruno);
    bruno.expectGoodPage();
    bruno.see("input[name=keep]").check();
    bruno.see("[data-action=send]").click();
    assertThat(bruno.see("h1")).hasText("Thank you!");
    Assertions.assertThat(
            bruno.page().evaluate("Object.keys(localStorage).filter((k) => k.includes('survey'))"))
        .isEqualTo(List.of("vitrine.survey.anonymous-page.said"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_survey_is_made_of_a_model_changed_by_keys_tried_out_and_opened(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs("chen@plant.example").open("/");
    String person = "carla-" + named(look);
    shop.contact(person);
    chen.inMenu("a[href='/surveys']").click();
    chen.see("[data-action=new]").click();
    assertThat(chen.see("survey-begin")).containsText(chen.in("Two questions", "两个问题"));
    chen.see("input[name=model][value=after-order-short]").check();
    chen.see("#survey-title").fill("Visit " + named(look));
    expectGoodSheet(chen);
    chen.see("[data-action=begin-survey]").click();

    assertThat(chen.see("h1")).hasText("Visit " + named(look));
    assertThat(chen.see("survey-state")).hasText(chen.in("Draft", "草稿"));
    chen.see("[data-action=add-question]").click();
    Locator added = chen.see("li[data-question=q3]");
    assertThat(added.locator("details")).hasAttribute("open", "");
    added.locator("select[name=q3-kind]").selectOption("choice");
    added.locator("#q3-text-en").fill("Which way?");
    added.locator("#q3-c1-en").fill("By ship");
    added.locator("#q3-c2-en").fill("By rail");
    added.locator("[data-action=up]").focus();
    chen.page().keyboard().press("Enter");
    assertThat(added.locator("[data-action=up]")).isFocused();
    chen.page().keyboard().press("Enter");
    assertThat(chen.see(".question-rows > li").first()).containsText("Which way?");
    chen.see("select[name=occasion]").selectOption("once");
    chen.see("#survey-companies").fill(person);
    chen.see("input[name=companies][value=" + person + "]").check();
    chen.see("[data-action=save]").click();
    assertThat(chen.see(".said")).hasText(chen.in("Saved.", "已保存。"));
    expectGoodSheet(chen);

    chen.see("survey-editor [data-action=try]").click();
    chen.see("survey-trial [data-action=begin]").click();
    assertThat(chen.see("survey-trial h1").first()).containsText("Which way?");
    expectGoodSheet(chen);
    chen.see("[data-action=end-trial]").click();
    chen.see("[data-action=preview]").click();
    assertThat(chen.see("survey-preview")).containsText(person);
    expectGoodSheet(chen);
    chen.see("[data-action=put-away]").click();
    chen.see("[data-action=open]").click();
    chen.see("[data-action=confirm]").click();
    assertThat(chen.see("survey-state")).hasText(chen.in("Open", "进行中"));
    shop.round();

    chen.see("[data-action=write-down]").click();
    chen.see("#write-down-who").fill(SurveyShop.email(person));
    expectGoodSheet(chen);
    chen.see("[data-action=begin-writing]").click();
    chen.see("write-down [data-action=begin]").click();
    chen.see("write-down input[value=c1]").check();
    next(chen);
    chen.see("write-down input[name=score][value='4']").check();
    next(chen);
    next(chen);
    expectGoodSheet(chen);
    chen.see("write-down [data-action=send]").click();
    assertThat(chen.see(".survey-count")).containsText("1");
    assertThat(chen.see(".said")).containsText(SurveyShop.email(person));
    chen.open("/surveys");
    assertThat(chen.see("ul.rows")).containsText("Visit " + named(look));
    chen.expectGoodPage();
  }
}
