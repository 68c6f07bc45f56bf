package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.webroot.Webroot;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * Every mail that there is, as files beside this test. After a change that is meant, {@code
 * -Dvitrine.goldens=write} writes them anew; look at them before they are committed.
 */
class MailTemplatesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/org/vitrine/mail");
  private static final Map<String, Recipient> READERS =
      Map.of(
          "en", Recipient.of("Amelia Hart", "amelia@northwind.example", "en", "Europe/Berlin"),
          "zh-CN", Recipient.of("王丽", "wang.li@works.example", "zh-CN", "Asia/Shanghai"),
          "both", Recipient.of("Amelia Hart", "amelia@northwind.example", null, null));

  private final MailTemplates templates = templates("Foshan Comfort Works");

  private static MailTemplates templates(String manufacturer) {
    return new MailTemplates(
        new Words(),
        () -> URI.create("https://orders.example"),
        manufacturer,
        ZoneId.of("Asia/Shanghai"));
  }

  @TestFactory
  List<DynamicTest> every_mail_looks_as_its_file_says() {
    List<DynamicTest> tests = new ArrayList<>();
    EveryMail.MAILS.forEach(
        (name, content) ->
            READERS.forEach(
                (reader, recipient) ->
                    tests.add(
                        DynamicTest.dynamicTest(
                            name + " in " + reader,
                            () -> compare(name + "." + reader, content, recipient)))));
    return tests;
  }

  private void compare(String name, MailContent content, Recipient reader) throws IOException {
    MailText mail = templates.laidOut(content, reader);
    compare(GOLDENS.resolve(name + ".txt"), "Subject: " + mail.subject() + "\n\n" + mail.text());
    compare(GOLDENS.resolve(name + ".html"), mail.html());
  }

  private static void compare(Path golden, String found) throws IOException {
    if ("write".equals(System.getProperty("vitrine.goldens"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }

  @Test
  void what_can_be_left_says_so_below_in_its_language() {
    MailContent content =
        EveryMail.MAILS.get("glass-link-request").unsubscribedAt("/leave?x=1&y=2");

    MailText english = templates.laidOut(content, READERS.get("en"));
    assertThat(english.leave()).contains("https://orders.example/leave?x=1&y=2");
    assertThat(english.text())
        .contains("\n\nUnsubscribe from these emails\nhttps://orders.example/leave?x=1&y=2\n");
    assertThat(english.html())
        .contains("href=\"https://orders.example/leave?x=1&amp;y=2\"")
        .contains(">Unsubscribe from these emails<");
    assertThat(templates.laidOut(content, READERS.get("both")).html())
        .contains(">Unsubscribe from these emails<", ">退订此类邮件<");
    assertThat(templates.laidOut(EveryMail.MAILS.get("sign-in"), READERS.get("both")).html())
        .doesNotContain("Unsubscribe", "退订");
  }

  @Test
  void the_manufacturer_s_logo_and_colour_are_seen_and_read() {
    MailTemplates own =
        new MailTemplates(
            new Words(),
            () -> URI.create("https://orders.example"),
            "Foshan Comfort Works",
            ZoneId.of("Asia/Shanghai"),
            List.of(Language.values()),
            MailLook.of(
                Optional.of(new MailLogo(new byte[0], "image/png")),
                Optional.of(BrandColour.parse("#FFD400"))));

    String html = own.laidOut(EveryMail.MAILS.get("sign-in"), READERS.get("en")).html();

    assertThat(html)
        .contains("src=\"cid:logo\"", "background: #ffd400; color: #000000")
        .doesNotContain("#0f5c6e", "color: #ffd400; word-break");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ffd400", "#ffffff", "#000000", "#0f5c6e", "#777777", "#e4002b"})
  void any_colour_can_be_read_where_it_is_used(String colour) {
    BrandColour brand = BrandColour.parse(colour);
    for (String ground : List.of("#ffffff", "#17202a")) {
      BrandColour paper = BrandColour.parse(ground);
      assertThat(brand.readableOn(paper).contrast(paper)).isGreaterThanOrEqualTo(4.5);
    }
    assertThat(brand.contrast(brand.ink())).isGreaterThanOrEqualTo(4.5);
    assertThat(BrandColour.parse("#0f5c6e").readableOn(BrandColour.WHITE).hex())
        .isEqualTo("#0f5c6e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "0f5c6e", "#0f5c6e;background:url(x)"})
  void what_is_no_colour_is_refused(String text) {
    assertThatThrownBy(() -> BrandColour.parse(text)).isInstanceOf(StartFailed.class);
  }

  @Test
  void every_mail_among_the_words_has_its_files() {
    Pattern key = Pattern.compile("\"mail\\.([a-z-]+)\\.subject\"");
    assertThat(EveryMail.MAILS.keySet())
        .isEqualTo(
            Webroot.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("/words/en.json"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .flatMap(words -> key.matcher(words).results().map(found -> found.group(1)))
                .collect(Collectors.toSet()));
  }

  @Test
  void times_are_told_in_the_reader_s_zone_which_is_printed_and_else_in_the_plant_s() {
    assertThat(invitation("en", "America/Chicago").text())
        .contains("7 December 2026, 00:30 (America/Chicago)");
    assertThat(invitation("zh-CN", "America/Chicago").text())
        .contains("2026年12月7日 00:30（America/Chicago）");
    assertThat(invitation("en", null).text()).contains("7 December 2026, 14:30 (Asia/Shanghai)");
    assertThat(invitation("en", "Nowhere/Any").text()).contains("(Asia/Shanghai)");
  }

  private MailText invitation(String language, String zone) {
    return templates.laidOut(
        EveryMail.MAILS.get("invitation"), Recipient.of("Amelia", "a@b.example", language, zone));
  }

  @Test
  void days_are_told_without_a_zone() {
    MailContent content =
        MailContent.of("mail.glass-link-request")
            .with("order", "SO-1")
            .with("at", LocalDate.of(2026, 12, 7));

    assertThat(templates.laidOut(content, READERS.get("en")).text())
        .contains("on 7 December 2026.");
  }

  @Test
  void a_text_differs_by_number() {
    MailContent content = MailContent.of("mail.sign-in").with("count", 1).leadingTo("/x");

    assertThat(templates.laidOut(content, READERS.get("en")).text()).contains("in 1 minute.");
    assertThat(templates.laidOut(content, READERS.get("zh-CN")).text()).contains("1 分钟内");
  }

  @Test
  void without_an_address_there_is_no_button() {
    MailContent content =
        MailContent.of("mail.glass-link-request")
            .with("order", "SO-1")
            .with("at", Instant.parse("2026-12-07T06:30:00Z"));

    assertThat(templates.laidOut(content, READERS.get("en")).html())
        .doesNotContain("class=\"button\"");
  }

  @Test
  void no_name_breaks_out_of_its_line_or_becomes_html() {
    String evil =
        "Eve\r\n"
            + "Bcc: eve@evil.example\r\n\r\n"
            + "<script>alert(1)</script>\u2028<img src=x>\u0085\u009b";
    MailTemplates evilHouse = templates(evil);
    Recipient reader = Recipient.of(evil, "a@b.example", null, null);
    for (MailContent content : EveryMail.MAILS.values()) {
      MailContent filled =
          content.values().containsKey("order") ? content.with("order", evil) : content;

      MailText mail = evilHouse.laidOut(filled, reader);

      assertThat(mail.subject()).doesNotContainPattern("[\\p{Cc}\u2028]");
      assertThat(mail.text()).doesNotContainPattern("(?m)^Bcc:");
      assertThat(mail.html()).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    }
  }

  @Test
  void braces_in_a_name_are_filled_in_with_nothing() {
    Recipient reader = Recipient.of("{manufacturer} {count}", "a@b.example", "en", null);

    assertThat(templates.laidOut(EveryMail.MAILS.get("sign-in"), reader).text())
        .contains("Hello {manufacturer} {count},");
  }

  @Test
  void an_address_stands_in_html_as_it_is() {
    MailContent content =
        MailContent.of("mail.sign-in").with("count", 15).leadingTo("/orders/a\"><b>&c");

    String html = templates.laidOut(content, READERS.get("en")).html();

    assertThat(html).doesNotContain("<b>").contains("href=\"https://orders.example/orders/a&#34;");
  }

  @Test
  void html_needs_nothing_from_elsewhere_and_lets_long_words_break() {
    EveryMail.MAILS
        .values()
        .forEach(
            content -> {
              String html = templates.laidOut(content, READERS.get("both")).html();
              assertThat(html).doesNotContain("<img", "<link", "<script", "url(", "src=");
              assertThat(html).contains("overflow-wrap: anywhere");
              if (content.path().isPresent()) {
                assertThat(html).as("its address").contains("word-break: break-all");
              }
              Matcher address = Pattern.compile("https?://[^\"<]*").matcher(html);
              while (address.find()) {
                assertThat(address.group()).startsWith("https://orders.example");
              }
            });
  }

  @Test
  void a_mail_whose_words_are_missing_is_a_fault_of_ours() {
    assertThatThrownBy(() -> templates.laidOut(MailContent.of("mail.unheard"), READERS.get("en")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mail.unheard");
  }
}
