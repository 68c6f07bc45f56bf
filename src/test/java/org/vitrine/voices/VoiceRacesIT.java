package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What several do at the same moment, at two nodes, is done one after the other, or refused. */
class VoiceRacesIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine here;
  private static TestVitrine there;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    here = TestVitrine.startAt(CLOCK);
    there = here.beside();
    shop = new VoiceShop(here);
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  private static <T> List<T> together(List<Supplier<T>> some) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> all =
          some.stream().map(one -> CompletableFuture.supplyAsync(one, threads)).toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  @RepeatedTest(5)
  void of_two_who_close_it_one_does() {
    long number = shop.say(shop.manager(), "Closed twice");
    List<HttpResponse<String>> answers =
        together(
            List.of(
                () -> shop.acting(shop.chen(), number, "closing", "{\"text\": \"ours\"}"),
                () -> shop.acting(shop.customer().at(there), number, "closing", "")));
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
    assertThat(
            answers.stream()
                .filter(one -> one.statusCode() == 409)
                .findFirst()
                .orElseThrow()
                .body())
        .contains("closed it at");
    assertThat(shop.thread(shop.customer(), number)).containsOnlyOnce("closed");
    assertDense(number);
  }

  @RepeatedTest(5)
  void of_two_who_hand_it_on_with_the_same_page_before_them_one_does() {
    long number = shop.say(shop.manager(), "Handed on twice");
    int version = shop.page(shop.chen(), number).get("version").asInt();
    String on = "{\"department\": \"%s\", \"reason\": \"theirs\", \"version\": %d}";
    List<HttpResponse<String>> answers =
        together(
            List.of(
                () ->
                    shop.acting(
                        shop.chen(), number, "hand-overs", on.formatted("refrigerant", version)),
                () ->
                    shop.acting(
                        shop.wu().at(there),
                        number,
                        "hand-overs",
                        on.formatted("office", version))));
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
    assertThat(
            answers.stream()
                .filter(one -> one.statusCode() == 409)
                .findFirst()
                .orElseThrow()
                .body())
        .contains("handed-on");
    assertDense(number);
  }

  @RepeatedTest(3)
  void whatever_happens_at_once_events_are_numbered_without_gaps_and_all_follows_from_them() {
    long number = shop.say(shop.manager(), "All at once");
    List<Supplier<HttpResponse<String>>> acts = new ArrayList<>();
    for (int count = 0; count < 4; count++) {
      TestClient chen = count % 2 == 0 ? shop.chen() : shop.chen().at(there);
      acts.add(() -> shop.acting(chen, number, "answers", "{\"text\": \"An answer\"}"));
      acts.add(
          () ->
              shop.acting(
                  chen,
                  number,
                  "hand-overs",
                  "{\"department\": \"refrigerant\", \"reason\": \"x\"}"));
      acts.add(
          () -> shop.acting(shop.customer().at(there), number, "answers", "{\"text\": \"More\"}"));
      acts.add(() -> shop.acting(chen, number, "notes", "{\"text\": \"For us\"}"));
      acts.add(() -> shop.acting(chen, number, "questions", "{\"text\": \"Which?\"}"));
      acts.add(() -> shop.acting(chen, number, "seeing", ""));
    }
    acts.add(() -> shop.acting(shop.customer(), number, "closing", ""));
    assertThat(together(acts)).extracting(HttpResponse::statusCode).containsOnly(200, 409);
    assertDense(number);
    JsonNode row =
        Stream.of(shop.chen().json("/api/voices?order=SO-1").get("voices"))
            .flatMap(rows -> IntStream.range(0, rows.size()).mapToObj(rows::get))
            .filter(one -> one.get("number").asLong() == number)
            .findFirst()
            .orElseThrow();
    JsonNode page = shop.page(shop.chen(), number);
    assertThat(row.get("state")).isEqualTo(page.get("state"));
    assertThat(row.at("/department/code")).isEqualTo(page.at("/department/code"));
    assertThat(row.at("/clock/due")).isEqualTo(page.at("/clock/due"));
    assertThat(page.get("state").asText()).isEqualTo("closed");
    assertThat(Stream.of("seen").filter(kind -> count(number, kind) > 1)).as("seen once").isEmpty();
  }

  private static long count(long number, String kind) {
    return Long.parseLong(
        TestDatabase.find(
                here.databaseUrl(),
                "SELECT count(*) FROM voice_event WHERE voice = %d AND kind = '%s'"
                    .formatted(number, kind))
            .getFirst());
  }

  private static void assertDense(long number) {
    assertThat(
            TestDatabase.find(
                here.databaseUrl(),
                """
                SELECT (max(sequence) = count(*) AND max(sequence) = (SELECT version FROM voice WHERE number = %1$d))::text
                  FROM voice_event WHERE voice = %1$d"""
                    .formatted(number)))
        .containsExactly("true");
  }

  @Test
  void what_the_clock_does_is_done_once_by_two_nodes() {
    List<Long> numbers =
        IntStream.range(0, 12)
            .mapToObj(count -> shop.say(shop.manager(), "Overdue " + count))
            .toList();
    for (Duration time :
        List.of(Duration.ofMinutes(31), Duration.ofMinutes(20), Duration.ofMinutes(11))) {
      CLOCK.pass(time);
      strikeTogether();
    }
    for (long number : numbers) {
      assertThat(count(number, "reminded"))
          .as("at 50, 80 and 100 % of an hour until it is seen")
          .isEqualTo(3);
      assertThat(count(number, "climbed")).isEqualTo(1);
      assertThat(shop.times(VoiceChange.REMINDED, number)).isEqualTo(3);
      assertThat(shop.told(VoiceChange.CLIMBED, number).orElseThrow().people())
          .containsExactly(shop.person("chen@plant.example"));
    }
    CLOCK.pass(Duration.ofMinutes(31));
    strikeTogether();
    assertThat(shop.told(VoiceChange.CLIMBED, numbers.getFirst()).orElseThrow().people())
        .as("half of its time again")
        .containsExactly(shop.person("li.wen@plant.example"));
    CLOCK.pass(Duration.ofMinutes(30));
    strikeTogether();
    assertThat(shop.told(VoiceChange.CLIMBED, numbers.getFirst()).orElseThrow().people())
        .as("nobody was chosen: the administrators")
        .containsExactly(shop.person("host@plant.example"));
    CLOCK.pass(Duration.ofMinutes(30));
    strikeTogether();
    for (long number : numbers) {
      assertThat(count(number, "climbed")).as("there is nobody above").isEqualTo(3);
      assertDense(number);
    }
  }

  private static void strikeTogether() {
    together(
        Stream.of(here, there, here, there)
            .<Supplier<Boolean>>map(
                node ->
                    () -> {
                      node.vitrine().rooms().voices().clockWork().round();
                      return true;
                    })
            .toList());
  }
}
