package org.vitrine.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/**
 * A meeting at three browsers: it moves for all, two write at one line, and a secret vote is held.
 */
@ExtendWith(Browsers.class)
class MeetingTableBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static TableShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new TableShop(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  private static Visitor visitor(String email, Look look) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  @Test
  void a_meeting_is_held() {
    long number = shop.plan();
    String page = "/meetings/" + number;
    Visitor chen = visitor("chen@plant.example", Look.DESK).open(page);
    Visitor amelia = visitor("amelia@northwind.example", Look.PHONE).open(page);
    Visitor marcus = visitor("marcus@harbour.example", Look.DESK_CHINESE).open(page);
    chen.see("[data-action=begin]").click();
    chen.see("dialog [data-action=confirm]").click();
    assertThat(chen.see(".say")).containsText("item 1 of 3, Leak rate of water heaters");
    assertThat(amelia.see(".say")).containsText("item 1 of 2, Leak rate of water heaters");
    assertThat(marcus.see(".say")).containsText("第 1 项（共 3 项）");
    assertThat(amelia.see(".table-presence")).containsText("3 here, 2 companies");

    chen.see("[data-action=next]").click();
    assertThat(amelia.see(".agenda > .now")).containsText("Carton corners");
    amelia.expectGoodPage();

    linesGrow(chen, amelia, number);
    twoWriteAtOneLine(chen, amelia, number);
    suggestions(chen, amelia, number);
    aSecretVote(chen, amelia, marcus);
    marcus.expectGoodPage();
    chen.expectGoodPage();

    Visitor room = visitor("wu@plant.example", Look.DESK_DARK).open(page + "/screen");
    assertThat(room.see(".screen h1")).hasText("Carton corners");
    assertThat(room.see(".screen-lines")).containsText("Double corners");
    assertThat(room.see(".screen button, .screen a")).hasCount(0);
    room.expectNoSidewaysScroll();
    room.expectAccessible();

    chen.see("[data-action=end]").click();
    chen.see("dialog [data-action=confirm]").click();
    assertThat(amelia.see("meeting-table")).hasCount(0);
  }

  private static void linesGrow(Visitor chen, Visitor amelia, long number) {
    chen.see("#line-new").pressSequentially("Two of ten arrive crushed");
    Locator growing = amelia.see(".minute.typing");
    assertThat(growing).containsText("Two of ten arrive crushed");
    assertThat(growing).containsText("chen@plant.example is writing");
    chen.see("#line-new").press("Enter");
    assertThat(amelia.see(".minute", "Two of ten arrive crushed")).isVisible();
    assertThat(growing).hasCount(0);
    assertThat(chen.see("#line-new")).hasValue("");
  }

  private static void twoWriteAtOneLine(Visitor chen, Visitor amelia, long number) {
    chen.expecting("status of 409");
    String key = chen.see("li[data-line]").getAttribute("data-line");
    chen.see("li[data-line] [data-action=write]").click();
    Locator box = chen.see("#line-" + key);
    assertThat(box).hasValue("Two of ten arrive crushed");
    CLOCK.pass(Duration.ofSeconds(21));
    assertDone(
        shop.wu().put(path(number, "lines/" + key), "{\"text\": \"Three of ten, says Kühl\"}"),
        200);
    box.fill("Two of ten, in October");
    assertThat(chen.see(".writer-newest")).hasText("Three of ten, says Kühl");
    assertThat(box).hasValue("Two of ten, in October");
    assertThat(amelia.see(".minute-text")).hasText("Three of ten, says Kühl");
    chen.expectAccessible();
    chen.see("[data-action=line-insist]").click();
    assertThat(amelia.see(".minute-text")).hasText("Two of ten, in October");
    chen.see("li[data-line] [data-action=line-done]").click();
    assertThat(box).hasCount(0);
  }

  @Test
  void nothing_that_somebody_types_is_lost() {
    long number = shop.begin();
    String key = line(number, "Corners break");
    Visitor chen = visitor("chen@plant.example", Look.DESK).open("/meetings/" + number);
    Visitor amelia = visitor("amelia@northwind.example", Look.PHONE).open("/meetings/" + number);
    chen.expecting("status of 404"); // A saving may be on its way when the line is removed.
    chen.see("[data-line='%s'] [data-action=write]".formatted(key)).click();
    Locator box = chen.see("#line-" + key);
    assertThat(box).isFocused();
    box.fill("Corners break in the rain");
    turnTo(number, 2);
    assertThat(chen.see(".say")).containsText("Carton corners");
    assertThat(box).hasValue("Corners break in the rain");

    assertDone(shop.chen().delete(path(number, "lines/" + key)), 204);
    assertThat(chen.see("minute-line .trouble-box")).containsText("put it as a new line");
    box.pressSequentially(", and in snow");
    assertThat(box).hasValue("Corners break in the rain, and in snow");
    chen.expectAccessible();
    chen.see("[data-action=line-anew]").click();
    assertThat(box).hasCount(0);
    assertThat(amelia.see(".minute-text", "Corners break in the rain, and in snow")).hasCount(1);
    theMeetingEnds(chen, amelia, number);
  }

  private static void theMeetingEnds(Visitor chen, Visitor amelia, long number) {
    String key = line(number, "Foam helps");
    chen.see("minutes-card details > summary").click(); // It is said to the item before.
    chen.see("[data-line='%s'] [data-action=write]".formatted(key)).click();
    assertThat(chen.see("#line-" + key)).isFocused();
    assertDone(shop.chen().delete(path(number, "lines/" + key)), 204);
    assertThat(chen.see("[data-action=line-anew]")).isVisible();
    amelia.see("#suggestion").fill("Two layers");
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);
    assertThat(chen.see(".kept textarea")).hasValue("Foam helps");
    assertThat(amelia.see(".kept")).containsText("The meeting has ended.");
    Locator kept = amelia.see(".kept textarea");
    assertThat(kept).hasValue("Two layers");
    assertThat(kept).isFocused();
    kept.pressSequentially(" of foam");
    assertThat(kept).hasValue("Two layers of foam");
    amelia.expectGoodPage();
    amelia.see("[data-action=kept-discard]").click();
    assertThat(amelia.see(".kept")).hasCount(0);
  }

  private static String line(long number, String text) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines"),
                        "{\"item\": \"%d1\", \"kind\": \"remark\", \"text\": \"%s\"}"
                            .formatted(number, text)),
                201))
        .get("key")
        .asText();
  }

  private static void turnTo(long number, int item) {
    assertDone(
        shop.chen().put(path(number, "item"), "{\"item\": \"%d%d\"}".formatted(number, item)), 204);
  }

  /** What somebody began to say to an item is said to it, wherever the meeting is by then. */
  private static void suggestions(Visitor chen, Visitor amelia, long number) {
    amelia.see("#suggestion").fill("Double corners");
    turnTo(number, 3);
    assertThat(chen.see(".say")).containsText("Of Harbour alone");
    assertThat(amelia.see(".agenda > .now")).hasCount(0);
    assertThat(amelia.see(".suggest h2")).containsText("Carton corners");
    amelia.see("[data-action=suggest]").click();
    turnTo(number, 2);
    assertThat(chen.see(".say")).containsText("Carton corners");
    assertThat(amelia.see(".suggest .said")).containsText("Sent");
    assertThat(amelia.see("#suggestion")).hasValue("");
    Locator said = chen.see(".minute", "Double corners");
    assertThat(said).containsText("Northwind Climate");
    assertThat(amelia.see(".minute", "Double corners")).containsText("amelia@northwind.example");
    assertThat(amelia.see("[data-action=write]")).hasCount(1);
  }

  private static void aSecretVote(Visitor chen, Visitor amelia, Visitor marcus) {
    chen.see("[data-action=ask]").click();
    chen.see("#poll-question").fill("Test every unit for three months?");
    chen.see("dialog input[value=secret]").check();
    chen.expectAccessible();
    chen.see("dialog [data-action=save]").click();
    amelia.see("[data-choice='0']").click();
    amelia.see("dialog [data-action=confirm]").click();
    assertThat(amelia.see(".vote .said")).containsText("Your company has voted.");
    assertThat(amelia.see("[data-choice]")).hasCount(0);
    marcus.see("[data-choice='1']").click();
    marcus.see("dialog [data-action=confirm]").click();
    assertThat(chen.see(".vote")).containsText("2 voted");
    assertThat(chen.see(".bar-of")).hasCount(0);
    chen.see("[data-action=close-poll]").click();
    assertThat(amelia.see(".bar-of b")).hasText(new String[] {"1", "1"});
    assertThat(marcus.see(".vote")).containsText("2 家中 2 家已投票");
  }
}
