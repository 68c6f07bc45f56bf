package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** What is measured, wherever an amount stands. */
@ExtendWith(Browsers.class)
class UnitsBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    TestClient erp = showroom.shop().integrator();
    SignedUp.expect(
        201,
        erp.put(
            "/api/orders/SO-300M",
            """
            {"company": "northwind", "placedOn": "2026-11-02", "promise": {"date": "2027-01-15"}, "lines": [
              {"number": 1, "product": "Heating cable", "quantity": 300, "unit": "MTR", "routing": "split-ac"}]}"""));
    SignedUp.expect(
        201,
        erp.put(
            "/api/orders/SO-12KG",
            """
            {"company": "northwind", "placedOn": "2026-11-02", "lines": [
              {"number": 1, "product": "Powder", "quantity": 12.5, "unit": "kg", "routing": "split-ac"},
              {"number": 2, "product": "Seals", "quantity": 2, "unit": "sets", "routing": "split-ac"},
              {"number": 3, "product": "Film", "quantity": 1250.125, "unit": "Rollen", "routing": "split-ac"}]}"""));
    said(
        erp,
        "SO-300M",
        1,
        "assembly",
        "\"operation\": \"Work\", \"good\": 120.5, \"rejected\": 0.25");
    said(erp, "SO-12KG", 1, "assembly", "\"operation\": \"Work\", \"good\": 12.375");
    said(erp, "SO-12KG", 1, "assembly", "\"reason\": null, \"setup\": false", "finished");
    said(erp, "SO-12KG", 1, "final-inspection", "\"operation\": \"Work\", \"good\": 6.05");
    said(erp, "SO-12KG", 2, "assembly", "\"operation\": \"Work\", \"good\": 1");
    said(erp, "SO-12KG", 3, "assembly", "\"operation\": \"Work\", \"good\": 1000.5");
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE", "DESK", "DESK_CHINESE"})
  void a_cable_is_told_in_metres(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/SO-300M");

    assertThat(amelia.see("h1")).hasText(amelia.in("300 m Heating cable", "300 米 Heating cable"));
    assertThat(amelia.see(".say"))
        .containsText(amelia.in("Assembly, 120.5 of 300 m done.", "装配，已完成 120.5 / 300 米。"));
    assertThat(amelia.pane("assembly"))
        .containsText(amelia.in("120.5 of 300 m, 0.25 m rejected", "120.5 / 300 米，0.25 米不合格"));
    assertThat(amelia.see("heard-feed"))
        .containsText(amelia.in("120.5 m good, 0.25 m rejected", "120.5 米合格，0.25 米不合格"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE", "DESK", "DESK_CHINESE"})
  void each_line_has_its_own_unit(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/SO-12KG");

    assertThat(amelia.see("[data-line='1'] h2"))
        .hasText(amelia.in("1 · 12.5 kg Powder", "1 · 12.5 千克 Powder"));
    assertThat(amelia.see("[data-line='1'] [data-stage=assembly]"))
        .containsText(amelia.in("closed 0.125 kg short", "短交 0.125 千克"));
    assertThat(amelia.see("[data-line='1'] [data-stage=final-inspection]"))
        .containsText(amelia.in("6.05 of 12.5 kg", "6.05 / 12.5 千克"));
    assertThat(amelia.see("[data-line='2'] [data-stage=assembly]"))
        .containsText(amelia.in("1 of 2 sets", "1 / 2 套"));
    assertThat(amelia.see("[data-line='3'] [data-stage=assembly]"))
        .containsText(amelia.in("1,000.5 of 1,250.125 Rollen", "1,000.5 / 1,250.125 Rollen"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void lists_the_board_and_the_history_say_it_too(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders");
    assertThat(amelia.see("[data-order=SO-300M]"))
        .containsText(amelia.in("300 m Heating cable", "300 米 Heating cable"));
    assertThat(amelia.see("[data-order=SO-12KG]"))
        .containsText(amelia.in("2 sets Seals", "2 套 Seals"));
    amelia.expectGoodPage();
    amelia.open("/orders/SO-300M/history");
    assertThat(amelia.see("li[data-kind=reported]"))
        .containsText(amelia.in("120.5 m good", "120.5 米合格"));
    amelia.expectGoodPage();
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/board");
    assertThat(li.see(".board-card", "SO-300M")).containsText(li.in("120.5/300 m", "120.5/300 米"));
    li.expectGoodPage();
    Visitor guest = showroom.stranger(look).open(showroom.glassLink("SO-300M", "operations"));
    assertThat(guest.see(".say"))
        .containsText(guest.in("120.5 of 300 m done", "已完成 120.5 / 300 米"));
    assertThat(guest.see("details[data-stage=assembly]"))
        .containsText(guest.in("120.5 m", "120.5 米"));
    guest.expectGoodPage();
  }

  private static void said(
      TestClient erp, String order, int line, String stage, String members, String... kind) {
    SignedUp.expect(
        200,
        erp.post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", "line": %d, "stage": "%s", "kind": "%s", %s, "source": "scan",
             "happenedAt": "2026-12-07T12:%s:00Z"}"""
                .formatted(
                    stage + line + members.hashCode(),
                    order,
                    line,
                    stage,
                    kind.length == 0 ? "progressed" : kind[0],
                    members,
                    kind.length == 0 ? "00" : "30")));
  }
}
