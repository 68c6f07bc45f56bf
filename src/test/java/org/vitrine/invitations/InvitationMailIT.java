package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.StringReader;
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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/**
 * Invitations as they arrive, as files beside this test: the MIME tree with everything in it. After
 * a change that is meant, {@code -Dvitrine.goldens=write} writes them anew; look at them before
 * they are committed.
 */
class InvitationMailIT {
  private static final Path GOLDENS = Path.of("src/test/resources/org/vitrine/invitations");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-07T06:30:00Z"), ZoneOffset.UTC);
  private static final Pattern LINK = Pattern.compile("(?<=invitation#)[A-Za-z0-9_-]{43}");
  private static final Pattern KEY = Pattern.compile("(?m)^UID:[A-Za-z0-9_-]{22}\\.");
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  private static TestVitrine vitrine;
  private static Guests guests;
  private static Invitee amelia;
  private static Invitee wang;
  private static int seen;

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
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE person SET name = '王丽' WHERE id = " + wang.person());
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    SMTP.stop();
  }

  /** All that is written of one series and one meeting, in turn: mails have numbers. */
  @Test
  void every_kind_of_message_is_as_its_file_says() throws Exception {
    Occasion meeting =
        new Occasion(
            "meeting",
            18,
            "meeting-18",
            "Quality meeting, December",
            "What you told us in November, and what we did about it.",
            LocalDateTime.of(2026, 12, 16, 14, 0),
            Guests.SHANGHAI,
            Duration.ofMinutes(90),
            new Venue(Optional.of("Hall 2"), Optional.of(URI.create("https://video.example/q18"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    guests.announce(meeting, amelia);
    compare("request", arrived());
    guests.change(meeting.at(meeting.start().plusDays(1)));
    compare("changed", arrived());
    guests.act(transaction -> guests.door().uninvite(transaction, "meeting", 18, amelia.person()));
    compare("withdrawn", arrived());

    Occasion series =
        new Occasion(
            "series",
            3,
            "series-3",
            "质量改进会议：与经销商一起回顾上月的投诉与改进措施，并商定下一步的负责人和期限",
            "",
            LocalDateTime.of(2027, 1, 12, 14, 0),
            Guests.SHANGHAI,
            Duration.ofMinutes(90),
            new Venue(Optional.of("佛山工厂二号会议室"), Optional.empty()),
            Optional.of(SeriesRule.monthly(2, DayOfWeek.TUESDAY, 6)),
            Optional.empty(),
            Optional.empty());
    guests.announce(series, wang);
    compare("series", arrived());
    Occasion date = series.date("meeting", 19, LocalDate.of(2027, 2, 9));
    guests.announce(date);
    guests.change(date.at(LocalDateTime.of(2027, 2, 23, 15, 0)));
    compare("moved-date", arrived());
    guests.cancel(date, "春节放假");
    compare("cancelled-date", arrived());
    guests.cancel(series, "改为每周简报");
    compare("cancelled-series", arrived());
  }

  private static void compare(String name, MimeMessage message) throws Exception {
    Multipart whole = (Multipart) message.getContent();
    Multipart said = (Multipart) whole.getBodyPart(0).getContent();
    String calendar = text(said.getBodyPart(2));
    assertThat(text(whole.getBodyPart(1))).as("the same attached").isEqualTo(calendar);
    requireFolded(calendar);
    requireValid(calendar);
    StringBuilder told = new StringBuilder();
    for (String header : List.of("From", "To", "Subject", "Auto-Submitted", "Message-ID")) {
      told.append(header)
          .append(": ")
          .append(MimeUtility.decodeText(MimeUtility.unfold(message.getHeader(header, null))))
          .append('\n');
    }
    tell(told, message);
    compare(GOLDENS.resolve(name + ".txt"), told.toString());
  }

  /** A part with its kind, and what is in it. */
  private static void tell(StringBuilder told, Part part) throws MessagingException, IOException {
    told.append("== ").append(MimeUtility.unfold(part.getContentType()));
    if (part.getDisposition() != null) {
      told.append(" (")
          .append(part.getDisposition())
          .append(' ')
          .append(part.getFileName())
          .append(')');
    }
    told.append('\n');
    if (part.getContent() instanceof Multipart parts) {
      for (int at = 0; at < parts.getCount(); at++) {
        tell(told, parts.getBodyPart(at));
      }
    } else {
      told.append(normal(text(part))).append('\n');
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** With secrets of the same length, so that its lines are folded where they were. */
  private static String normal(String text) {
    boolean isCalendar = text.startsWith("BEGIN:VCALENDAR");
    String lines = isCalendar ? unfolded(text) : text;
    String known =
        KEY.matcher(LINK.matcher(lines).replaceAll("T".repeat(43)))
            .replaceAll("UID:" + "K".repeat(22) + ".");
    return (isCalendar ? OctetFolding.fold(known) : known).replace("\r\n", "\n");
  }

  private static String unfolded(String text) {
    return text.replace("\r\n ", "");
  }

  private static void requireFolded(String calendar) {
    assertThat(calendar.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(OctetFolding.fold(unfolded(calendar))).isEqualTo(calendar);
  }

  private static void requireValid(String calendar) throws IOException, ParserException {
    Calendar read = new CalendarBuilder().build(new StringReader(calendar));
    assertThat(read.validate(true).getEntries()).isEmpty();
    List<VEvent> events = read.getComponents("VEVENT");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getProperties(Property.ATTENDEE)).hasSize(1);
              assertThat(event.getProperties(Property.DTEND)).hasSize(1);
              List<Property> organizers = event.getProperties(Property.ORGANIZER);
              assertThat(organizers.stream().map(Property::getValue))
                  .containsExactly("mailto:orders@works.example");
            });
  }

  private static void compare(Path golden, String found) throws IOException {
    if ("write".equals(System.getProperty("vitrine.goldens"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }

  /** The next that comes. */
  private static MimeMessage arrived() {
    seen++;
    assertThat(SMTP.waitForIncomingEmail(SOON.toMillis(), seen)).isTrue();
    MimeMessage[] all = SMTP.getReceivedMessages();
    assertThat(all).hasSize(seen);
    return all[seen - 1];
  }
}
