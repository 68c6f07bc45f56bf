package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** A customer speaks where it matters, staff answer, and each sees at once what the other does. */
@ExtendWith(Browsers.class)
class VoicesBrowserIT {
  private static final String HOURS =
      """
      {"name": "Office", "zone": "Asia/Shanghai", "exceptions": [], "week": {
        "monday": [{"from": "08:00", "to": "12:00"}, {"from": "13:30", "to": "23:30"}],
        "tuesday": [{"from": "08:00", "to": "12:00"}, {"from": "13:30", "to": "17:30"}],
        "friday": [{"from": "08:00", "to": "12:00"}]}}\
      """;

  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    TestClient keeper = showroom.client(Role.ADMINISTRATOR, "Wu Min");
    expect(showroom.shop().integrator(), "/api/calendars/office", HOURS);
    expect(
        keeper,
        "/api/departments/quality",
        """
        {"name": {"en": "Quality", "zh-CN": "质量部"}, "calendar": "office", "stages": ["final-inspection"]}\
        """);
    expect(
        keeper,
        "/api/departments/circuit",
        """
        {"name": {"en": "Refrigerant circuit", "zh-CN": "制冷回路车间"}, "stages": ["assembly"], "fallback": true}\
        """);
  }

  private static void expect(TestClient client, String path, String body) {
    var answer = client.put(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void a_complaint_with_a_photo_goes_all_its_way_and_both_sides_see_each_step(Look look) {
    String order = order("SO-16" + look.ordinal());
    Visitor kenji = distributor(look).open("/orders/" + order);
    Visitor chen =
        showroom
            .staff(Role.QUALITY_MANAGER, look.isChinese() ? Look.DESK_CHINESE : Look.DESK)
            .open("/inbox");

    kenji.pane("final-inspection").locator("[data-action=say]").click();
    kenji.see("dialog [data-kind=complaint]").click();
    kenji
        .see("dialog textarea")
        .fill("One of four test units leaks more than we ordered\nSee the photo.");
    kenji.see("dialog input[name=photos]").setInputFiles(photo("gauge.png"));
    assertThat(kenji.see(".photo-chosen img")).isVisible();
    kenji.expectAccessible();
    kenji.see("dialog [data-action=send]").click();
    assertThat(kenji.see("what-follows")).containsText(kenji.in("Quality has it", "质量部"));
    assertThat(kenji.see("what-follows .clock-large")).containsText(kenji.in("Seen within", "查看"));
    assertThat(kenji.see("what-follows .commitments li")).hasCount(4);
    assertThat(kenji.see("what-follows .clock-hours:not(.clock-promised)"))
        .containsText("13:30–17:30");
    kenji.expectAccessible();
    kenji.see("what-follows a.go").click();
    assertThat(kenji.see("h1")).hasText("One of four test units leaks more than we ordered");
    String number = kenji.page().url().replaceAll(".*/", "");

    String row = ".inbox-row[data-voice='" + number + "']";
    assertThat(chen.see(row)).containsText("Kühl");
    chen.see(row).click();
    assertThat(chen.see(".beside .speech-text")).containsText("See the photo.");
    assertThat(chen.see(".beside .photo-small img")).isVisible();
    assertThat(kenji.see("[data-commitment=seen]")).hasAttribute("data-standing", "kept");
    assertThat(chen.see(".beside .clock-large")).hasText(kenji.see(".clock-large").innerText());

    chen.see("[data-action=hand-on]").click();
    chen.see("dialog select").selectOption("circuit");
    chen.see("dialog [name=reason]").fill("brazing joint, not the test bench");
    chen.expectAccessible();
    kenji.see("#reply-text").fill("Unit 3 of 4, by the way.");
    kenji.see("customer-reply [data-action=send]").click();
    assertThat(chen.see(".beside .thread")).containsText("Unit 3 of 4");
    chen.expecting("status of 409").see("dialog [data-action=hand-on-now]").click();
    assertThat(chen.see("dialog [role=alert]:not(:empty)"))
        .containsText(chen.in("Somebody else was quicker", "有变化"));
    chen.see("dialog [data-action=hand-on-now]").click();
    assertThat(kenji.see(".happened[data-kind=handed-on]"))
        .containsText("brazing joint, not the test bench");
    assertThat(kenji.see(".voice-chips")).containsText(kenji.in("Refrigerant circuit", "制冷回路车间"));

    chen.see(".staff-reply [data-mode=note]").click();
    chen.see("#desk-text").fill("Same shift as before");
    chen.see(".staff-reply [data-action=send]").click();
    assertThat(chen.see(".speech[data-kind=noted]")).containsText("Same shift as before");

    chen.see(".staff-reply [data-mode=ask]").click();
    chen.see("#desk-text").fill("Wait for all, or ship what passed?");
    chen.see("[name=choice-0]").fill("Ship what passed");
    chen.see("[name=choice-1]").fill("Wait for all");
    chen.see(".staff-reply [data-action=send]").click();
    assertThat(kenji.see(".clock")).hasAttribute("data-standing", "still");
    assertThat(kenji.see(".thread")).not().containsText("Same shift as before");
    kenji.expectGoodPage();
    kenji.see("[data-choice='Ship what passed']").click();
    assertThat(chen.see(".beside .clock")).hasAttribute("data-standing", "runs");
    assertThat(chen.see(".beside .thread")).containsText("Ship what passed");

    chen.see(".staff-reply [data-mode=answer]").click();
    chen.see("#desk-text").fill("We brazed it again and tested all units.");
    chen.see(".staff-reply [data-action=send]").click();
    assertThat(kenji.see(".speech[data-kind=answered]")).containsText("brazed it again");
    kenji.see("[data-action=thank]").click();
    assertThat(chen.see(".beside .happened[data-kind=thanked]")).isVisible();
    assertThat(kenji.see(".voice")).hasAttribute("data-state", "open");
    chen.expectGoodPage();

    chen.see("[data-action=close]").click();
    chen.see("dialog [data-action=close-now]").click();
    assertThat(kenji.see(".clock")).hasAttribute("data-standing", "closed");
    kenji.see("#reply-text").fill("It leaks again.");
    kenji.see("[data-action=reopen]").click();
    assertThat(chen.see(".beside .voice")).hasAttribute("data-state", "open");
    kenji.see("customer-reply [data-action=close]").click();
    assertThat(chen.see(".beside .clock")).hasAttribute("data-standing", "closed");
    kenji.see(".photo-small").first().click();
    assertThat(kenji.see("photo-view img")).isVisible();
    kenji.expectAccessible();
    kenji.page().keyboard().press("Escape");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void what_is_open_stands_where_it_was_said_and_a_draft_survives_a_reload(Look look) {
    String order = order("SO-17" + look.ordinal());
    Visitor kenji = distributor(look).open("/orders/" + order);
    kenji.see("tr[data-requirement=capacity] [data-action=say]").click();
    kenji.see("dialog [data-kind=question]").click();
    kenji.see("dialog textarea").fill("Measured at which temperature outside?");
    kenji.page().reload();
    assertThat(kenji.see("tr[data-requirement=capacity] [data-action=say]"))
        .containsText(kenji.in("Continue", "继续"));
    kenji.see("tr[data-requirement=capacity] [data-action=say]").click();
    assertThat(kenji.see("dialog textarea")).hasValue("Measured at which temperature outside?");
    assertThat(kenji.see("dialog [data-kind=question]")).hasAttribute("aria-pressed", "true");
    kenji.see("dialog [data-action=send]").click();
    kenji.see("what-follows [data-action=close]").click();
    assertThat(kenji.see("tr[data-requirement=capacity] .voice-tag"))
        .containsText(kenji.in("Quality", "质量部"));
    assertThat(kenji.pane("final-inspection").locator(".voice-tag")).hasCount(0);
    kenji.expectGoodPage();

    kenji.see("say-here[place=order] [data-action=say]").click();
    kenji.see("dialog textarea").fill("At which temperature outside was it measured?");
    assertThat(kenji.see("alike-voices .voice-tag").first())
        .containsText("Measured at which temperature");
    kenji.expectAccessible();
    kenji.see("dialog [data-action=send]").click();
    assertThat(kenji.see("dialog [role=alert]").first()).not().isEmpty();
    kenji.see("dialog [data-action=cancel]").click();

    kenji.open("/messages");
    assertThat(kenji.see(".message-row").first()).containsText("Measured at which temperature");
    kenji.see("input[name=q]").fill("nothing like that");
    assertThat(kenji.see(".message-row")).hasCount(0);
    kenji.see("input[name=q]").fill(order);
    assertThat(kenji.see(".message-row")).hasCount(1);
    kenji.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void what_has_one_cause_is_answered_together_and_goes_on_alone_once_it_is_taken_out(Look look) {
    TestClient amelia = showroom.client(Role.CUSTOMER, "Amelia Hart");
    TestClient kuehl = client(showroom.linkFor("kuehl", "Kühl & Partner"));
    String sound = "The fan rattles at night, model " + look;
    long ours = say(amelia, Showroom.RUNNING, sound + " with a loud sound");
    long theirs = say(kuehl, order("SO-20" + look.ordinal()), sound + " with a loud noise");
    long hardlyAlike = say(kuehl, "SO-20" + look.ordinal(), "Cartons in blue, please");
    TestClient staff = showroom.client(Role.QUALITY_MANAGER, "Chen Yu");
    await(
        "what is alike is found",
        () -> staff.json("/api/voices/" + ours).get("alike").findValues("number").size() >= 1);
    String cause = "Fan bearing " + look.ordinal();
    Visitor kenji = distributor(look).open("/messages/" + theirs);
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/messages/" + ours);

    chen.see("[data-action=group]").click();
    assertThat(chen.see("dialog .ticks label").first()).containsText(sound + " with a loud noise");
    assertThat(chen.see("dialog .ticks label").first()).containsText("Kühl & Partner");
    chen.see("dialog [name=voice][value='" + theirs + "']").check();
    chen.see("#cause-search").fill(String.valueOf(hardlyAlike));
    chen.see("dialog [name=voice][value='" + hardlyAlike + "']").check();
    chen.see("#cause-search").fill("nothing like that");
    assertThat(chen.see("dialog [name=voice][value='" + hardlyAlike + "']")).isChecked();
    chen.see("#cause-title").fill(cause);
    chen.expectAccessible();
    chen.see("dialog [data-action=make-cause]").click();
    assertThat(chen.see(".desk-cause")).containsText(Pattern.compile(cause + "\\D+2"));
    chen.expectGoodPage();

    answer(chen, "We replace the bearing");
    assertThat(kenji.see(".thread")).containsText("We replace the bearing");
    assertThat(kenji.see("main")).not().containsText(cause);

    chen.see("[data-action=group]").click();
    chen.expectAccessible();
    chen.see("dialog .rows li", "with a loud noise").locator("[data-action=take-out]").click();
    assertThat(chen.see(".desk-cause")).containsText(Pattern.compile(cause + "\\D+1"));
    answer(chen, "The new bearing is in");
    assertThat(chen.see(".thread")).containsText("The new bearing is in");
    assertThat(kenji.see(".thread")).not().containsText("The new bearing is in");

    chen.open("/messages/" + theirs);
    assertThat(chen.see(".desk-cause")).hasCount(0);
    answer(chen, "Yours comes on Friday");
    assertThat(kenji.see(".thread")).containsText("Yours comes on Friday");

    chen.see("[data-action=group]").click();
    chen.see("dialog .rows li", cause).locator("[data-action=join]").click();
    assertThat(chen.see(".desk-cause")).containsText(Pattern.compile(cause + "\\D+2"));
  }

  private static void answer(Visitor staff, String text) {
    staff.see("#desk-text").fill(text);
    staff.see(".staff-reply [data-action=send]").click();
    assertThat(staff.see("#desk-text")).hasValue("");
  }

  private static TestClient client(Token link) {
    return TestClient.withSession(
        showroom.vitrine(), Entrance.open(showroom.vitrine().vitrine(), link).session());
  }

  private static long say(TestClient by, String order, String text) {
    var answer =
        by.post(
            "/api/voices",
            "{\"order\": \"%s\", \"stage\": \"packing\", \"kind\": \"complaint\", \"text\": \"%s\"}"
                .formatted(order, text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asLong();
  }

  @Test
  void what_is_no_photo_is_not_sent_and_the_way_out_is_said() {
    String order = order("SO-1800");
    Visitor kenji = distributor(Look.PHONE).open("/orders/" + order).expecting("status of 4");
    kenji.pane("packing").locator("[data-action=say]").click();
    kenji
        .see("dialog input[name=photos]")
        .setInputFiles(new FilePayload("gauge.heic", "image/heic", new byte[] {1, 2, 3}));
    assertThat(kenji.see(".photo-chosen [role=alert]")).containsText("Most Compatible");
    kenji.see(".photo-chosen [data-action=remove]").click();
    assertThat(kenji.see(".photo-chosen")).hasCount(0);
    kenji
        .see("dialog input[name=photos]")
        .setInputFiles(new FilePayload("gauge.jpg", "image/jpeg", "not a photo".getBytes()));
    assertThat(kenji.see(".photo-chosen [role=alert]")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void a_glass_link_may_speak_where_its_maker_allowed_it(Look look) {
    String order = order("SO-19" + look.ordinal());
    Visitor kenji = distributor(look).open("/orders/" + order);
    kenji.see("[data-action=share]").click();
    kenji.see("input[name=maySpeak]").check();
    kenji.see("[data-action=make-link]").click();
    String link = kenji.see("secret-once input").inputValue();

    Visitor guest = showroom.stranger(look).open(link.substring(link.indexOf("/glass#")));
    guest.pane("packing").locator("[data-action=say]").click();
    guest.see("dialog [data-kind=wish]").click();
    guest.see("dialog textarea").fill("Please leave it with the neighbours");
    guest.see("dialog [data-action=send]").click();
    assertThat(guest.see("what-follows")).isVisible();
    guest.see("what-follows [data-action=close]").click();
    assertThat(guest.pane("packing").locator(".voice-tag")).containsText("neighbours");
    guest.expectGoodPage();
    guest.pane("packing").locator(".voice-tag").click();
    guest.see("dialog #reply-text").fill("They are at home in the afternoon");
    guest.see("dialog [data-action=send]").click();
    assertThat(guest.see("dialog .thread")).containsText("in the afternoon");
    guest.expectAccessible();

    Visitor silent = showroom.stranger(look).open(showroom.glassLink(order, "requirements"));
    assertThat(silent.see(".pane").first()).isVisible();
    assertThat(silent.see("[data-action=say]")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK", "DESK_DARK"})
  void who_answers_and_how_fast_is_set_in_pages(Look look) {
    Visitor wu = showroom.staff(Role.ADMINISTRATOR, look).open("/departments");
    wu.see("[data-action=add]").click();
    wu.see("#department-code").fill("hall-" + look.ordinal());
    wu.see("#department-name-en").fill("Hall");
    wu.see("#department-name-zh").fill("车间");
    wu.see("#department-stages").fill("weld-" + look.ordinal() + "*");
    wu.expectAccessible();
    wu.see("dialog [data-action=save]").click();
    assertThat(wu.see("[data-department=hall-" + look.ordinal() + "]"))
        .containsText(wu.in("Hall", "车间"));
    wu.expectGoodPage();

    wu.open("/commitments");
    wu.see("input[name='gold.wish.seen']").fill("soon");
    wu.see("input[name='gold.wish.seen']").press("Tab");
    assertThat(wu.see("[aria-invalid=true]")).hasCount(1);
    wu.see("input[name='gold.wish.seen']").fill("3 h 30 min");
    wu.see("input[name='gold.wish.seen']").press("Tab");
    wu.see("[data-action=save]").click();
    assertThat(wu.see(".said")).containsText(wu.in("Saved", "已保存"));
    wu.expectGoodPage();

    wu.open("/care-questions");
    wu.see("[data-action=add]").click();
    wu.see("fieldset:last-of-type [name=product]").fill("KFR-" + look.ordinal());
    wu.see("fieldset:last-of-type textarea[name=en]").fill("How does it do?");
    wu.see("[data-action=save]").click();
    assertThat(wu.see(".said")).containsText(wu.in("Saved", "已保存"));
    wu.expectGoodPage();

    wu.open("/figures");
    assertThat(wu.see("h1")).isVisible();
    wu.expectGoodPage();
  }

  @Test
  void a_mailed_link_that_leads_nowhere_says_so_and_offers_nothing() {
    Visitor kenji = showroom.stranger(Look.PHONE).expecting("status of 4");
    for (String page : List.of("/still-solved", "/after-care")) {
      kenji.open(page + "#Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0X");
      assertThat(kenji.see("main [role=status]")).hasText(Pattern.compile("expired|used"));
      assertThat(kenji.see("main button")).hasCount(0);
      kenji.expectGoodPage();
    }
  }

  private static String order(String number) {
    showroom.shop().company("kuehl", "Kühl & Partner");
    showroom.shop().order(number, "kuehl");
    return number;
  }

  private static Visitor distributor(Look look) {
    return new Visitor(showroom.vitrine(), look)
        .signIn(showroom.linkFor("kuehl", "Kühl & Partner"));
  }

  /** A photo as a camera takes it, of nothing in particular. */
  private static FilePayload photo(String name) {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D picture = image.createGraphics();
    picture.setColor(Color.ORANGE);
    picture.fillOval(120, 60, 360, 360);
    picture.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return new FilePayload(name, "image/png", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
