package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/**
 * Each kind of invitation for an English and a Chinese reader, byte for byte as a mailbox gets it,
 * as files beside this test. What is another each time (Date, Message-ID, boundaries, links, keys
 * of uids) has fixed words there. After a change that is meant, {@code -Dvitrine.goldens=write}
 * writes them anew; look at them before they are committed.
 */
class InvitationBytesIT {
  private static final Path GOLDENS = Path.of("src/test/resources/org/vitrine/invitations");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-07T06:30:00Z"), ZoneOffset.UTC);

  /** What mail servers on the way add. */
  private static final Pattern ON_THE_WAY =
      Pattern.compile("(?im)^(Return-Path|Received):.*\r\n([ \t].*\r\n)*");

  private static final Pattern DATE = Pattern.compile("(?m)^Date: [^\r\n]+");
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: ?(\r\n )?<[^>]+>");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");
  private static final Pattern BASE64 =
      Pattern.compile(
          "(Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n)([A-Za-z0-9+/=\r\n]+?)(?=(?:\r\n)+--)");

  /** Soft breaks of quoted-printable may stand in a link. */
  private static final Pattern LINK =
      Pattern.compile("(?<=invitation#)(?:[A-Za-z0-9_-](?:=\r\n)?){43}");

  private static final Pattern KEY = Pattern.compile("(?m)^UID:[A-Za-z0-9_-]{22}\\.");
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  private static TestVitrine vitrine;
  private static Guests guests;
  private static Invitee amelia;
  private static Invitee wang;
  private static int rounds;

  @BeforeAll
  static void start() {
    SMTP.start();
    vitrine =
        TestVitrine.startBehind(
            URI.create("https://orders.example"),
            new MailSettings(
                MailUrl.parse(
                    "smtp://127.0.0.1:%d?starttls=disabled".formatted(SMTP.getSmtp().getPort())),
                new MailAddress("orders@works.example")),
            CLOCK);
    guests = new Guests(vitrine);
    amelia = guests.contact("northwind", "Amelia");
    guests.reads(amelia, "en", "Europe/Berlin");
    wang = guests.contact("huadong", "Wang");
    guests.reads(wang, "zh-CN", "Asia/Shanghai");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    SMTP.stop();
  }

  @Test
  void every_kind_of_message_has_the_bytes_of_its_file() throws Exception {
    Occasion meeting =
        occasion("meeting", 18, LocalDateTime.of(2026, 12, 16, 14, 0), Optional.empty());
    guests.announce(meeting, amelia, wang);
    compare("request");
    guests.change(meeting.at(meeting.start().plusDays(1)));
    compare("changed");
    for (Invitee one : List.of(amelia, wang)) {
      guests.act(transaction -> guests.door().uninvite(transaction, "meeting", 18, one.person()));
    }
    compare("withdrawn");

    Occasion series =
        occasion(
            "series",
            3,
            LocalDateTime.of(2027, 1, 12, 14, 0),
            Optional.of(SeriesRule.monthly(2, DayOfWeek.TUESDAY, 6)));
    guests.announce(series, amelia, wang);
    compare("series");
    Occasion date = series.date("meeting", 19, LocalDate.of(2027, 2, 9));
    guests.announce(date);
    guests.change(date.at(LocalDateTime.of(2027, 2, 23, 15, 0)));
    compare("moved-date");
    guests.cancel(date, "春节放假 (Spring Festival)");
    compare("cancelled-date");
    guests.cancel(series, "改为每周简报 (a weekly report instead)");
    compare("cancelled-series");
  }

  private static Occasion occasion(
      String kind, long number, LocalDateTime start, Optional<SeriesRule> rule) {
    return new Occasion(
        kind,
        number,
        kind + "-" + number,
        "质量改进会议 Quality meeting",
        "What you told us, and what we did about it.",
        start,
        Guests.SHANGHAI,
        Duration.ofMinutes(90),
        new Venue(Optional.of("佛山工厂二号会议室"), Optional.of(URI.create("https://video.example/q18"))),
        rule,
        Optional.empty(),
        Optional.empty());
  }

  /** One more came to each of the two. */
  private static void compare(String kind) throws Exception {
    rounds++;
    assertThat(SMTP.waitForIncomingEmail(SOON.toMillis(), 2 * rounds)).isTrue();
    compare(kind, "en", "amelia@northwind.example");
    compare(kind, "zh-CN", "wang@huadong.example");
  }

  private static void compare(String kind, String language, String reader) throws Exception {
    List<MimeMessage> theirs = new ArrayList<>();
    for (MimeMessage message : SMTP.getReceivedMessages()) {
      if (to(message).equals(reader)) {
        theirs.add(message);
      }
    }
    assertThat(theirs).as(kind).hasSize(rounds);
    compare(GOLDENS.resolve("%s.%s.eml".formatted(kind, language)), known(theirs.get(rounds - 1)));
  }

  private static String to(MimeMessage message) throws MessagingException {
    return message.getRecipients(Message.RecipientType.TO)[0].toString();
  }

  private static void compare(Path golden, String found) throws IOException {
    if ("write".equals(System.getProperty("vitrine.goldens"))) {
      Files.writeString(golden, found, StandardCharsets.ISO_8859_1);
    }
    assertThat(found)
        .as(golden.toString())
        .isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
  }

  /** Its bytes, each as one letter, with fixed words for what is another each time. */
  private static String known(MimeMessage message) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    String raw = bytes.toString(StandardCharsets.ISO_8859_1);
    assertThat(raw.replace("\r\n", "")).as("lines end as RFC 5322 has it").doesNotContain("\n");
    String said = ON_THE_WAY.matcher(raw).replaceAll("");
    said = DATE.matcher(said).replaceFirst("Date: DATE");
    said = ID.matcher(said).replaceFirst("Message-ID: <MESSAGE-ID@works.example>");
    said = BASE64.matcher(said).replaceAll(part -> Matcher.quoteReplacement(encoded(part)));
    said = LINK.matcher(said).replaceAll(link -> link.group().replaceAll("[A-Za-z0-9_-]", "T"));
    List<String> boundaries =
        BOUNDARY.matcher(said).results().map(found -> found.group(1)).toList();
    for (int at = 0; at < boundaries.size(); at++) {
      said = said.replace(boundaries.get(at), "BOUNDARY-" + (at + 1));
    }
    return said;
  }

  /** Secrets are as long as the words for them, so that all lines are broken where they were. */
  private static String encoded(MatchResult part) {
    String body = part.group(2).strip();
    String text = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    assertThat(encoded(text)).as("in lines of 76").isEqualTo(body);
    boolean isCalendar = text.startsWith("BEGIN:VCALENDAR");
    String lines = isCalendar ? text.replace("\r\n ", "") : text;
    String known =
        KEY.matcher(LINK.matcher(lines).replaceAll("T".repeat(43)))
            .replaceAll("UID:" + "K".repeat(22) + ".");
    return part.group(1) + encoded(isCalendar ? OctetFolding.fold(known) : known);
  }

  private static String encoded(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
