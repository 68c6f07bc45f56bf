package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.mail.MailboxUrl;
import org.vitrine.meetings.MeetingRoom;

/**
 * What customers said becomes the agenda of a meeting, and what was not solved that of the next.
 */
class ImprovementMeetingIT {
  private static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  private static final String AMELIA = "amelia@northwind.example";
  private static final String JONAS = "jonas@baltic.example";
  private static final String MEETINGS = "meetings@works.example";
  private static final Pattern LINK = Pattern.compile("/invitation#([A-Za-z0-9_-]{43})");
  private static final String ANSWER = "Joints are brazed in nitrogen since Monday";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });
  private TestVitrine vitrine;
  private MeetingRoom room;
  private LocalDateTime planned;
  private long meeting;
  private long next;

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser(MEETINGS, "meetings", "secret");
    vitrine =
        TestVitrine.startWith(
            Clock.systemUTC(),
            Optional.of(
                new MailSettings(
                        MailUrl.parse(
                            "smtp://127.0.0.1:%d?starttls=disabled"
                                .formatted(mail.getSmtp().getPort())),
                        new MailAddress(MEETINGS))
                    .reading(
                        MailboxUrl.parse(
                            "imap://meetings:secret@127.0.0.1:%d/INBOX?starttls=disabled"
                                .formatted(mail.getImap().getPort())))),
            Optional.empty());
    room = new MeetingRoom(vitrine);
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET language = 'en' WHERE email = '%s'".formatted(AMELIA));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET language = 'zh-CN' WHERE email = '%s'".formatted(JONAS));
  }

  @AfterEach
  void stop() {
    vitrine.close();
    mail.stop();
  }

  @Test
  void what_customers_said_is_answered_and_what_is_not_solved_comes_again() {
    customers_complain_and_a_requirement_fails();
    chen_plans_a_meeting_whose_agenda_makes_itself();

    chen_invites_two_customers_whose_calendars_take_it();
    amelia_accepts_in_her_mail_program();
    jonas_accepts_on_the_page();
    the_meeting_moves_and_both_are_asked_again();

    String action = it_is_held_and_something_is_decided();
    amelia_amends_the_minutes_which_become_final();
    the_action_is_done(action);
    amelia_reads_what_came_of_what_she_said(action);
    she_says_that_it_is_not_solved(action);
    the_next_meeting_begins_with_it_and_with_what_nobody_touched();
  }

  private void customers_complain_and_a_requirement_fails() {
    room.complain(room.amelia(), "SO-1", "The joint leaks");
    room.complain(room.jonas(), "SO-2", "Leaks after a week");
    room.reading("SO-3", "u1", 3_000);
  }

  private void chen_plans_a_meeting_whose_agenda_makes_itself() {
    LocalDate tuesday =
        LocalDate.now(FOSHAN).plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    planned = tuesday.atTime(14, 0);
    meeting =
        room.plan(
            "What our customers told us",
            planned.toString(),
            ", \"rule\": {\"pace\": \"weekly\", \"day\": \"TUESDAY\", \"every\": 4, \"count\": 3}");
    next =
        Long.parseLong(
            room.find("SELECT number::text FROM meeting WHERE previous = " + meeting).getFirst());
    await(
        "what was said and what failed is on the agenda",
        () -> {
          room.agendasAreMade();
          return titles(meeting).containsAll(List.of("Final inspection", "Cooling capacity"));
        });
    assertThat(titles(meeting)).as("two companies come before one").startsWith("Final inspection");
    assertThat(titles(next)).as("it is about what happens from then on").isEmpty();
  }

  private List<String> titles(long of) {
    return room.items(room.chen(), of).stream().map(item -> item.get("title").asText()).toList();
  }

  private void chen_invites_two_customers_whose_calendars_take_it() {
    assertThat(room.ask(meeting, "northwind", "baltic")).isEqualTo(2);
    Calendar calendar = calendar(newest(AMELIA, "REQUEST"));
    assertThat(value(calendar, "ATTENDEE")).isEqualTo("mailto:" + AMELIA);
    assertThat(value(calendar, "ORGANIZER")).isEqualTo("mailto:" + MEETINGS);
    assertThat(value(calendar, "DTSTART"))
        .isEqualTo(planned.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")));
    assertThat(value(calendar, "SEQUENCE")).isEqualTo("0");
    assertThat(state(AMELIA)).isEqualTo("asked");
  }

  private void amelia_accepts_in_her_mail_program() {
    Calendar asked = calendar(newest(AMELIA, "REQUEST"));
    String at = planned.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss"));
    reply(
        """
        BEGIN:VCALENDAR
        PRODID:-//Amelia//Mail//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:%s
        SEQUENCE:0
        DTSTAMP:%s
        DTSTART;TZID=%s:%s
        RECURRENCE-ID;TZID=%s:%s
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:%s
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(
                value(asked, "UID"),
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.now()),
                FOSHAN,
                at,
                FOSHAN,
                value(asked, "RECURRENCE-ID"),
                AMELIA)
            .replace("\n", "\r\n"));
    await("her reply is read", Duration.ofSeconds(60), () -> state(AMELIA).equals("accepted"));
  }

  private void reply(String calendar) {
    try {
      MimeMessage message = new MimeMessage(mail.getSmtp().createSession());
      message.setFrom(new InternetAddress(AMELIA));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(MEETINGS));
      message.setSubject("Accepted: What our customers told us");
      message.setContent(calendar, "text/calendar; charset=utf-8; method=REPLY");
      message.saveChanges();
      mail.getUserManager().getUser("meetings").deliver(message);
    } catch (MessagingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void jonas_accepts_on_the_page() {
    HttpResponse<String> answered =
        TestClient.unknown(vitrine)
            .post(
                "/api/invitations/answers",
                "{\"token\": \"%s\", \"answer\": \"accepted\", \"note\": \"坐火车来\"}"
                    .formatted(link(JONAS)));
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    assertThat(state(JONAS)).isEqualTo("accepted");
  }

  private String link(String of) {
    Matcher link = LINK.matcher(text(newest(of, "REQUEST")));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private void the_meeting_moves_and_both_are_asked_again() {
    planned = planned.plusDays(1);
    done(
        room.chen().put("/api/meetings/" + meeting, "{\"start\": \"%s\"}".formatted(planned)), 200);
    await(
        "both are sent where it moved to",
        () ->
            value(calendar(newest(AMELIA, "REQUEST")), "SEQUENCE").equals("1")
                && value(calendar(newest(JONAS, "REQUEST")), "SEQUENCE").equals("1"));
    assertThat(value(calendar(newest(AMELIA, "REQUEST")), "DTSTART"))
        .isEqualTo(planned.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")));
    assertThat(state(AMELIA)).isEqualTo("asked");
    assertThat(state(JONAS)).isEqualTo("asked");
  }

  private String state(String email) {
    for (JsonNode guest : room.page(room.chen(), meeting).get("guests")) {
      if (guest.get("name").asText().equals(email)) {
        return guest.get("state").asText();
      }
    }
    return "not asked";
  }

  private String it_is_held_and_something_is_decided() {
    done(room.chen().put(path(""), "{\"state\": \"live\"}"), 200);
    done(room.amelia().put(path("/attendance"), ""), 204);
    done(room.jonas().put(path("/attendance"), ""), 204);
    String item = room.item(room.chen(), meeting, "Final inspection");
    line(item, "decision", "接头钎焊充氮保护");
    String line = line(item, "remark", "Braze joints in nitrogen");
    String action =
        TestClient.json(
                done(
                    room.chen()
                        .post(
                            path("/lines/" + line + "/action"),
                            "{\"owner\": \"chen@plant.example\", \"due\": \"%s\"}"
                                .formatted(LocalDate.now(FOSHAN).plusDays(7))),
                    201))
            .get("action")
            .asText();
    done(
        room.chen()
            .put(path("/items/" + item + "/answer"), "{\"answer\": \"%s\"}".formatted(ANSWER)),
        204);
    done(room.chen().put(path(""), "{\"state\": \"prepared\"}"), 200);
    return action;
  }

  private String path(String what) {
    return "/api/meetings/" + meeting + what;
  }

  private String line(String item, String kind, String text) {
    return TestClient.json(
            done(
                room.chen()
                    .post(
                        path("/lines"),
                        "{\"item\": \"%s\", \"kind\": \"%s\", \"text\": \"%s\"}"
                            .formatted(item, kind, text)),
                201))
        .get("key")
        .asText();
  }

  private void amelia_amends_the_minutes_which_become_final() {
    assertThat(text(newest(AMELIA, "Minutes"))).contains("ready to read");
    String wanted =
        TestClient.json(
                done(
                    room.amelia()
                        .post(path("/amendments"), "{\"text\": \"Kühlwerk was not asked\"}"),
                    201))
            .get("key")
            .asText();
    done(
        room.chen()
            .post(
                path("/amendments/" + wanted + "/decision"),
                "{\"outcome\": \"taken\", \"answer\": \"It was so\"}"),
        200);
    done(room.chen().put(path(""), "{\"state\": \"final\"}"), 200);
    assertThat(room.page(room.amelia(), meeting).get("lines").toString())
        .contains("Kühlwerk was not asked", "接头钎焊充氮保护");
    assertThat(text(newest(JONAS, "您说的，我们做了"))).contains(ANSWER, "接头钎焊充氮保护");
  }

  private void the_action_is_done(String action) {
    done(
        room.chen()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"All six stations\"}"),
        200);
  }

  private void amelia_reads_what_came_of_what_she_said(String action) {
    assertThat(text(newest(AMELIA, "You said, we did")))
        .contains("You said: Final inspection: KFR-35.", ANSWER, "Thank you for telling us.")
        .doesNotContain("baltic", "Cooling capacity");
    JsonNode said = room.amelia().json("/api/meetings/said").at("/meetings/0/items/0");
    assertThat(said.at("/sources/0/facts/text").asText()).isEqualTo("The joint leaks");
    assertThat(said.at("/actions/0/number").asText()).isEqualTo(action);
    assertThat(said.at("/actions/0/closing").asText()).isEqualTo("All six stations");
  }

  private void she_says_that_it_is_not_solved(String action) {
    done(
        room.amelia()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"reopened\", \"text\": \"It leaks again\"}"),
        200);
  }

  private void the_next_meeting_begins_with_it_and_with_what_nobody_touched() {
    await(
        "both stand on the next agenda",
        () -> {
          room.agendasAreMade();
          return carried().containsAll(List.of("Final inspection", "Cooling capacity"));
        });
    JsonNode last = room.page(room.chen(), next).get("last");
    assertThat(last.get("actions").asInt()).isEqualTo(1);
    assertThat(last.get("worked").asInt()).isZero();
    assertThat(last.at("/reopened/0/text").asText()).isEqualTo("Braze joints in nitrogen");
    assertThat(room.page(room.chen(), meeting).get("state").asText()).isEqualTo("final");
  }

  private List<String> carried() {
    return room.items(room.chen(), next).stream()
        .filter(item -> item.path("carried").asBoolean())
        .map(item -> item.get("title").asText())
        .toList();
  }

  private static HttpResponse<String> done(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  /** The newest mail to somebody that has this in its subject or its calendar, once it is there. */
  private MimeMessage newest(String to, String about) {
    List<MimeMessage> found = new ArrayList<>();
    await(
        "a mail to " + to + " about " + about,
        () -> {
          found.clear();
          Arrays.stream(mail.getReceivedMessages())
              .filter(one -> isTo(one, to) && (subject(one).contains(about) || method(one, about)))
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.getLast();
  }

  private static boolean isTo(MimeMessage message, String to) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .map(Address::toString)
          .anyMatch(one -> one.contains(to));
    } catch (MessagingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static boolean method(MimeMessage message, String method) {
    return parts(message).stream().anyMatch(part -> type(part).contains("method=" + method));
  }

  private static String type(Part part) {
    try {
      return part.getContentType().toUpperCase(Locale.ROOT).replace("METHOD=", "method=");
    } catch (MessagingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<Part> parts(Part part) {
    try {
      if (!(part.getContent() instanceof Multipart several)) {
        return List.of(part);
      }
      List<Part> all = new ArrayList<>();
      for (int at = 0; at < several.getCount(); at++) {
        BodyPart one = several.getBodyPart(at);
        all.addAll(parts(one));
      }
      return all;
    } catch (MessagingException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String text(MimeMessage message) {
    return parts(message).stream()
        .filter(part -> type(part).startsWith("TEXT/PLAIN"))
        .map(ImprovementMeetingIT::content)
        .findFirst()
        .orElseThrow()
        .replaceAll("\\s+", " ");
  }

  private static String content(Part part) {
    try {
      return part.getContent() instanceof String text
          ? text
          : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (MessagingException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** What the mail brings for a calendar, which is valid. */
  private static Calendar calendar(MimeMessage message) {
    String text =
        parts(message).stream()
            .filter(part -> type(part).startsWith("TEXT/CALENDAR"))
            .map(ImprovementMeetingIT::content)
            .findFirst()
            .orElseThrow();
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      ValidationResult result = calendar.validate();
      assertThat(result.hasErrors()).as(result.toString()).isFalse();
      return calendar;
    } catch (IOException | ParserException broken) {
      throw new AssertionError(text, broken);
    }
  }

  private static String value(Calendar calendar, String property) {
    return calendar.getComponent("VEVENT").orElseThrow().getRequiredProperty(property).getValue();
  }
}
