package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.Rooms;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Pieces on the pages of whoever owns them: claimed, decided, handed over and taken back. */
@ExtendWith(Browsers.class)
class OwnPiecesBrowserIT {
  private static final Pattern LINK = Pattern.compile("/warranty/take-over#[A-Za-z0-9_-]{43}");

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestMailbox mails;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    mails = new TestMailbox(vitrine);
    shop.order("SO-1");
    shop.integrator()
        .put(
            "/api/warranty/terms/KFR-35",
            """
            {"months": 24, "euLaw": true,
             "covers": {"en": "Material and workmanship", "zh-CN": "材料与工艺"},
             "claimsAt": {"en": "Write to us here", "zh-CN": "在此联系我们"}}\
            """);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor signedIn(Look look, String company, String email) {
    Rooms rooms = vitrine.vitrine().rooms();
    CompanyId id =
        rooms
            .companies()
            .save(company, new SaveCompany(company, CompanyKind.CUSTOMER, Tier.GOLD))
            .company()
            .id();
    long person = rooms.people().save(List.of(id), "Amelia Hart", email, Role.CUSTOMER);
    return new Visitor(vitrine, look).signIn(rooms.sessions().links().make(person));
  }

  private static Visitor manager(Look look) {
    Rooms rooms = vitrine.vitrine().rooms();
    long person =
        rooms
            .people()
            .save(List.of(), "Chen Yu", "chen." + look + "@plant.example", Role.QUALITY_MANAGER);
    return new Visitor(vitrine, look).signIn(rooms.sessions().links().make(person));
  }

