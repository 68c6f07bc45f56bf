package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** Gauges, what they measured, conditions of places and machines, in the pages. */
@ExtendWith(Browsers.class)
class DevicesBrowserIT {
  private static final String MEASURED = "SO-1501";

  /** When the order that runs came to its final inspection. */
  private static final Instant BEGAN = Instant.parse("2026-12-07T12:00:00Z");

  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    TestClient chen = showroom.shop().staff(Role.QUALITY_MANAGER, "chen@plant.example");
    gauge(chen, "PM-1", "2026-12-06");
    gauge(chen, "PM-2", "2027-06-01");
    showroom.order(MEASURED, "2026-12-28");
    String last = reading(26, 3_500, "PM-1");
    send(
        "/api/reports",
        Stream.concat(
            IntStream.range(0, 26).mapToObj(at -> reading(at, 3_480 + 2 * at, "PM-2")),
            Stream.of(last)));
    send("/api/conditions", IntStream.range(0, 12).mapToObj(DevicesBrowserIT::temperature));
    send("/api/conditions", IntStream.range(0, 2).mapToObj(DevicesBrowserIT::lookedOver));
    send(
        "/api/machines/signals",
        Stream.of(
            signal("press-1", "silent", "2026-12-07T09:40:00Z", null),
            signal("press-2", "restarted", "2026-12-07T10:05:00Z", null),
            signal("press-2", "live", "2026-12-07T13:20:00Z", null),
            signal("press-3", "gap", "2026-12-07T10:10:00Z", "2026-12-07T10:30:00Z"),
            signal("press-3", "live", "2026-12-07T13:20:00Z", null)));
  }

  private static void gauge(TestClient by, String code, String until) {
    done(by.put("/api/devices/" + code, "{\"name\": \"Power meter\", \"unit\": \"W\"}"));
    done(
        by.post(
            "/api/devices/" + code + "/calibrations",
            "{\"on\": \"2026-01-05\", \"until\": \"%s\", \"by\": \"Lab\"}".formatted(until)));
  }

  private static void send(String path, Stream<String> sent) {
    done(showroom.shop().integrator().post(path, sent.collect(Collectors.joining(",", "[", "]"))));
  }

  private static void done(HttpResponse<String> answer) {
    Assertions.assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static String reading(int at, int value, String device) {
    return """
    {"id": "v%d", "order": "%s", "kind": "reading", "requirement": "capacity", "value": %d, "unit": "SN-%d",
     "device": "%s", "raw": "+%d W", "source": "machine", "happenedAt": "2026-12-07T12:%02d:00Z"}\
    """
        .formatted(at, MEASURED, value, at, device, value, at);
  }

  /** Over more than an hour, since small charts have a point for each. */
  private static String temperature(int at) {
    return """
    {"id": "t%d", "place": "split-ac/final-inspection", "quantity": "temperature", "value": %d.5, "unit": "°C",
     "at": "%s"}\
    """
        .formatted(at, 20 + at % 4, BEGAN.plus(Duration.ofMinutes(1 + 7L * at)));
  }

  private static String lookedOver(int at) {
    return """
    {"id": "c%d", "place": "split-ac/final-inspection", "quantity": "cleanliness", "passed": %s,
     "at": "2026-12-07T12:%02d:00Z"}\
    """
        .formatted(at, at == 0, 20 + at);
  }

  private static String signal(String machine, String state, String at, String until) {
    return """
    {"machine": "%s", "at": "%s", "lastAt": "%s", "rhythmSeconds": 3600, "state": "%s", "from": "%s"%s}\
    """
        .formatted(
            machine,
            at,
            at,
            state,
            at,
            until == null ? "" : ", \"until\": \"%s\"".formatted(until));
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void a_gauge_is_entered_and_calibrated(Look look) {
    String code = "CAL-" + look.ordinal();
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/devices");
    chen.see("[data-action=add]").click();
    chen.see("#gauge-code").fill(code);
    chen.see("#gauge-name").fill("Caliper 150 mm");
    chen.see("#gauge-unit").fill("mm");
    chen.see("[data-action=save]").click();
    String row = "[data-device='" + code + "'] ";
    assertThat(chen.see(row + ".gauge-state"))
        .containsText(chen.in("No calibration on record", "没有校准记录"));

    chen.see(row + "[data-action=calibrate]").click();
    chen.see("#calibration-on").fill("2026-01-05");
    chen.see("#calibration-until").fill("2026-01-04");
    chen.see("#calibration-by").fill("Guangzhou Metrology");
    chen.see("[data-action=save]").click();
    assertThat(chen.see("#calibration-until-error")).containsText(chen.in("ends before", "早于校准日期"));
    chen.see("#calibration-until").fill("2026-02-04");
    chen.see("#calibration-certificate").setInputFiles(certificate(code));
    chen.see("[data-action=save]").click();

    assertThat(chen.see(row + ".gauge-state")).containsText(chen.in("Overdue", "已过期"));
    assertThat(chen.page().locator(row + "a[download]"))
        .hasAttribute("href", Pattern.compile("/api/evidence/[0-9a-f]{64}"));
    chen.expectGoodPage();
    chen.expectNoSidewaysScroll();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void every_value_is_shown_beside_its_limits_and_what_does_not_count_says_so(Look look) {
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/orders/" + MEASURED);
    chen.see("[data-action=values]").first().click();

    assertThat(chen.see(".values-view")).containsText("Cpk");
    assertThat(chen.see(".values-view")).containsText(chen.in("from 26 values", "26"));
    assertThat(chen.see(".odd-values")).containsText(chen.in("overdue", "过期"));
    chen.see(".values-view summary").click();
    assertThat(chen.see(".values-table tbody tr").first())
        .containsText(chen.in("gauge overdue", "过期"));
    assertThat(chen.see(".values-table tbody tr").first()).containsText("Power meter (PM-1)");
    assertThat(chen.see(".values-table tbody tr").first()).containsText("+3500 W");
    chen.expectAccessible();
    chen.expectNoSidewaysScroll();
    chen.see("[data-action=close]").click();
    chen.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "PHONE", "DESK_DARK", "DESK_CHINESE"})
  void too_few_values_say_how_many_it_takes(Look look) {
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/orders/" + Showroom.COMPLETED);
    chen.see("[data-action=values]").first().click();

    assertThat(chen.see(".values-view"))
        .containsText(chen.in("Cp and Cpk need 25 values; there is 1.", "25"));
    chen.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void conditions_stand_in_the_pane_of_their_stage_and_open_in_full(Look look) {
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/orders/" + Showroom.RUNNING);
    String stage = "stage-conditions [data-stage=final-inspection] ";
    assertThat(chen.see(stage + "figure").first()).containsText(chen.in("Temperature", "温度"));
    assertThat(chen.page().locator(stage + "svg[role=img]")).hasCount(1);
    chen.expectGoodPage();
    chen.see(stage + "[data-action=conditions]").click();

    assertThat(chen.see(".conditions-view")).containsText(chen.in("Cleanliness", "清洁"));
    assertThat(chen.see(".conditions-view")).containsText(chen.in("1 of 2 checks not passed", "1"));
    chen.expectAccessible();
    chen.expectNoSidewaysScroll();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void a_silence_a_restart_and_a_gap_are_told_in_words(Look look) {
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/devices");

    assertThat(chen.see("[data-machine=press-1]"))
        .containsText(chen.in("It is usually heard every hour", "平常每 1 小时"));
    assertThat(chen.see("[data-machine=press-1] .gauge-state"))
        .containsText(chen.in("Silent since", "无信号"));
    assertThat(chen.see("[data-machine=press-2]"))
        .containsText(chen.in("what it had counted and not reported yet is not known", "不得而知"));
    assertThat(chen.see("[data-machine=press-2] .gauge-state"))
        .containsText(chen.in("Heard as usual", "通信正常"));
    assertThat(chen.see("[data-machine=press-3]"))
        .containsText(chen.in("what it made then is not counted", "未计入"));
    assertThat(chen.see(".gauge-state[data-state=overdue]").first())
        .containsText(chen.in("Overdue", "已过期"));
    chen.expectGoodPage();
  }

  private static FilePayload certificate(String code) {
    byte[] paper = ("%PDF-1.7\n% of " + code + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    return new FilePayload("certificate.pdf", "application/pdf", paper);
  }
}
