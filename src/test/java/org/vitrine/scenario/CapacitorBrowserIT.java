package org.vitrine.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.scenario.MotorPlant.IN_HOUSE;
import static org.vitrine.scenario.MotorPlant.LOT;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.scenario.MotorPlant.Customer;

/** The doubtful capacitor, as it is seen and done on pages. */
@ExtendWith(Browsers.class)
class CapacitorBrowserIT {
  private static TestVitrine vitrine;
  private static MotorPlant plant;

  private Visitor chen;
  private Visitor amelia;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    plant = new MotorPlant(vitrine);
    plant.motorsLeave();
    plant.othersAreInHouse();
    plant.report(
        IN_HOUSE,
        "t1",
        "reading",
        "\"requirement\": \"capacity\", \"unit\": \"H2-1\", \"value\": 2900");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void it_is_held_told_and_chosen_on_pages() {
    amelia = visitor(Look.PHONE, Customer.AMELIA).open("/orders/" + Customer.AMELIA.order());
    chen = new Visitor(vitrine, Look.DESK).signInAs("chen@plant.example");
    String problem = chen_raises_it_from_the_failed_test_and_holds_the_lot();
    chen_writes_and_tells_all(problem);
    amelia_is_told_live_on_her_order_and_chooses();
    jonas_reads_and_chooses_in_chinese_on_a_dark_phone();
    whoever_holds_ottos_glass_link_reads_what_to_do();
    chen_sees_who_has_answered(problem);
  }

  private Visitor visitor(Look look, Customer customer) {
    return new Visitor(vitrine, look).signInAs(customer.email());
  }

  private String chen_raises_it_from_the_failed_test_and_holds_the_lot() {
    chen.open("/orders/" + IN_HOUSE);
    chen.see("order-problems [data-action=raise]").click();
    chen.see("#raise-title").fill("Capacitor bulges after 400 hours");
    chen.see("select[name=at]").selectOption("1/final-inspection");
    chen.see("[data-action=raise-now]").click();
    chen.see("order-problems .problem-row").click();
    assertThat(chen.page()).hasURL(Pattern.compile("/nonconformances/[0-9]+$"));
    chen.see("[data-action=contain-begin]").click();
    chen.see("#contain-lots").fill(LOT);
    chen.see("[data-action=preview]").click();
    assertThat(chen.see("dialog [data-sum=house]")).containsText("127");
    assertThat(chen.see("dialog [data-sum=customers]")).containsText("76");
    assertThat(chen.see("dialog [data-sum=unknown]")).containsText("31");
    chen.see("[data-action=contain-now]").click();
    assertThat(chen.see("containment-card [data-sum=house]")).containsText("Balancer 1");
    chen.expectGoodPage();
    return chen.page().url().replaceFirst(".*/", "");
  }

  private void chen_writes_and_tells_all(String problem) {
    chen.open("/recalls/" + problem);
    write("title", "Capacitors in your motors", "您的电机中的电容");
    write("what", "The capacitor ages too fast.", "电容老化过快。");
    write("hazard", "The capacitor can burst and start a fire.", "电容可能爆裂并引起火灾。");
    write("now", "Switch it off and pull the plug.", "请立即断电并拔下插头。");
    chen.see("[data-action=save]").click();
    chen.see("[data-action=tell]").click();
    chen.see("[data-action=confirm]").click();
    assertThat(chen.see(".recall-tell [role=status]")).containsText("4");
    chen.expectGoodPage();
  }

  private void write(String field, String english, String chinese) {
    chen.see("[name='%s.en']".formatted(field)).fill(english);
    chen.see("[name='%s.zh-CN']".formatted(field)).fill(chinese);
  }

  private void amelia_is_told_live_on_her_order_and_chooses() {
    assertThat(amelia.see(".recall-card")).containsText("pull the plug");
    amelia.see(".recall-card [data-remedy=replace]").click();
    assertThat(amelia.see(".recall-choice")).containsText("Chosen: Replace");
    amelia.expectGoodPage();
  }

  private void jonas_reads_and_chooses_in_chinese_on_a_dark_phone() {
    Visitor jonas =
        visitor(Look.PHONE_CHINESE_DARK, Customer.JONAS).open("/orders/" + Customer.JONAS.order());
    assertThat(jonas.see(".recall-card")).containsText("请立即断电并拔下插头");
    jonas.see(".recall-card [data-remedy=repair]").click();
    assertThat(jonas.see(".recall-choice")).containsText("已选择：维修");
    jonas.expectGoodPage();
  }

  private void whoever_holds_ottos_glass_link_reads_what_to_do() {
    Visitor holder =
        new Visitor(vitrine, Look.PHONE)
            .open("/glass#" + plant.glass(Customer.OTTO.order()).text());
    assertThat(holder.see(".recall-card")).containsText("pull the plug");
    assertThat(holder.see(".recall-card button")).hasCount(0);
  }

  private void chen_sees_who_has_answered(String problem) {
    chen.open("/nonconformances/" + problem);
    assertThat(chen.see("told-customers [data-step=acknowledged]")).containsText("46");
    chen.expectGoodPage();
  }
}
