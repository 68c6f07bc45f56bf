package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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

/** Saying in the pages when the plant works. */
@ExtendWith(Browsers.class)
class CalendarsBrowserIT {
  private static final String CHRISTMAS =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nSUMMARY:Christmas\r\n"
          + "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

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
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void a_calendar_is_made_with_a_week_and_holidays_by_hand_and_by_file(Look look) {
    String code = "hall-" + look.ordinal();
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).open("/calendars");
    li.see("[data-action=new]").click();
    li.see("#calendar-code").fill(code);
    li.see("[data-action=begin]").click();

    li.see("input[name=friday]").fill("6-14, 14-22");
    li.see("input[name=saturday]").fill("at times");
    li.see("[data-action=save]").click();
    assertThat(li.see("#saturday-error")).containsText(li.in("Enter hours", "请填写时段"));
    li.see("input[name=saturday]").fill("");
    li.see(".special input[name=from]").fill("2026-12-12");
    li.see(".special input[name=name]").fill("Extra shift");
    li.see(".special input[name=hours]").fill("6-12");
    li.see("[data-action=add]").click();
    assertThat(li.see("[data-day='2026-12-12']")).containsText("06:00–12:00");
    li.expectGoodPage();
    li.see("[data-action=save]").click();

    assertThat(li.see(".said")).containsText(li.in("Saved", "已保存"));
    assertThat(li.see(".meaning")).containsText("06:00–14:00");
    assertThat(li.see("input[name=friday]")).hasValue("06:00–14:00, 14:00–22:00");

    li.see("input[name=file]")
        .setInputFiles(
            new FilePayload(
                "holidays.ics", "text/calendar", CHRISTMAS.getBytes(StandardCharsets.UTF_8)));
    assertThat(li.see("[data-day='2026-12-25']")).containsText("Christmas");
    assertThat(li.see(".meaning")).containsText("Christmas");
    assertThat(li.see("calendar-file a")).hasAttribute("href", "/api/calendars/" + code + ".ics");
    li.see("[data-day='2026-12-12'] [data-action=remove]").click();
    li.see("[data-action=save]").click();
    assertThat(li.see(".said")).containsText(li.in("Saved", "已保存"));
    assertThat(li.see("[data-day='2026-12-12']")).hasCount(0);
    li.expectNoSidewaysScroll();
  }

  @Test
  void what_is_not_saved_can_be_discarded_and_what_is_refused_is_said_at_its_day() {
    Visitor li = showroom.staff(Role.ADMINISTRATOR, Look.DESK).open("/calendars").expecting("422");
    assertThat(li.see(".meaning")).containsText("every hour of every day");
    li.see("input[name=monday]").fill("8-17, 16-22");
    li.see("[data-action=save]").click();
    assertThat(li.see("#monday-error")).containsText("overlap");
    assertThat(li.see("calendar-file input")).isDisabled();
    li.see("[data-action=discard]").click();
    assertThat(li.see("input[name=monday]")).hasValue("08:00–17:00");
    assertThat(li.see("calendar-file input")).isEnabled();
  }

  /** Two orders are made by this calendar: whoever saves it is asked with their number. */
  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void what_moves_orders_is_asked_about_first(Look look) {
    String bay = "bay-" + look.ordinal();
    made(
        "/api/calendars/" + bay,
        "{\"week\": {\"monday\": [{\"from\": \"08:00\", \"to\": \"12:00\"}]}}");
    made(
        "/api/routings/" + bay,
        "{\"calendar\": \"%s\", \"stages\": [{\"code\": \"cut\", \"usualHours\": 8}]}"
            .formatted(bay));
    for (int order = 1; order <= 2; order++) {
      made(
          "/api/orders/%s-%d".formatted(bay, order),
          """
          {"company": "northwind", "placedOn": "2026-12-01",
           "lines": [{"number": 1, "product": "Bolt", "quantity": 5, "routing": "%s"}]}"""
              .formatted(bay));
    }
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).open("/calendars");
    li.see("select[name=calendar]").selectOption(bay);
    li.see("input[name=friday]").fill("8-12");
    li.see("input[name=friday]").blur();
    li.see("[data-action=save]").click();

    assertThat(li.see("dialog"))
        .containsText(
            li.in(
                "2 open orders follow from it: their expected dates may move at once.",
                "2 个未完成订单按此日历计算，其预计日期可能立即变动。"));
    li.expectNoSidewaysScroll();
    li.see("dialog [data-action=cancel]").click();
    assertThat(li.see(".said")).hasText("");
    li.see("[data-action=save]").click();
    li.see("dialog [data-action=confirm]").click();
    assertThat(li.see(".said"))
        .containsText(li.in("Saved. 2 open orders follow from it.", "已保存，对 2 个未完成订单生效。"));
  }

  private static void made(String path, String body) {
    var answer = showroom.shop().integrator().put(path, body);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  void a_page_says_working_hours_and_nothing_more_of_the_calendar() {
    showroom
        .shop()
        .integrator()
        .put(
            "/api/calendars/plant",
            "{\"week\": {\"monday\": [{\"from\": \"08:00\", \"to\": \"17:00\"}]}}");
    Visitor carol = showroom.buyer(Look.PHONE).open("/orders/" + Showroom.RUNNING);
    assertThat(carol.pane("final-inspection"))
        .containsText(Pattern.compile("usually 24 working hours"));
  }
}
