package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** What is agreed with a company, on its page and on the customer's own. */
@ExtendWith(Browsers.class)
class ProfilesBrowserIT {
  private static final String WANG = "wang.fang@example.com";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.staff(Role.ACCOUNT_MANAGER, WANG);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE", "DESK_DARK"})
  void what_is_agreed_is_read_at_once_by_whom_it_was_agreed_with(Look look) {
    String company = "agreed-" + COUNT.incrementAndGet();
    String email = "amelia@" + company + ".example";
    shop.company(company, "Agreed " + COUNT.get());
    shop.contact(company, email);
    Visitor amelia = new Visitor(vitrine, look).signInAs(email).open("/orders");
    amelia.inMenu("nav [href='/agreement']").click();
    assertThat(amelia.see("[data-part=people]")).containsText(amelia.in("every 30 days", "每 30 天"));
    assertThat(amelia.see(".agreed-source").first())
        .hasText(amelia.in("What we promise everybody", "我们对所有客户的承诺"));
    amelia.expectGoodPage();

    Visitor wang = new Visitor(vitrine, look).signInAs(WANG).open("/companies/" + company);
    wang.see("company-profile [data-action=agree]").click();
    assertThat(wang.see("dialog [name=agreedBy]")).isVisible();
    wang.see("dialog [data-action=save]").click();
    assertThat(wang.see("[name=agreedBy][aria-invalid=true]")).isVisible();
    wang.see("[name=agreedBy]").fill("Amelia Hart");
    wang.see("[name=fastLane]").selectOption("true");
    wang.see("profile-form details summary").first().click();
    wang.see("[name='clock.complaint.seen']").fill(wang.in("30 min", "30 分钟"));
    wang.see("dialog [data-action=save]").click();
    assertThat(wang.see("[name='clock.complaint.solved'][aria-invalid=true]")).isVisible();
    wang.see("[name='clock.complaint.firstAnswer']").fill("2");
    wang.see("[name='clock.complaint.nextAnswer']").fill("2");
    wang.see("[name='clock.complaint.solved']").fill("16");
    wang.see("[name='visit.account-manager.ideal']").fill("21");
    wang.see("[name='visit.account-manager.longest']").fill("30");
    wang.see("[name='notice.stages']").selectOption("at-once");
    wang.see("[name=months]").fill("36");
    wang.expectNoSidewaysScroll();
    wang.expectAccessible();
    wang.see("dialog [data-action=save]").click();
    assertThat(wang.see("company-profile .version-state")).hasText(wang.in("counts today", "当前有效"));
    assertThat(wang.see("company-profile [data-part=answers]"))
        .containsText(wang.in("seen within 30 min", "30 分钟内查看"));
    wang.expectGoodPage();

    assertThat(amelia.see("[data-part=people]"))
        .containsText(amelia.in("every 21 days, and after 30 days", "每 21 天"));
    assertThat(amelia.see("[data-part=people] [data-owner=company]")).containsText("Amelia Hart");
    assertThat(amelia.see("[data-part=warranty]")).containsText(amelia.in("36 months", "36 个月"));
    assertThat(amelia.see(".version-list > li")).hasCount(1);
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void what_a_tier_gets_is_agreed_alike(Look look) {
    Visitor wang = new Visitor(vitrine, look).signInAs(WANG).open("/service-levels");
    assertThat(wang.see("section[data-tier]")).hasCount(4);
    wang.see("[data-tier=silver] [data-action=agree]").click();
    wang.see("[name=agreedBy]").fill("Management");
    wang.see("[name=shows]").selectOption("some");
    assertThat(wang.see("input[name=stages]").first()).isVisible();
    wang.see("input[name=readings]").first().uncheck();
    wang.see("[name=languages]").selectOption("zh-en");
    wang.expectNoSidewaysScroll();
    wang.expectAccessible();
    wang.see("dialog [data-action=save]").click();
    assertThat(wang.see("[data-tier=silver] .version-state").first())
        .hasText(wang.in("counts today", "当前有效"));
    wang.expectGoodPage();
  }
}
