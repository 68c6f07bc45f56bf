package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.changes.Change;

/** What takes long to read is read beside: nobody waits for it, and it misses nothing. */
class ReadBesideIT {
  private static final String NUMBERS = NumberTopics.NAME;

  private final String databaseUrl = TestDatabase.freshUrl();
  private final NumberTopics numbers = new NumberTopics();
  private TestLive live;

  @BeforeEach
  void start() {
    TestDatabase.execute(databaseUrl, "CREATE TABLE note (key text PRIMARY KEY, text text)");
    TestDatabase.execute(databaseUrl, "INSERT INTO note VALUES ('a', 'first')");
    live = new TestLive(databaseUrl, List.of(numbers, new NoteTopics(databaseUrl)));
    commit("one", 1);
  }

  @AfterEach
  void stop() {
    numbers.open();
    live.close();
  }

  @Test
  void the_pages_of_others_move_on_meanwhile() throws InterruptedException {
    TestSocket note = live.connect(TestLive.STAFF).watch("notes/a");
    await("the note", () -> note.page("notes/a").path("text").asText().equals("first"));
    numbers.close();
    TestSocket list = live.connect(TestLive.STAFF).watch(NUMBERS);
    numbers.awaitReader();

    live.commit(
        new Change(NoteTopics.KIND, "a", 0, Optional.empty()),
        () -> TestDatabase.execute(databaseUrl, "UPDATE note SET text = 'second'"));

    await("its change", () -> note.page("notes/a").path("text").asText().equals("second"));
    assertThat(list.messages()).isEmpty();
    numbers.open();
    await("the list", () -> list.page(NUMBERS).equals(numbers.page()));
  }

  @Test
  void what_happens_while_a_list_is_read_is_in_it() throws InterruptedException {
    numbers.close();
    TestSocket list = live.connect(TestLive.STAFF).watch(NUMBERS);
    numbers.awaitReader();
    commit("one", 2);
    commit("two", 1);
    awaitFeed();

    numbers.open();

    await("the list", () -> list.page(NUMBERS).equals(numbers.page()));
    commit("three", 1);
    await("what comes then", () -> list.page(NUMBERS).equals(numbers.page()));
  }

  @Test
  void what_happens_while_somebody_comes_back_is_sent_to_them() throws InterruptedException {
    TestSocket before = live.connect(TestLive.STAFF).watch(NUMBERS);
    await("the list", () -> before.page(NUMBERS).equals(numbers.page()));
    JsonNode page = before.page(NUMBERS);
    String cursor = before.cursor(NUMBERS);
    before.close();
    commit("one", 2);
    commit("two", 1);
    try (TestLive other = new TestLive(databaseUrl, List.of(numbers))) {
      TestSocket first = other.connect(TestLive.STAFF).watch(NUMBERS);
      await("its list", () -> first.page(NUMBERS).equals(numbers.page()));
      numbers.close();
      TestSocket back = other.connect(TestLive.STAFF).resume(NUMBERS, page, cursor);
      numbers.awaitReader();
      commit("three", 1);
      await("others see it", () -> first.page(NUMBERS).equals(numbers.page()));
      assertThat(back.messages()).isEmpty();

      numbers.open();

      await("whoever came back too", () -> back.page(NUMBERS).equals(numbers.page()));
      assertThat(back.messages()).noneMatch(message -> message.has("page"));
    }
  }

  private void commit(String key, int number) {
    Change change = numbers.set(key, number);
    live.commit(change);
  }

  /** What was committed until now has been heard of: what comes after it was. */
  private void awaitFeed() {
    TestSocket note = live.connect(TestLive.STAFF).watch("notes/a");
    await("another page", () -> note.page("notes/a").has("text"));
  }
}
