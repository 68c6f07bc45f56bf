package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.Visitor;

/** The page that a one-time link opens. */
@ExtendWith(Browsers.class)
class EnterBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void a_one_time_link_signs_in_by_a_key_press_and_leaves_the_address_bar(Look look) {
    Visitor amelia = showroom.stranger(look);
    amelia.open("/enter#" + showroom.link(Role.CUSTOMER, "Amelia Hart").text());
    assertThat(amelia.see("h1")).hasText(amelia.in("Welcome to Vitrine", "欢迎使用 Vitrine"));
    assertThat(amelia.page().url()).isEqualTo(showroom.vitrine().at("/enter").toString());
    amelia.expectGoodPage();

    amelia.see("[data-action=enter]").press("Enter");

    assertThat(amelia.see("tr[data-order=" + Showroom.RUNNING + "]")).isVisible();
    assertThat(amelia.see("person-items")).containsText("Amelia Hart");
  }

  @Test
  void the_plants_own_people_come_to_what_wants_doing() {
    Visitor li = showroom.stranger(Look.DESK);
    li.open("/enter#" + showroom.link(Role.OPERATOR, "Li Wen").text());

    li.see("[data-action=enter]").click();

    assertThat(li.see("today-page h1")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void a_link_that_was_used_says_so(Look look) {
    String link = "/enter#" + showroom.link(Role.CUSTOMER, "Amelia Hart").text();
    Visitor first = showroom.stranger(look).open(link);
    first.see("[data-action=enter]").click();
    assertThat(first.see("orders-list")).isVisible();

    Visitor second = showroom.stranger(look).open(link).expecting("status of 410");
    second.see("[data-action=enter]").click();

    assertThat(second.see("h1"))
        .hasText(second.in("This link has expired or was already used", "此链接已失效或已被使用"));
    second.expectGoodPage();
  }

  @Test
  void an_address_that_leads_nowhere_says_so() {
    Visitor stranger = showroom.stranger(Look.PHONE).expecting("status of 404");

    stranger.open("/nowhere");

    assertThat(stranger.see("h1")).hasText("Page not found");
    stranger.expectGoodPage();
  }
}
