package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/**
 * Two hundred people answer anonymously, one after the other, and an attacker has everything that
 * is kept: all tables with the order and the transactions of their rows, and the log. Whatever they
 * sort by, they join no more answers to people than by guessing: of a random order, the number of
 * right guesses is Poisson of mean 1, and 8 or more have a chance of 1 in 100,000.
 */
class AnonymityIT {
  private static final int PEOPLE = 200;
  private static final int MORE_THAN_LUCK = 8;

  /** What a random order correlates with another at most; five standard deviations. */
  private static final double MOST_LIKE = 5 / Math.sqrt(PEOPLE - 1);

  private static final String MARKS = "SELECT person_id FROM survey_asked WHERE survey = 'secret' ";

  private static final String SHEETS =
      "SELECT answers ->> 'why' FROM anonymous_sheet WHERE survey = 'secret' ";

  private static final Map<Long, String> SAID = new HashMap<>();
  private static TestVitrine vitrine;
  private static SurveyShop shop;
  private static List<Long> order;
  private static ListAppender<ILoggingEvent> log;

  @BeforeAll
  static void everybody_answers() {
    vitrine = TestVitrine.start();
    shop = new SurveyShop(vitrine, vitrine.vitrine().clock());
    List<TestClient> clients =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> shop.shop().contact("forum", "p" + n + "@forum.example"))
            .toList();
    shop.open("secret", "once", "anonymous", "forum");
    await("all are asked", () -> shop.page("secret").get("asked").asInt() == PEOPLE);
    List<Integer> turns = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
    Collections.shuffle(turns, new Random(20261130));
    Map<String, Long> ids =
        shop
            .find("SELECT email || ' ' || id FROM person WHERE email LIKE '%@forum.example'")
            .stream()
            .map(row -> row.split(" "))
            .collect(Collectors.toMap(row -> row[0], row -> Long.parseLong(row[1])));
    order = turns.stream().map(n -> ids.get("p" + n + "@forum.example")).toList();
    listen();
    for (int n : turns) {
      SAID.put(ids.get("p" + n + "@forum.example"), word(n));
      HttpResponse<String> answer =
          clients
              .get(n)
              .post(
                  "/api/surveys/secret/answers",
                  "{\"answers\": {\"nps\": %d, \"why\": \"%s\"}}".formatted(n % 11, word(n)),
                  "Idempotency-Key",
                  "key-" + n);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
  }

  /** Of differing lengths, as what people say is, and nothing that sorts as they do. */
  private static String word(int n) {
    return "w" + new Random(n).nextLong(1L << 40) + "x".repeat(n % 7);
  }

