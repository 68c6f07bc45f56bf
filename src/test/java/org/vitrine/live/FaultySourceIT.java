package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Caller;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** A source that fails costs the pages that fail, and no others. */
class FaultySourceIT {
  private final String databaseUrl = TestDatabase.freshUrl();
  private final NumberTopics numbers = new NumberTopics();
  private final FaultyTopics faulty = new FaultyTopics();
  private TestLive live;

  /** Of two pages one can be read; what becomes of either cannot be told. */
  private static final class FaultyTopics implements TopicSource<FaultyTopics.Named> {
    record Named(String name) implements Topic {}

    private volatile int number = 1;

    @Override
    public boolean owns(String name) {
      return name.startsWith("faulty/");
    }

    @Override
    public Named resolve(String name, Caller caller) {
      if (name.equals("faulty/name")) {
        throw new IllegalStateException("as meant: it cannot be found");
      }
      return new Named(name);
    }

    @Override
    public Collection<Named> touched(Collection<Change> changes, Collection<Named> watched) {
      throw new IllegalStateException("as meant: it cannot be told");
    }

    @Override
    public Map<Named, TopicPage> read(Collection<Named> topics) {
      Map<Named, TopicPage> pages = new HashMap<>();
      for (Named one : topics) {
        if (one.name().equals("faulty/page")) {
          throw new StackOverflowError("as meant: it cannot be read");
        }
        pages.put(one, new TopicPage(Json.object().put("number", number), 0));
      }
      return pages;
    }
  }

  @BeforeEach
  void start() {
    live = new TestLive(databaseUrl, List.of(faulty, numbers));
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void whoever_wants_what_cannot_be_read_is_told_so_and_all_others_go_on() {
    TestSocket list = live.connect(TestLive.STAFF).watch(NumberTopics.NAME);
    TestSocket good = live.connect(TestLive.STAFF).watch("faulty/good");
    TestSocket bad = live.connect(TestLive.STAFF).watch("faulty/page");
    TestSocket unnamed = live.connect(TestLive.STAFF).watch("faulty/name");

    await("it is sent away", () -> bad.closedWith() == 1011);
    await("so is who cannot be told what it is", () -> unnamed.closedWith() == 1011);
    await("the other page is there", () -> good.page("faulty/good").path("number").asInt() == 1);
    live.commit(numbers.set("one", 1));
    await("the list moves", () -> list.page(NumberTopics.NAME).equals(numbers.page()));
    assertThat(good.closedWith()).isZero();
    assertThat(list.closedWith()).isZero();
  }

  @Test
  void where_it_cannot_be_told_what_changed_the_page_is_read_anew() {
    TestSocket good = live.connect(TestLive.STAFF).watch("faulty/good");
    await("the page", () -> good.page("faulty/good").path("number").asInt() == 1);

    faulty.number = 2;
    live.commit(new Change("whatever", "1", 0, Optional.empty()));

    await("its change", () -> good.page("faulty/good").path("number").asInt() == 2);
  }
}
