package org.vitrine.actions;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.vitrine.fixtures.TestVitrine;

/** What several do at the same moment, at two nodes, is done one after the other, or refused. */
class ActionRacesIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine here;
  private static TestVitrine there;
  private static ActionShop shop;

  @BeforeAll
  static void start() {
    here = TestVitrine.startAt(CLOCK);
    there = here.beside();
    shop = new ActionShop(here, CLOCK);
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

  @RepeatedTest(3)
  void of_two_who_say_that_it_is_done_one_does() {
    long number = shop.made("Done twice", 5, "northwind");
    TestClient wu = shop.wu();
    TestClient chen = shop.chen().at(there);
    List<HttpResponse<String>> answers =
        together(
            List.of(
                () -> shop.saying(wu, number, "done", "ours"),
                () -> shop.saying(chen, number, "done", "theirs")));
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
    assertThat(shop.history(number)).containsExactly("made", "done");
    assertDense(number);
  }

  /** Whoever says no is heard: after a yes it opens, before it nobody can say yes any more. */
  @RepeatedTest(3)
  void of_a_yes_and_a_no_at_once_the_no_holds() {
    long number = shop.made("Yes and no", 5, "northwind", "baltic");
    shop.became(shop.wu(), number, "done", "Done");
    TestClient amelia = shop.amelia();
    TestClient jonas = shop.jonas().at(there);
    List<HttpResponse<String>> answers =
        together(
            List.of(
                () -> shop.saying(amelia, number, "worked", "Yes"),
                () -> shop.saying(jonas, number, "reopened", "No")));
    assertThat(answers.get(1).statusCode()).isEqualTo(200);
    assertThat(answers.get(0).statusCode()).isIn(200, 409);
    assertThat(shop.read(shop.chen(), number).get("state").asText()).isEqualTo("reopened");
    assertThat(shop.read(shop.amelia(), number).has("worked")).isFalse();
    assertDense(number);
  }

  @Test
  void whatever_happens_at_once_events_are_numbered_without_gaps() {
    long number = shop.made("All at once", 5, "northwind", "baltic");
    TestClient chen = shop.chen();
    TestClient wu = shop.wu().at(there);
    TestClient amelia = shop.amelia().at(there);
    List<Supplier<HttpResponse<String>>> acts = new ArrayList<>();
    for (int count = 0; count < 4; count++) {
      String text = "{\"text\": \"Text %d\"}".formatted(count);
      acts.add(() -> chen.put("/api/actions/" + number, text));
      acts.add(() -> shop.saying(wu, number, "done", "x"));
      acts.add(() -> shop.saying(amelia, number, "worked", "x"));
      acts.add(() -> shop.saying(amelia, number, "reopened", "x"));
    }
    assertThat(together(acts)).extracting(HttpResponse::statusCode).containsOnly(200, 409);
    assertDense(number);
    assertThat(shop.read(shop.jonas(), number).get("state"))
        .as("what a company reads is what the house reads")
        .isEqualTo(shop.read(shop.chen(), number).get("state"));
  }

  @Test
  void what_the_clock_does_is_done_once_by_two_nodes() {
    List<Long> numbers =
        IntStream.range(0, 8).mapToObj(count -> shop.made("Due " + count, 3, "northwind")).toList();
    for (int day = 0; day < 6; day++) {
      CLOCK.pass(Duration.ofDays(1));
      strikeTogether();
    }
    for (long number : numbers) {
      assertThat(shop.history(number))
          .as("a day before, on the day and when it is overdue")
          .containsExactly("made", "reminded", "reminded", "escalated");
      shop.became(shop.wu(), number, "done", "Late, but done");
    }
    CLOCK.pass(Duration.ofDays(29));
    strikeTogether();
    for (long number : numbers) {
      assertThat(shop.history(number)).containsOnlyOnce("asked");
      assertThat(shop.count("SELECT count(*) FROM action_question WHERE action = " + number))
          .isEqualTo(1);
      assertDense(number);
    }
  }

  @Test
  void reminders_that_were_missed_are_passed_over() {
    long number = shop.made("Nobody was at home", 3);
    CLOCK.pass(Duration.ofDays(10));
    strikeTogether();
    assertThat(shop.history(number)).containsExactly("made", "escalated");
  }

  private static void assertDense(long number) {
    assertThat(
            shop.count(
                """
                SELECT count(*) FROM action a
                 WHERE number = %1$d AND version = (SELECT count(*) FROM action_event WHERE action = %1$d)
                   AND version = (SELECT max(sequence) FROM action_event WHERE action = %1$d)"""
                    .formatted(number)))
        .isEqualTo(1);
  }

  private static void strikeTogether() {
    together(
        Stream.of(here, there, here, there)
            .<Supplier<Boolean>>map(
                node ->
                    () -> {
                      node.vitrine().rooms().actions().clockWork().round();
                      return true;
                    })
            .toList());
  }
}