  private static void listen() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    ((Logger) LoggerFactory.getLogger("org.vitrine")).setLevel(Level.DEBUG);
  }

  @AfterAll
  static void stop() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    ((Logger) LoggerFactory.getLogger("org.vitrine")).setLevel(null);
    vitrine.close();
  }

  @Test
  void all_of_it_is_there_and_the_order_of_the_marks_is_what_an_attacker_has() {
    assertThat(shop.find(SHEETS))
        .hasSize(PEOPLE)
        .containsExactlyInAnyOrderElementsOf(SAID.values());
    assertThat(shop.find(MARKS + "ORDER BY xmin::text::bigint"))
        .as("the attack begins from the true order")
        .isEqualTo(order.stream().map(String::valueOf).toList());
  }

  @Test
  void no_order_of_the_answers_is_that_of_the_people() {
    for (String marks : List.of("xmin::text::bigint", "ctid", "person_id")) {
      List<String> people = shop.find(MARKS + "ORDER BY " + marks);
      for (String sheets :
          List.of("xmin::text::bigint, ctid", "ctid", "id", "id DESC", "xmin::text::bigint, id")) {
        List<String> answers = shop.find(SHEETS + "ORDER BY " + sheets);
        assertNoBetterThanGuessing(marks + " / " + sheets, people, answers);
        assertNoBetterThanGuessing(
            marks + " / " + sheets + " reversed", people, answers.reversed());
      }
    }
  }

  private static void assertNoBetterThanGuessing(
      String by, List<String> people, List<String> answers) {
    long joined =
        IntStream.range(0, PEOPLE)
            .filter(at -> SAID.get(Long.parseLong(people.get(at))).equals(answers.get(at)))
            .count();
    assertThat(joined).as(by).isLessThan(MORE_THAN_LUCK);
    double[] places =
        people.stream()
            .mapToDouble(person -> answers.indexOf(SAID.get(Long.parseLong(person))))
            .toArray();
    assertThat(Math.abs(likeness(places))).as(by).isLessThan(MOST_LIKE);
  }

  /** Spearman’s: how much these ranks are like 0, 1, 2 and so on. */
  private static double likeness(double[] ranks) {
    double squares =
        IntStream.range(0, ranks.length)
            .mapToDouble(at -> (ranks[at] - at) * (ranks[at] - at))
            .sum();
    double n = ranks.length;
    return 1 - 6 * squares / (n * (n * n - 1));
  }

  @Test
  void all_answers_come_from_one_transaction_and_that_of_nobody() {
    assertThat(shop.find("SELECT DISTINCT xmin FROM anonymous_sheet WHERE survey = 'secret'"))
        .hasSize(1);
    assertThat(
            shop.find(
                "SELECT 1 FROM survey_asked a JOIN anonymous_sheet s ON s.xmin = a.xmin"
                    + " WHERE a.survey = 'secret'"))
        .isEmpty();
  }

  @Test
  void what_is_kept_of_an_answer_has_no_person_no_company_and_no_time() {
    assertThat(
            shop.find(
                """
                SELECT column_name || ' ' || data_type || ' ' || coalesce(column_default, '-')
                  FROM information_schema.columns
                 WHERE table_name = 'anonymous_sheet' ORDER BY ordinal_position\
                """))
        .containsExactly("id uuid -", "survey text -", "channel text -", "answers jsonb -");
    assertThat(
            shop.find(
                "SELECT 1 FROM survey_asked WHERE survey = 'secret' AND (answered_at IS NOT NULL OR"
                    + " draft IS NOT NULL)"))
        .isEmpty();
    assertThat(shop.find("SELECT substr(id::text, 15, 1) FROM anonymous_sheet"))
        .as("keys are random, not of the time")
        .containsOnly("4");
  }

  @Test
  void no_other_table_and_no_line_of_the_log_has_anything_of_it() {
    for (String table :
        shop.find(
            """
            SELECT c.oid::regclass::text
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
               AND c.relname <> 'anonymous_sheet'\
            """)) {
      String rows = String.join("\n", shop.find("SELECT t::text FROM " + table + " t"));
      assertThat(SAID.values().stream().filter(rows::contains)).as(table).isEmpty();
    }
    assertThat(shop.find("SELECT 1 FROM idempotency")).isEmpty();
    assertThat(shop.find("SELECT key FROM change WHERE kind = 'survey' AND key = 'secret'"))
        .as("saved, opened and begun: nothing for an answer")
        .hasSizeLessThanOrEqualTo(4);
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .as("the log")
        .noneMatch(
            line -> line.contains("secret") || SAID.values().stream().anyMatch(line::contains));
  }

  @Test
  void nobody_sees_any_of_it_before_it_has_ended_nor_who_has_answered() {
    Surveys surveys = vitrine.vitrine().rooms().surveys();
    Survey survey =
        surveys.find(vitrine.vitrine().database(), new SurveyCode("secret")).orElseThrow();

    assertThat(surveys.sheets().of(vitrine.vitrine().database(), survey)).isEmpty();
    assertThat(shop.chen().get("/api/surveys/secret/asked").body()).doesNotContain("answered");
    assertThat(shop.page("secret").get("answered").asInt()).isEqualTo(PEOPLE);
  }
}
