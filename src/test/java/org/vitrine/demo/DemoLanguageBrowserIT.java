package org.vitrine.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** The demo is read in one language: nothing of the other is left but names, numbers and codes. */
@ExtendWith(Browsers.class)
class DemoLanguageBrowserIT {
  /** What people wrote: messages, what is decided and done, what a meeting is called, and where. */
  private static final String WRITTEN =
      ".tag-title, .said-items, .you-said > p.soft, .invited-about h3, .occasion-place,"
          + " .occasion-summary";

  /**
   * Everything that somebody sees or hears of a page, folded parts included; not what people wrote.
   */
  private static final String SAID =
      """
      () => [
        ...[...document.querySelectorAll('details')].map((one) => ((one.open = true), '')),
        ...[...document.querySelectorAll('%1$s')].map((one) => ((one.hidden = true), (one.style.display = 'none'), '')),
        document.title,
        document.body.innerText,
        ...['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
          [...document.querySelectorAll(`[${name}]:not(:is(%1$s) *)`)].map((one) => one.getAttribute(name)))].join('\\n')\
      """
          .formatted(WRITTEN);

  /** Order numbers, products, serial numbers, machines, and the zone that times are in. */
  private static final Pattern CODES = Pattern.compile("\\b[A-Z]{1,4}-?\\d[\\w-]*|Asia/Shanghai");

  /** Units, standards and abbreviations that a Chinese engineer writes so. */
  private static final List<String> IN_BOTH =
      List.of(
          "kW", "MPa", "dB", "µm", "bar", "COP", "UL", "V-0", "cm", "min", "PO", "ERP", "MES",
          "API", "Vitrine", "English", "GMT", "UTC", "CST", "°C");

  private static final List<String> NAMES =
      List.of(
          "Foshan Comfort Works",
          "Northwind Climate",
          "Harbour Hotels",
          "Greenfield Homes",
          "Kühl & Partner Klimatechnik",
          "Pacific Cooling Supply",
          "Alpenhof Hotels",
          "Marina Suites",
          "Amelia Hart",
          "Jonas Kühl",
          "Li Wen",
          "Pearl River Freight",
          "Zhang Wei",
          "Li Na",
          "Wang Fang",
          "Liu Yang",
          "Chen Jie",
          "Zhao Min",
          "Huang Lei",
          "Zhou Ting",
          "Wu Qiang",
          "Xu Jing",
          "Sun Li",
          "He Jun",
          "Wu Min",
          "Chen Yu",
          "Marcus Lee",
          "Ruth Adeyemi",
          "Kenji Mori",
          "Mei Tan",
          "Priya Nair",
          "Lena Vogt",
          "Tom Baker",
          "Eva Huber",
          "Ana Perić");

  private static final Pattern ENGLISH = Pattern.compile("\\p{IsLatin}{2,}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

  private static final PlantClock CLOCK = new PlantClock(Clock.systemUTC());
  private static TestVitrine vitrine;
  private static DemoPlant demo;
  private static List<String> orders;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    demo = DemoPlant.open(vitrine.vitrine(), CLOCK, OptionalLong.empty());
    List<String> all =
        new PlantRepository()
            .told(vitrine.vitrine().database()).stream()
                .map(order -> order.number().value())
                .toList();
    orders = IntStream.range(0, 12).mapToObj(at -> all.get(5 + at * 3)).toList();
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void nothing_of_the_other_language_is_left(Look look) {
    Map<String, String> left = new TreeMap<>();
    Visitor li = signedIn(Role.ACCOUNT_MANAGER, look);
    List<String> pages = new ArrayList<>(List.of("/orders", "/board"));
    for (String order : orders) {
      pages.add("/orders/" + order);
    }
    orders.stream().limit(4).forEach(order -> pages.add("/orders/" + order + "/history"));
    for (String path : pages) {
      li.open(path);
      look(li, path, left);
    }
    Visitor amelia = signedIn(Role.CUSTOMER, look).open("/orders");
    look(amelia, "/orders of a customer", left);
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void a_search_finds_a_product_in_either_language(Look look) {
    Visitor li = signedIn(Role.ACCOUNT_MANAGER, look).open("/orders");
    assertThat(li.see("tr[data-order]").first()).isVisible();
    for (String searched : List.of("除湿机", "Dehumidifier")) {
      li.see("input[type=search]").first().fill(searched);
      assertThat(li.see("tr[data-order]").first())
          .containsText(li.in("dehumidifier 20 l a day", "除湿机 20 L/天"));
    }
  }

  private static Visitor signedIn(Role role, Look look) {
    DemoPlant again = DemoPlant.open(vitrine.vitrine(), CLOCK, OptionalLong.empty());
    return new Visitor(vitrine, look)
        .signIn(
            again.links().stream()
                .filter(link -> link.role() == role)
                .findFirst()
                .orElseThrow()
                .token());
  }

  private static void look(Visitor visitor, String path, Map<String, String> left) {
    assertThat(visitor.see("main h1").first()).not().hasText("");
    visitor.page().waitForFunction("() => !document.querySelector('main [aria-busy=true]')");
    String said = (String) visitor.page().evaluate(SAID);
    String without = CODES.matcher(said).replaceAll(" ");
    for (String name : NAMES) {
      without = without.replace(name, " ");
    }
    String others = visitor.in("chinese", "english");
    Pattern other = others.equals("chinese") ? CHINESE : ENGLISH;
    String found =
        other
            .matcher(without)
            .results()
            .map(match -> match.group())
            .filter(word -> !IN_BOTH.contains(word) && !word.equals("中文"))
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
    if (!found.equals("[]")) {
      left.put(path, found);
    }
  }
}
