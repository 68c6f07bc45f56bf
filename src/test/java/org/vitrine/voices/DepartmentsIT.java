package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Who answers, and by when, as it is kept over HTTP. */
class DepartmentsIT {
  private static final String WEEK =
      "\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"%s\"}]}";

  private static final List<String> MOVED = new CopyOnWriteArrayList<>();

  /** What happens while these are moved. */
  private static final Map<String, Callable<Void>> HELD = new ConcurrentHashMap<>();

  private static TestVitrine vitrine;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "ada@works.example");
    shop.staff(Role.QUALITY_MANAGER, "chen@works.example");
    shop.contact("northwind", "carol@northwind.example");
    vitrine
        .vitrine()
        .rooms()
        .departments()
        .followedBy(
            (transaction, departments, calendar, now) -> {
              departments.forEach(
                  one -> moved(one + " " + calendar.code() + " " + calendar.version()));
              return 2 * departments.size();
            });
  }

  private static void moved(String which) {
    try {
      HELD.getOrDefault(which, () -> null).call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    MOVED.add(which);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode put(String path, String body, int status) {
    HttpResponse<String> answer = administrator.put("/api/" + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return TestClient.json(answer);
  }

  @Test
  void a_department_is_made_and_changed_and_read_as_it_was_sent() {
    String quality =
        """
        {"name": {"en": "Quality", "zh-CN": "质量部"}, "head": "CHEN@works.example",
         "members": ["ada@works.example", "chen@works.example"], "stages": ["final-inspection", "q-*"]}""";
    assertThat(put("departments/quality", quality, 201).get("outcome").asText())
        .isEqualTo("created");
    assertThat(put("departments/quality", quality, 200).get("outcome").asText())
        .isEqualTo("unchanged");

    JsonNode read = administrator.json("/api/departments/quality");
    assertThat(read.at("/name/zh-CN").asText()).isEqualTo("质量部");
    assertThat(read.get("head").asText()).isEqualTo("chen@works.example");
    assertThat(read.get("members")).hasSize(2);
    assertThat(read.get("calendar").asText()).isEqualTo("plant");
    assertThat(read.at("/stages/1").asText()).isEqualTo("q-*");
    assertThat(read.get("fallback").asBoolean()).isFalse();
    assertThat(read.get("people").fieldNames())
        .toIterable()
        .containsExactly("ada@works.example", "chen@works.example");
    assertThat(administrator.json("/api/departments").at("/departments").findValuesAsText("code"))
        .contains("quality");
    assertThat(administrator.get("/api/departments/nobody").statusCode()).isEqualTo(404);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("departments/Quality", "{\"name\": \"A\"}", "code", "lowercase"),
        Arguments.of("departments/a", "{}", "name", "Give the department’s name"),
        Arguments.of(
            "departments/a",
            "{\"name\": \"A\", \"head\": \"no@where.example\"}",
            "head",
            "“no@where.example”"),
        Arguments.of(
            "departments/a",
            "{\"name\": \"A\", \"members\": [\"carol@northwind.example\"]}",
            "members",
            "“carol@northwind.example”"),
        Arguments.of(
            "departments/a", "{\"name\": \"A\", \"stages\": [\"x\", \"Y\"]}", "stages[1]", "“Y”"),
        Arguments.of(
            "departments/a", "{\"name\": \"A\", \"calendar\": \"moon\"}", "calendar", "“moon”"),
        Arguments.of("departments/a", "{\"name\": \"A\", \"boss\": 1}", "boss", "Unknown field"),
        Arguments.of("commitments", "{\"targets\": []}", "targets", "at least one"),
        Arguments.of(
            "commitments", row("gold", "praise", "PT1H", "PT2H"), "targets[0].kind", "“praise”"),
        Arguments.of(
            "commitments",
            row("gold", "wish", "1 hour", "PT2H"),
            "targets[0].seen",
            "“1 hour” is not a duration such as PT4H"),
        Arguments.of(
            "commitments", row("gold", "wish", "PT30S", "PT2H"), "targets[0].seen", "“PT30S”"),
        Arguments.of(
            "commitments",
            row("gold", "wish", "PT4H", "PT2H"),
            "targets[0].firstAnswer",
            "PT2H cannot be less than “seen”, PT4H"),
        Arguments.of(
            "care-questions",
            "{\"questions\": [{\"product\": \"X\", \"question\": \"Well?\", \"days\": 0}]}",
            "questions[0].days",
            "unlike 0"),
        Arguments.of(
            "care-questions",
            "{\"questions\": [{\"product\": \"X\", \"question\": \"Well?\", \"days\": 7}, {\"product\": \"x\", \"question\": \"Well?\", \"days\": 7}]}",
            "questions[1].product",
            "“x” stands twice"),
        Arguments.of(
            "voice-settings",
            "{\"chosen\": \"carol@northwind.example\"}",
            "chosen",
            "“carol@northwind.example”"));
  }

  private static String row(String tier, String kind, String seen, String first) {
    return """
        {"targets": [{"tier": "%s", "kind": "%s", "seen": "%s", "firstAnswer": "%s", "nextAnswer": "PT8H", "solved": "PT40H"}]}"""
        .formatted(tier, kind, seen, first);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_wrong_is_named(String path, String body, String field, String sentence) {
    JsonNode problem = put(path, body, 422);

    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("detail").asText()).contains(sentence);
  }

  @Test
  void two_departments_cannot_have_the_same() {
    put(
        "departments/mill",
        "{\"name\": \"Mill\", \"stages\": [\"mill-*\"], \"fallback\": true}",
        201);

    assertThat(
            put("departments/turn", "{\"name\": \"T\", \"stages\": [\"mill-*\"]}", 409)
                .get("detail")
                .asText())
        .isEqualTo("“mill-*” is a stage of “mill” already");
    assertThat(
            put("departments/turn", "{\"name\": \"T\", \"fallback\": true}", 409)
                .get("detail")
                .asText())
        .contains("“mill” has all the rest already");
    put("departments/turn", "{\"name\": \"T\", \"stages\": [\"mill-fine\"]}", 201);
  }

  @Test
  void of_many_who_claim_the_same_at_once_one_gets_it() throws Exception {
    List<Callable<Integer>> claims =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                one ->
                    () ->
                        administrator
                            .put(
                                "/api/departments/rival-" + one,
                                "{\"name\": \"R\", \"stages\": [\"painting\"]}")
                            .statusCode())
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Integer> answers =
          threads.invokeAll(claims).stream().map(DepartmentsIT::answer).sorted().toList();

      assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }
  }

  private static int answer(Future<Integer> claim) {
    try {
      return claim.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void other_hours_move_what_is_open() {
    put("calendars/hall", "{" + WEEK.formatted("14:00") + "}", 201);
    put("departments/hall", "{\"name\": \"Hall\", \"stages\": [\"h\"]}", 201);
    assertThat(MOVED).noneMatch(one -> one.startsWith("hall"));

    String later = "{\"name\": \"Hall\", \"stages\": [\"h\"], \"calendar\": \"hall\"}";
    assertThat(put("departments/hall", later, 200).get("voices").asInt()).isEqualTo(2);
    assertThat(
            put("calendars/hall", "{" + WEEK.formatted("15:00") + "}", 200).get("voices").asInt())
        .isEqualTo(2);
    assertThat(MOVED).contains("hall hall 1", "hall hall 2");

    JsonNode plant = put("calendars/plant", "{" + WEEK.formatted("14:00") + "}", 201);
    assertThat(plant.get("voices").asInt()).isPositive();
    assertThat(MOVED).contains("office plant 1").doesNotContain("hall plant 1");
  }

  @Test
  void commitments_are_superseded_and_what_is_not_named_stays() {
    JsonNode before = administrator.json("/api/commitments");
    assertThat(before.get("targets")).hasSize(16);
    int version = before.get("version").asInt();

    String wish = row("silver", "wish", "PT5H", "PT7H30M");
    assertThat(put("commitments", wish, 200).get("version").asInt()).isEqualTo(version + 1);
    assertThat(put("commitments", wish, 200).get("outcome").asText()).isEqualTo("unchanged");

    JsonNode after = administrator.json("/api/commitments");
    assertThat(after.get("savedBy").asText()).isEqualTo("ada@works.example");
    int changed = 0;
    for (int at = 0; at < 16; at++) {
      JsonNode row = after.at("/targets/" + at);
      if (!row.equals(before.at("/targets/" + at))) {
        changed++;
        assertThat(row.get("firstAnswer").asText()).isEqualTo("PT7H30M");
      }
    }
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void care_questions_are_replaced_and_the_usual_one_is_always_there() {
    assertThat(administrator.json("/api/care-questions").at("/questions/0/product").asText())
        .isEqualTo("*");

    JsonNode saved =
        put(
            "care-questions",
            """
            {"questions": [{"product": "RSJ-200*", "question": {"en": "Is it quiet?", "zh-CN": "安静吗？"}, "days": 30}]}""",
            200);
    assertThat(saved.at("/questions").findValuesAsText("product")).containsExactly("RSJ-200*", "*");
    assertThat(administrator.json("/api/care-questions")).isEqualTo(saved);
  }

  @Test
  void somebody_is_chosen_and_nobody_again() {
    assertThat(
            put("voice-settings", "{\"chosen\": \"ada@works.example\"}", 200).get("name").asText())
        .isEqualTo("ada@works.example");
    assertThat(administrator.json("/api/voice-settings").get("chosen").asText())
        .isEqualTo("ada@works.example");
    assertThat(put("voice-settings", "{}", 200).has("chosen")).isFalse();
  }

  @Test
  void whoever_supersedes_the_calendar_that_a_department_had_comes_before_or_after()
      throws Exception {
    put("calendars/old-hours", "{" + WEEK.formatted("14:00") + "}", 201);
    put("calendars/new-hours", "{" + WEEK.formatted("14:00") + "}", 201);
    put("departments/between", "{\"name\": \"B\", \"calendar\": \"old-hours\"}", 201);
    CountDownLatch superseding = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    HELD.put(
        "between old-hours 2",
        () -> {
          superseding.countDown();
          go.await(20, TimeUnit.SECONDS);
          return null;
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> superseded =
          threads.submit(
              () -> put("calendars/old-hours", "{" + WEEK.formatted("15:00") + "}", 200));
      assertThat(superseding.await(20, TimeUnit.SECONDS)).isTrue();
      Future<?> saved =
          threads.submit(
              () ->
                  put(
                      "departments/between",
                      "{\"name\": \"B\", \"calendar\": \"new-hours\"}",
                      200));
      assertThatThrownBy(() -> saved.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      go.countDown();
      superseded.get();
      saved.get();
    }
    assertThat(MOVED.stream().filter(one -> one.startsWith("between")).toList())
        .containsExactly("between old-hours 2", "between new-hours 1");
  }
}
