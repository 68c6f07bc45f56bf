package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.mail.MailQueue;
import org.vitrine.mail.MailTemplates;
import org.vitrine.mail.Mailer;
import org.vitrine.notices.NoticeChoices.ChosenTopic;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Words;

/** Which notices go out by mail, and when: each in one mail, whichever node sends it. */
class NoticeMailIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Words WORDS = new Words();
  private static final String PEOPLE =
      """
      INSERT INTO company (code, name, kind, tier, created_at)
      VALUES ('gold', 'Gold', 'customer', 'gold', now()), ('other', 'Other', 'customer', 'gold', now());
      INSERT INTO person (name, email, role, created_at, language, zone)
      VALUES ('Amelia', 'amelia@gold.example', 'customer', now(), 'en', 'Europe/Berlin'),
             ('Li Wen', 'li.wen@plant.example', 'account-manager', now(), 'zh-CN', 'Asia/Shanghai');
      INSERT INTO membership (person_id, company_id) SELECT p.id, c.id FROM person p, company c WHERE c.code = 'gold'\
      """;

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Database database = new Database(vertx, url, 8);
  private final Notices notices = new Notices(database, new Changes(), clock);
  private final NoticeMails mails = mails();
  private final ChoiceRepository choices = new ChoiceRepository();
  private long gold;
  private long amelia;
  private long manager;
  private int told;

  private NoticeMails mails() {
    Mailer mailer =
        new Mailer(
            new MailTemplates(
                WORDS,
                () -> URI.create("https://orders.example"),
                "Foshan Comfort Works",
                ZoneId.of("Asia/Shanghai")),
            new MailQueue(database, true, clock));
    return new NoticeMails(
        database,
        mailer,
        new Unsubscribing(database, clock),
        WORDS,
        ZoneId.of("Asia/Shanghai"),
        clock);
  }

  @BeforeEach
  void people() {
    database.answersWithin(Duration.ofSeconds(60));
    TestDatabase.execute(url, PEOPLE);
    gold = number("SELECT id FROM company WHERE code = 'gold'");
    amelia = number("SELECT id FROM person WHERE name = 'Amelia'");
    manager = number("SELECT id FROM person WHERE name = 'Li Wen'");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private long number(String sql) {
    return Long.parseLong(TestDatabase.find(url, sql).getFirst());
  }

  private void tell(String kind, NoticeTopic topic, String facts) {
    News news =
        new News(
            News.nameOf(kind, String.valueOf(told++)),
            kind,
            Optional.of(topic),
            Optional.of(topic),
            gold,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            (ObjectNode) Json.read(facts, JsonNode.class),
            false,
            clock.instant());
    database.inTransaction(
        transaction -> {
          notices.tell(transaction, List.of(news));
          return null;
        });
  }

  private void offered(long... mailed) {
    News news =
        new News(
            News.nameOf("offered", String.valueOf(told++)),
            "delay.offered",
            Optional.of(NoticeTopic.DELIVERIES),
            Optional.empty(),
            gold,
            Optional.empty(),
            List.of(2),
            Optional.empty(),
            Optional.empty(),
            (ObjectNode)
                Json.read(
                    """
                    {"order": "SO-1", "lines": [2], "offer": "abc", "date": "2026-12-20", "until": "2026-12-09"}\
                    """,
                    JsonNode.class),
            false,
            Arrays.stream(mailed).boxed().toList(),
            clock.instant());
    database.inTransaction(
        transaction -> {
          notices.tell(transaction, List.of(news));
          return null;
        });
  }

  private void delivered(String shipment) {
    tell(
        "delivered",
        NoticeTopic.DELIVERIES,
        "{\"order\": \"SO-1\", \"shipment\": \"%s\", \"deliveredOn\": \"2026-12-07\"}"
            .formatted(shipment));
  }

  private void stage(String name) {
    tell(
        "stage-finished",
        NoticeTopic.STAGES,
        "{\"order\": \"SO-1\", \"stage\": {\"code\": \"a\", \"name\": \"%s\"}}".formatted(name));
  }

  private List<String> subjects(String email) {
    return TestDatabase.find(
        url, "SELECT subject FROM mail WHERE recipient = '" + email + "' ORDER BY id");
  }

  private List<String> bodies() {
    return TestDatabase.find(
        url, "SELECT body FROM mail WHERE recipient = 'amelia@gold.example' ORDER BY id");
  }

  @Test
  void whoever_has_an_email_of_its_own_about_it_gets_no_other() {
    offered(amelia);
    clock.pass(Duration.ofMinutes(2));
    mails.tellAtOnce();
    assertThat(bodies()).isEmpty();
    assertThat(number("SELECT count(*) FROM notice WHERE person_id = " + amelia)).isEqualTo(1);

    offered(manager);
    clock.pass(Duration.ofMinutes(2));
    mails.tellAtOnce();
    assertThat(bodies().getFirst())
        .contains(
            "SO-1, line 2: May we deliver on 20 December 2026? Please answer by 9 December 2026")
        .contains("https://orders.example/orders/SO-1#offer-abc");
  }

  @Test
  void what_happens_within_a_minute_is_one_mail() {
    delivered("S-1");
    mails.tellAtOnce();
    assertThat(bodies()).isEmpty();
    clock.pass(Duration.ofSeconds(30));
    delivered("S-2");
    clock.pass(Duration.ofSeconds(31));
    mails.tellAtOnce();
    mails.tellAtOnce();
    assertThat(subjects("amelia@gold.example"))
        .containsExactly("SO-1: Shipment S-1 was delivered on 7 December 2026 (and 1 more)");
    assertThat(bodies().getFirst())
        .contains("Hello Amelia")
        .contains("SO-1: Shipment S-2 was delivered on 7 December 2026")
        .contains("https://orders.example/orders/SO-1");

    delivered("S-3");
    clock.pass(Duration.ofMinutes(2));
    mails.tellAtOnce();
    assertThat(subjects("amelia@gold.example"))
        .last()
        .isEqualTo("SO-1: Shipment S-3 was delivered on 7 December 2026");
  }

  @Test
  void what_was_read_or_is_no_longer_theirs_is_not_mailed() {
    delivered("S-1");
    TestDatabase.execute(url, "UPDATE notice SET read_at = now()");
    delivered("S-2");
    TestDatabase.execute(url, "DELETE FROM membership WHERE person_id = " + amelia);
    clock.pass(Duration.ofMinutes(2));
    mails.tellAtOnce();
    assertThat(bodies()).isEmpty();
  }

  @Test
  void a_digest_comes_at_its_hour_and_what_is_told_later_waits_for_the_next_day() {
    at(LocalDate.of(2026, 12, 7), LocalTime.of(7, 30));
    stage("Assembly");
    mails.sendDigests();
    assertThat(bodies()).isEmpty();

    at(LocalDate.of(2026, 12, 7), LocalTime.of(8, 0));
    mails.sendDigests();
    mails.sendDigests();
    assertThat(subjects("amelia@gold.example")).containsExactly("Your daily digest: 1 notice");
    assertThat(
            database.find(
                "test.lane", "SELECT DISTINCT lane FROM mail", row -> row.getString("lane")))
        .as("it holds up nothing that is told at once")
        .containsExactly("digest");

    at(LocalDate.of(2026, 12, 7), LocalTime.of(9, 0));
    stage("Packing");
    at(LocalDate.of(2026, 12, 7), LocalTime.of(23, 0));
    mails.sendDigests();
    assertThat(bodies()).hasSize(1);
    at(LocalDate.of(2026, 12, 8), LocalTime.of(8, 0));
    mails.sendDigests();
    assertThat(bodies()).hasSize(2);
    assertThat(bodies().getLast()).contains("SO-1: Stage “Packing” is done");

    at(LocalDate.of(2026, 12, 9), LocalTime.of(12, 0));
    mails.sendDigests();
    assertThat(bodies()).as("on a day when nothing happened").hasSize(2);
  }

  @Test
  void on_the_days_the_clocks_change_there_is_one() {
    database.inTransaction(
        transaction -> {
          choices.choose(
              transaction, amelia, new NoticeChoices(List.of(), Optional.of(2), List.of()));
          return null;
        });
    int sent = 0;
    for (String day : List.of("2027-03-28", "2027-10-31")) {
      Instant midnight = LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
      moveTo(midnight);
      stage("Assembly");
      for (int minutes = 0; minutes < 24 * 60; minutes += 15) {
        moveTo(midnight.plus(Duration.ofMinutes(minutes)));
        mails.sendDigests();
      }
      assertThat(bodies()).as(day).hasSize(++sent);
    }
  }

  @Test
  void two_nodes_send_a_digest_once() throws Exception {
    at(LocalDate.of(2026, 12, 7), LocalTime.of(7, 0));
    for (int n = 0; n < 50; n++) {
      stage("Stage " + n);
    }
    at(LocalDate.of(2026, 12, 7), LocalTime.of(8, 5));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> rounds = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        rounds.add(threads.submit(() -> mails().sendDigests()));
      }
      for (Future<?> round : rounds) {
        round.get();
      }
    }
    assertThat(subjects("amelia@gold.example")).containsExactly("Your daily digest: 50 notices");
  }

  @Test
  void two_nodes_put_each_notice_into_one_mail() throws Exception {
    for (int n = 0; n < 20; n++) {
      delivered("S-" + n);
    }
    clock.pass(Duration.ofMinutes(2));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> rounds = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        rounds.add(threads.submit(() -> mails().tellAtOnce()));
      }
      for (Future<?> round : rounds) {
        round.get();
      }
    }
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void people_who_are_disabled_do_not_end_the_digests_of_those_after_them() {
    TestDatabase.execute(
        url,
        """
        INSERT INTO person (name, email, role, created_at)
        SELECT 'Gone ' || n, n || '@gold.example', 'customer', now() FROM generate_series(1, 230) n;
        INSERT INTO person (name, email, role, created_at, zone)
        VALUES ('Zora', 'zora@gold.example', 'customer', now(), 'Europe/Berlin');
        INSERT INTO membership (person_id, company_id)
        SELECT p.id, c.id FROM person p, company c WHERE c.code = 'gold' ON CONFLICT DO NOTHING\
        """);
    at(LocalDate.of(2026, 12, 7), LocalTime.of(7, 30));
    stage("Assembly");
    TestDatabase.execute(url, "UPDATE person SET disabled_at = now() WHERE name LIKE 'Gone %'");
    at(LocalDate.of(2026, 12, 7), LocalTime.of(8, 5));
    mails.sendDigests();
    assertThat(subjects("zora@gold.example")).hasSize(1);
    assertThat(subjects("amelia@gold.example")).hasSize(1);
    assertThat(subjects("7@gold.example")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"at-once", "digest"})
  void whoever_cannot_be_mailed_does_not_hold_up_the_others(String mode) {
    TestDatabase.execute(
        url,
        """
        INSERT INTO person (name, email, role, created_at, zone)
        VALUES ('Zora', 'zora@gold.example', 'customer', now(), 'Europe/Berlin');
        INSERT INTO membership (person_id, company_id)
        SELECT p.id, c.id FROM person p, company c WHERE p.name = 'Zora' AND c.code = 'gold'\
        """);
    at(LocalDate.of(2026, 12, 7), LocalTime.of(7, 30));
    delivered("S-1");
    TestDatabase.execute(
        url,
        "UPDATE notice SET mode = '%s'; UPDATE notice SET facts = '[]' WHERE person_id = %d"
            .formatted(mode, amelia));
    at(LocalDate.of(2026, 12, 7), LocalTime.of(8, 5));
    mails.tellAtOnce();
    mails.sendDigests();
    assertThat(bodies()).isEmpty();
    assertThat(subjects("zora@gold.example")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"at-once", "digest"})
  void what_cannot_be_mailed_is_logged_once_until_it_changes(String mode) {
    Logger log = (Logger) LoggerFactory.getLogger(NoticeMails.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    try {
      at(LocalDate.of(2026, 12, 7), LocalTime.of(7, 30));
      delivered("S-1");
      TestDatabase.execute(
          url,
          "UPDATE notice SET mode = '%s'; UPDATE notice SET facts = '[]' WHERE person_id = %d"
              .formatted(mode, amelia));
      at(LocalDate.of(2026, 12, 7), LocalTime.of(8, 5));
      mailThrice();
      assertThat(said.list).hasSize(1);

      TestDatabase.execute(
          url,
          "UPDATE notice SET facts = '{\"deliveredOn\": \"x\"}' WHERE person_id = %d"
              .formatted(amelia));
      mailThrice();
      assertThat(said.list).as("it is another fault").hasSize(2);

      TestDatabase.execute(
          url,
          "UPDATE notice SET facts = '{\"order\": \"SO-1\", \"shipment\": \"S-1\"}' WHERE person_id = %d"
              .formatted(amelia));
      mailThrice();
      assertThat(said.list).hasSize(2);
      assertThat(bodies()).as("it is mended").hasSize(1);
    } finally {
      log.detachAppender(said);
    }
  }

  private void mailThrice() {
    for (int round = 0; round < 3; round++) {
      mails.tellAtOnce();
      mails.sendDigests();
    }
  }

  @Test
  void topics_of_another_version_wait_for_it_and_the_others_are_mailed() {
    delivered("S-1");
    delivered("S-2");
    TestDatabase.execute(
        url,
        """
        UPDATE notice SET topic = 'weather' WHERE number = 1;
        INSERT INTO notice_choice (person_id, topic, mode) SELECT id, 'weather', 'off' FROM person\
        """);
    clock.pass(Duration.ofMinutes(2));
    mails.tellAtOnce();
    assertThat(bodies()).hasSize(1);
    assertThat(bodies().getFirst()).contains("S-2").doesNotContain("S-1");
    assertThat(
            number("SELECT count(*) FROM notice WHERE mailed_at IS NULL AND person_id = " + amelia))
        .isEqualTo(1);
    assertThat(choices.choices(database, amelia).topics()).isEmpty();
    assertThat(new NoticeRepository().unread(database, List.of(amelia), Optional.empty()))
        .containsEntry(amelia, 1L);
    assertThat(new NoticeRepository().list(database, amelia, Optional.empty(), Optional.empty(), 9))
        .hasSize(1);
  }

  @Test
  void what_was_chosen_off_meanwhile_is_dropped_by_the_link() {
    tell("at-risk", NoticeTopic.RISKS, "{\"order\": \"SO-1\", \"risk\": \"held\"}");
    clock.pass(Duration.ofMinutes(2));
    database.inTransaction(
        transaction -> {
          choices.choose(
              transaction, manager, List.of(new ChosenTopic(NoticeTopic.RISKS, NoticeMode.OFF)));
          new NoticeMailRepository()
              .drop(transaction, manager, List.of(NoticeTopic.RISKS), clock.instant());
          return null;
        });
    mails.tellAtOnce();
    assertThat(subjects("li.wen@plant.example")).isEmpty();
    assertThat(bodies()).hasSize(1);
  }

  private void at(LocalDate day, LocalTime time) {
    moveTo(day.atTime(time).atZone(BERLIN).toInstant());
  }

  private void moveTo(Instant moment) {
    clock.pass(Duration.between(clock.instant(), moment));
  }
}