  private static String piece(String serial, String company) {
    LocalDate left = vitrine.vitrine().rooms().warranty().today().minusMonths(6);
    shop.integrator()
        .put(
            "/api/warranty/pieces/" + serial,
            """
            {"product": {"en": "Split air conditioner", "zh-CN": "分体空调"}, "company": "%s",
             "promise": {"months": 24, "euLaw": true, "covers": {"en": "Material and workmanship", "zh-CN": "材料与工艺"}},
             "shippedOn": "%s"}\
            """
                .formatted(company, left));
    return serial;
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK"})
  void a_piece_is_claimed_and_the_decision_is_read(Look look) {
    String company = "claims-" + look.name().toLowerCase().replace('_', '-');
    Visitor amelia = signedIn(look, company, "amelia@" + company + ".example");
    String serial = piece("CL-" + look.name(), company);
    amelia.open("/warranty");
    assertThat(amelia.see("own-piece .chip", amelia.in("Covered until", "保修至"))).isVisible();
    amelia.expectGoodPage();
    amelia.see("[data-action=claim]").click();
    amelia.see("claim-form .go").click();
    assertThat(amelia.see("#claim-text-error")).not().isEmpty();
    amelia.see("#claim-text").fill("It hums and does not cool");
    fits(amelia);
    amelia.see("claim-form .go").click();
    assertThat(amelia.see(".own-piece-claims a")).isVisible();
    String message = amelia.see(".own-piece-claims a").getAttribute("href");

    Visitor chen = manager(look).open(message);
    chen.see("[data-action=decide]").click();
    chen.see("#claim-reason").fill("The fan is worn; we replace it");
    chen.expectGoodPage();
    chen.see("claim-decision .go").click();
    assertThat(chen.see("claim-card .chip")).hasText(chen.in("Repair", "维修"));

    assertThat(amelia.see("own-piece .own-piece-reason")).containsText("The fan is worn");
    amelia.expectGoodPage();
    amelia.see(".own-piece-claims a").click();
    assertThat(amelia.see("claim-card .chip")).hasText(amelia.in("Repair", "维修"));
    assertThat(amelia.see("voice-thread")).containsText("The fan is worn");
    amelia.expectGoodPage();
    assertThat(amelia.see("main")).containsText(serial);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK", "DESK_DARK"})
  void a_piece_is_handed_over_by_a_code_and_taken_back(Look look) {
    String giver = "giver-" + look.name().toLowerCase().replace('_', '-');
    String taker = "taker-" + look.name().toLowerCase().replace('_', '-');
    Visitor amelia = signedIn(look, giver, "amelia@" + giver + ".example");
    String serial = piece("HO-" + look.name(), giver);
    amelia.open("/warranty");
    amelia.see("[data-action=offer]").click();
    amelia.see("[data-action=make]").click();
    String code = amelia.see("input[name=secret]").inputValue();
    fits(amelia);
    amelia.see("[data-action=done]").click();
    assertThat(amelia.see(".own-piece-offered")).isVisible();

    Visitor ines = signedIn(look, taker, "ines@" + taker + ".example").open("/warranty");
    assertThat(ines.see(".empty")).isVisible();
    ines.expectGoodPage();
    ines.see("[data-action=take]").click();
    ines.see("#transfer-code").fill(code.toLowerCase());
    ines.see("take-piece .go").click();
    assertThat(ines.see("take-piece dl")).containsText(serial);
    fits(ines);
    ines.see("take-piece [data-action=take]").click();
    assertThat(ines.see("own-piece[data-serial], article.own-piece")).containsText(serial);
    ines.expectGoodPage();

    assertThat(amelia.see(".transfer-row")).containsText(taker);
    amelia.see("[data-action=undo]").click();
    amelia.see("[data-action=confirm]").click();
    assertThat(amelia.see("article.own-piece")).containsText(serial);
    amelia.expectGoodPage();
    assertThat(ines.see(".empty")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void without_an_account_an_address_takes_it_over(Look look) {
    String giver = "mailing-" + look.name().toLowerCase().replace('_', '-');
    String address = "li.na@" + giver + ".example";
    Visitor amelia = signedIn(look, giver, "amelia@" + giver + ".example");
    String serial = piece("AD-" + look.name(), giver);
    amelia.open("/warranty");
    amelia.see("[data-action=offer]").click();
    amelia.see("[data-action=make]").click();
    String code = amelia.see("input[name=secret]").inputValue();

    Visitor anybody = new Visitor(vitrine, look).expecting("status of 401");
    anybody.open("/warranty/take-over");
    anybody.see("#code").fill(code);
    anybody.expectGoodPage();
    anybody.see("take-over .go").click();
    anybody.see("#address").fill(address);
    anybody.expectGoodPage();
    anybody.see("take-over .go").click();
    assertThat(anybody.see("take-over [role=status]")).containsText(address);

    anybody.open(link(address));
    anybody.see("#name").fill("Li Na");
    anybody.expectGoodPage();
    anybody.see("take-over .go").click();
    assertThat(anybody.see("take-over [role=status]")).containsText(serial);
    anybody.expectGoodPage();
    assertThat(amelia.see(".transfer-row")).containsText("Li Na");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void a_file_hands_over_several(Look look) {
    String giver = "many-" + look.name().toLowerCase().replace('_', '-');
    Visitor jonas = signedIn(look, giver, "jonas@" + giver + ".example");
    String serial = piece("MA-" + look.name(), giver);
    jonas.open("/warranty");
    jonas.see("[data-action=offer-many]").click();
    fits(jonas);
    jonas
        .see("#batch-file")
        .setInputFiles(
            new FilePayload(
                "pieces.csv",
                "text/csv",
                "serial,address\n%s,kim@home.example\nSN-none,kim@home.example\n"
                    .formatted(serial)
                    .getBytes(StandardCharsets.UTF_8)));
    jonas.see("offer-many .go").click();
    assertThat(jonas.see(".offer-many-refused li")).hasCount(1);
    fits(jonas);
    jonas.see("[data-action=done]").click();
    assertThat(jonas.see(".own-piece-offered")).containsText("kim@home.example");
    jonas.see("[data-action=withdraw]").click();
    assertThat(jonas.see(".own-piece-offered")).hasCount(0);
  }

  /** In a dialog, behind which the page is out of reach. */
  private static void fits(Visitor visitor) {
    visitor.expectNoSidewaysScroll();
    visitor.expectAccessible();
  }

  /** The path of the link in the newest mail. */
  private static String link(String address) {
    Matcher link = LINK.matcher(mails.to(address).getLast());
    if (!link.find()) {
      throw new IllegalStateException("The mail has no link");
    }
    return link.group();
  }
}
