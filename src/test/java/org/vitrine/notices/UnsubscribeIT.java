package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.MailQueue;
import org.vitrine.mail.MailTemplates;
import org.vitrine.mail.Mailer;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.words.Words;

/** One click ends mails of a kind (RFC 8058): a mailbox sends a form, and nobody signs in. */
class UnsubscribeIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static TestVitrine vitrine;
  private static NoticeWorld world;
  private static Company platinum;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    world = new NoticeWorld(vitrine);
    platinum = world.company(Tier.PLATINUM);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static Token link(long person, List<NoticeTopic> topics, List<Long> orders) {
    String path =
        unsubscribing()
            .leftBy(
                world.database(),
                MailContent.of("mail.notice"),
                new LeftMails(person, List.of(NoticeTopic.codes(topics)), orders))
            .leave()
            .orElseThrow();
    return new Token(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Unsubscribing unsubscribing() {
    return new Unsubscribing(world.database(), vitrine.vitrine().clock());
  }

  private static HttpResponse<String> end(Token link, String type, String body) {
    return TestClient.unknown(vitrine)
        .post("/unsubscribe/" + link.text(), body, "Content-Type", type);
  }

  private static Mailer mailer(TestClock clock) {
    return new Mailer(
        new MailTemplates(
            new Words(), () -> URI.create("https://orders.example"), "Foshan Comfort Works", ZONE),
        new MailQueue(world.database(), true, clock));
  }

  private static void stageDone(String order, String stage) {
    stageDone(platinum, order, stage);
  }

  private static void stageDone(Company company, String order, String stage) {
    world.hear(
        world.change(
            company,
            order,
            "stage-finished",
            "{\"line\": 1, \"stage\": \"%s\", \"at\": \"%s\"}".formatted(stage, Instant.now())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded|List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=b|--b--"
      })
  void a_mailbox_ends_it_without_a_session_and_without_a_redirect(String type, String body) {
    long reader = world.person(Role.CUSTOMER, platinum);
    String order = world.order(platinum);
    stageDone(order, "assembly");
    Token link = link(reader, List.of(NoticeTopic.STAGES), List.of());

    HttpResponse<String> answer = end(link, type, body);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map()).doesNotContainKeys("location", "set-cookie");
    assertThat(end(link, type, body).statusCode()).as("once more").isEqualTo(204);

    stageDone(order, "packing");
    assertThat(world.told(reader)).containsExactly("stage-finished at-once");
    assertThat(
            world
                .database()
                .find(
                    "test.waiting",
                    "SELECT number FROM notice WHERE person_id = $1 AND mailed_at IS NULL",
                    row -> row.getLong("number"),
                    reader))
        .as("what waited is not mailed either")
        .isEmpty();
    assertThat(world.client(reader).json("/api/notices/choices").toString())
        .contains("{\"topic\":\"stages\",\"mode\":\"off\",\"usual\":\"at-once\"}")
        .doesNotContain("\"promises\",\"mode\"");
  }

  @ParameterizedTest
  @CsvSource({"at-once", "digest"})
  void the_link_of_a_mail_that_waits_to_be_sent_ends_its_topic(String mode) {
    TestClock clock = new TestClock();
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    world
        .client(reader)
        .put(
            "/api/notices/choices",
            "{\"topics\": [{\"topic\": \"stages\", \"mode\": \"%s\"}]}".formatted(mode));
    String order = world.order(company);
    stageDone(company, order, "assembly");
    clock.pass(Duration.ofDays(2));
    NoticeMails mails =
        new NoticeMails(world.database(), mailer(clock), unsubscribing(), new Words(), ZONE, clock);
    mails.tellAtOnce();
    mails.sendDigests();

    List<String> links =
        TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT m.unsubscribe
              FROM mail m JOIN person p ON p.email = m.recipient
             WHERE p.id = %d AND m.unsubscribe IS NOT NULL"""
                .formatted(reader));
    assertThat(links).hasSize(1);
    String path = URI.create(links.getFirst()).getPath();
    assertThat(path).startsWith("/unsubscribe/");
    assertThat(
            TestClient.unknown(vitrine)
                .post(path, "List-Unsubscribe=One-Click", "Content-Type", FORM)
                .statusCode())
        .isEqualTo(204);

    assertThat(world.client(reader).json("/api/notices/choices").toString())
        .contains("{\"topic\":\"stages\",\"mode\":\"off\",\"usual\":\"at-once\"}");
    stageDone(company, order, "packing");
    assertThat(world.told(reader)).containsExactly("stage-finished " + mode);
  }

  @Test
  void an_order_that_was_followed_is_followed_no_more() {
    long reader = world.person(Role.CUSTOMER, platinum);
    String order = world.order(platinum);
    world.client(reader).put("/api/orders/" + order + "/following", "{\"mode\": \"follow\"}");
    end(
        link(reader, List.of(NoticeTopic.STAGES), List.of(world.id(order))),
        FORM,
        "List-Unsubscribe=One-Click");
    stageDone(order, "assembly");
    assertThat(world.told(reader)).isEmpty();
  }

  @Test
  void looking_changes_nothing() {
    long reader = world.person(Role.CUSTOMER, platinum);
    Token link = link(reader, List.of(NoticeTopic.STAGES), List.of());
    TestClient nobody = TestClient.unknown(vitrine);
    assertThat(nobody.json("/api/unsubscribing/" + link.text()).toString())
        .isEqualTo("{\"topics\":[\"stages\"]}");
    HttpResponse<String> page = nobody.get("/unsubscribe/" + link.text());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("people/pages/unsubscribe.js");
    assertThat(nobody.ask("HEAD", "/unsubscribe/" + link.text()).statusCode()).isEqualTo(200);
    stageDone(world.order(platinum), "assembly");
    assertThat(world.told(reader)).containsExactly("stage-finished at-once");
  }

  @Test
  void a_guess_is_told_that_there_is_no_such_link() {
    assertThat(end(Token.random(), FORM, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
    assertThat(TestClient.unknown(vitrine).ask("PUT", "/unsubscribe/x").statusCode())
        .isEqualTo(405);
  }

  @Test
  void only_the_hash_of_a_link_is_kept() {
    Token link = link(world.person(Role.CUSTOMER, platinum), List.of(NoticeTopic.RISKS), List.of());
    assertThat(
            world
                .database()
                .find(
                    "test.links",
                    "SELECT count(*) AS found FROM unsubscribe_link WHERE position($1::text::bytea IN token_hash) > 0",
                    row -> row.getLong("found"),
                    link.text()))
        .containsExactly(0L);
  }
}
